namespace UserOps.Time;

/// <summary>How long one step of a report is.</summary>
public enum Grain
{
    /// <summary>A local calendar day.</summary>
    Day,
    /// <summary>A week from the calendar's first day of week.</summary>
    Week,
    /// <summary>A calendar month.</summary>
    Month,
}

/// <summary>The local calendar of a report: which day, week or month a moment belongs to. Days are <see cref="DateOnly.DayNumber"/>s.</summary>
public sealed class Calendar
{
    private readonly OffsetTable _offsets;

    /// <summary>Makes the calendar of a time zone.</summary>
    public Calendar(TimeZoneInfo timeZone, DayOfWeek firstDayOfWeek = DayOfWeek.Monday)
    {
        TimeZone = timeZone;
        FirstDayOfWeek = firstDayOfWeek;
        _offsets = OffsetTable.Of(timeZone);
    }

    /// <summary>The time zone of the report.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>The day on which weeks begin.</summary>
    public DayOfWeek FirstDayOfWeek { get; }

    /// <summary>UTC days, weeks from Monday.</summary>
    public static Calendar Utc { get; } = new(TimeZoneInfo.Utc);

    /// <summary>A look-up of the days of many moments in a row.</summary>
    internal LocalDays Days() => new(_offsets);

    /// <summary>The number of the local day of a moment in UTC ticks.</summary>
    public int DayOf(long utcTicks) => (int)((utcTicks + _offsets.At(utcTicks)) / TimeSpan.TicksPerDay);

    /// <summary>The local hour, 0 to 23, of a moment in UTC ticks.</summary>
    public int HourOf(long utcTicks) => (int)((utcTicks + _offsets.At(utcTicks)) % TimeSpan.TicksPerDay / TimeSpan.TicksPerHour);

    /// <summary>The moment, in UTC ticks, at which the local hour of a moment began.</summary>
    public long HourStart(long utcTicks) => utcTicks - (utcTicks + _offsets.At(utcTicks)) % TimeSpan.TicksPerHour;

    /// <summary>The moment, in UTC ticks, at which a local day begins: the first moment that belongs to it.</summary>
    public long StartOf(int day)
    {
        long local = day * TimeSpan.TicksPerDay;
        long guess = local - _offsets.At(local - _offsets.At(local));
        while (DayOf(guess) < day)
            guess += TimeSpan.TicksPerMinute * 15;
        while (DayOf(guess - 1) >= day)
            guess -= TimeSpan.TicksPerMinute * 15;
        return guess;
    }

    /// <summary>The running number of the day, week or month that holds a day; consecutive steps have consecutive numbers.</summary>
    public int StepOf(int day, Grain grain) => grain switch
    {
        Grain.Day => day,
        Grain.Week => (day - WeekOffset) / 7,
        _ => DateOnly.FromDayNumber(day) is var date ? date.Year * 12 + date.Month - 1 : 0,
    };

    /// <summary>The first day of a step.</summary>
    public int FirstDayOf(int step, Grain grain) => grain switch
    {
        Grain.Day => step,
        Grain.Week => step * 7 + WeekOffset,
        _ => new DateOnly(step / 12, step % 12 + 1, 1).DayNumber,
    };

    /// <summary>Time zone and first day of week, as reports state them.</summary>
    public override string ToString() => $"{TimeZone.Id}, weeks from {FirstDayOfWeek}";

    // Day number 0, 0001-01-01, is a Monday.
    private int WeekOffset => ((int)FirstDayOfWeek + 6) % 7;
}
