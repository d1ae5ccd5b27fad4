namespace UserOps.Data.Typing;

/// <summary>What the order of day and month in one date can be.</summary>
internal enum DateReading
{
    /// <summary>The form fixes it: the year comes first, or the month is a word.</summary>
    Fixed,
    /// <summary>Both parts are at most 12: read as month first for now.</summary>
    Either,
    /// <summary>The first part is above 12: it can only be the day.</summary>
    OnlyDayFirst,
    /// <summary>The second part is above 12: the first can only be the month.</summary>
    OnlyMonthFirst,
}

/// <summary>A moment as written.</summary>
/// <param name="Ticks">Ticks of the clock shown, or UTC ticks where the text names an offset.</param>
/// <param name="IsUtc">Whether the text names its offset from UTC.</param>
/// <param name="Reading">What the order of day and month can be.</param>
internal readonly record struct ParsedTime(long Ticks, bool IsUtc, DateReading Reading = DateReading.Fixed);
