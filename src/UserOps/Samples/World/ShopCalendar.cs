namespace UserOps.Samples;

/// <summary>A span of whole days, numbered from the first simulated day; <paramref name="End"/> is the day after the last.</summary>
internal readonly record struct DaySpan(int Start, int End)
{
    public const int Seconds = 86_400;

    public bool Holds(int time) => time >= Start * Seconds && time < End * Seconds;
}

/// <summary>When people come: weekdays, a holiday, a festival, an outage and other odd days. Times are seconds from the start.</summary>
internal sealed class ShopCalendar
{
    public static readonly DaySpan QuietHoliday = new(40, 47), Festival = new(167, 170), AfterFestival = new(170, 177);
    public static readonly DaySpan SouthCampaign = new(56, 77), CheckoutTest = new(91, 133), CheckoutBefore = new(63, 91);
    public static readonly DaySpan Winback = new(140, 154), WinbackBefore = new(112, 140);
    public static readonly double[] Weekdays = [0.92, 0.90, 0.92, 0.96, 1.04, 1.16, 1.10];
    public static readonly double[] FestivalFactors = [1.6, 1.9, 2.4];
    public const int PaymentFailureDay = 79, OutageDay = 100, BurstDay = 110, OutageFromHour = 9, OutageToHour = 18;
    public const double QuietFactor = 0.6, AfterFestivalFactor = 0.85, PaymentFailureFactor = 0.15, BurstShare = 0.02;

    private readonly double[] _before;
    private readonly int _firstWeekday;

    public ShopCalendar(ShopOptions options)
    {
        Days = options.Days;
        Start = options.Start;
        _firstWeekday = ((int)options.Start.DayOfWeek + 6) % 7;
        _before = new double[Days + 1];
        for (int day = 0; day < Days; day++)
            _before[day + 1] = _before[day] + FactorOf(day);
    }

    public int Days { get; }

    public DateOnly Start { get; }

    /// <summary>The moment at which the export ends.</summary>
    public int End => Days * DaySpan.Seconds;

    /// <summary>How busy a day is against the mean day without special dates.</summary>
    public double FactorOf(int day) => Weekdays[(_firstWeekday + day) % 7] * SpecialFactorOf(day);

    public static bool IsOut(int time) =>
        time / DaySpan.Seconds == OutageDay && time % DaySpan.Seconds / 3600 is >= OutageFromHour and < OutageToHour;

    /// <summary>The moment at which so many mean days of activity have passed since <paramref name="time"/>: nights and quiet days count for little.</summary>
    public int Advance(int time, double meanDays, HourProfile profile)
    {
        int day = time / DaySpan.Seconds;
        double goal = _before[day] + FactorOf(day) * profile.Before(time % DaySpan.Seconds) + meanDays;
        if (goal >= _before[Days])
            return End;
        int found = Array.BinarySearch(_before, day, Days + 1 - day, goal);
        int at = found >= 0 ? found : ~found - 1;
        return at * DaySpan.Seconds + profile.At((goal - _before[at]) / FactorOf(at));
    }

    private static double SpecialFactorOf(int day) => day switch
    {
        _ when day >= QuietHoliday.Start && day < QuietHoliday.End => QuietFactor,
        _ when day >= Festival.Start && day < Festival.End => FestivalFactors[day - Festival.Start],
        _ when day >= AfterFestival.Start && day < AfterFestival.End => AfterFestivalFactor,
        _ => 1,
    };
}
