namespace UserOps.Survival;

/// <summary>The life of a user in whole days, the day of the start being day 1.</summary>
/// <param name="User">The user's number.</param>
/// <param name="Start">The number of the day on which the user started.</param>
/// <param name="Entry">The days lived before the data begin.</param>
/// <param name="Days">The day of the last activity before the silence, or the last day on which leaving would show.</param>
/// <param name="Left">Whether the user left.</param>
/// <param name="LastSeen">The number of the day of the last activity in the data.</param>
internal sealed record Lifetime(int User, int Start, int Entry, int Days, bool Left, int LastSeen);

/// <summary>Why a user has no lifetime, or what is odd about it.</summary>
internal sealed class LifetimeCounts
{
    /// <summary>Started so late that nobody could have been silent for long enough.</summary>
    public int TooNew { get; set; }

    /// <summary>Started before the data and silent from their beginning for so long that the user had left before.</summary>
    public int LeftBefore { get; set; }

    /// <summary>Started before the data and was there when they begin.</summary>
    public int Entered { get; set; }

    /// <summary>Left, and came back after the silence.</summary>
    public int CameBack { get; set; }
}
