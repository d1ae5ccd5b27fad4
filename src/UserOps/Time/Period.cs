using System.Globalization;

namespace UserOps.Time;

/// <summary>Local days from <paramref name="Start"/> (included) to <paramref name="End"/> (excluded).</summary>
/// <param name="Start">The first day.</param>
/// <param name="End">The day after the last one.</param>
/// <exception cref="UserOpsException">The end lies before the start.</exception>
public readonly record struct Period(DateOnly Start, DateOnly End)
{
    /// <summary>The day after the last one.</summary>
    public DateOnly End { get; init; } = End >= Start ? End : throw new UserOpsException(
        $"A period cannot end ({End:yyyy-MM-dd}) before it starts ({Start:yyyy-MM-dd}). Give the first day, then the day after the last one.");

    /// <summary>How many days it has.</summary>
    public int Days => End.DayNumber - Start.DayNumber;

    /// <summary>The period of the same length that ends where this one starts.</summary>
    public Period Previous => new(Start.AddDays(-Days), Start);

    /// <summary>The last days of this period, at most as many as it has.</summary>
    public Period Last(int days) => new(End.AddDays(-Math.Clamp(days, 0, Days)), End);

    /// <summary>The days that lie in both; empty (0 days) where there are none.</summary>
    public Period Intersect(Period other)
    {
        var start = Start > other.Start ? Start : other.Start;
        var end = End < other.End ? End : other.End;
        return new(start, end > start ? end : start);
    }

    /// <summary>The days before <paramref name="end"/>; empty (0 days) where there are none.</summary>
    public Period Until(DateOnly end) => new(Start, end < Start ? Start : end < End ? end : End);

    /// <summary>The period with as many days more at either end.</summary>
    public Period Extend(int days) => new(Start.AddDays(-days), End.AddDays(days));

    /// <summary>Whether the day lies in the period.</summary>
    public bool Contains(DateOnly day) => day >= Start && day < End;

    /// <summary>First and last day, as <c>2024-01-01 to 2024-01-31</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Start:yyyy-MM-dd} to {End.AddDays(-1):yyyy-MM-dd}");
}
