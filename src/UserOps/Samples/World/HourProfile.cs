namespace UserOps.Samples;

/// <summary>How activity spreads over the hours of a day.</summary>
internal sealed class HourProfile
{
    /// <summary>People with a peak at noon and one at nine in the evening.</summary>
    public static readonly HourProfile Daytime = new([1, 0.5, 0.3, 0.2, 0.3, 0.8, 2, 4, 5, 5.5, 6, 6.5, 8, 6.5, 5.5, 5, 5, 5, 5.5, 7, 8, 7.5, 5, 2.5]);

    /// <summary>People who come late: a peak at ten in the evening, awake until two.</summary>
    public static readonly HourProfile Evening = new([5, 3, 1.5, 0.6, 0.3, 0.3, 0.7, 1.5, 2.5, 3, 3.5, 4, 5.5, 4.5, 4, 4, 4, 4.5, 5.5, 7, 9, 10.5, 11, 8]);

    /// <summary>When the company sends: in the daytime, and by a careless rule also at night.</summary>
    public static readonly HourProfile Sending = new([0.5, 0.2, 0, 0, 0, 0, 0.3, 1, 3, 8, 10, 9, 8, 5, 4, 5, 5, 5, 6, 9, 10, 6, 2, 1]);

    private readonly double[] _before = new double[25];

    private HourProfile(double[] weights)
    {
        double total = weights.Sum();
        for (int hour = 0; hour < 24; hour++)
            _before[hour + 1] = _before[hour] + weights[hour] / total;
    }

    /// <summary>The share of each hour.</summary>
    public IEnumerable<double> Shares => Enumerable.Range(0, 24).Select(hour => _before[hour + 1] - _before[hour]);

    /// <summary>The share of a day's activity that falls before a second of the day.</summary>
    public double Before(int second)
    {
        int hour = second / 3600;
        return _before[hour] + (_before[hour + 1] - _before[hour]) * (second % 3600) / 3600.0;
    }

    /// <summary>The second of the day before which this share of its activity falls.</summary>
    public int At(double share)
    {
        int hour = 0;
        while (hour < 23 && _before[hour + 1] <= share)
            hour++;
        double within = (share - _before[hour]) / (_before[hour + 1] - _before[hour]);
        return Math.Min(hour * 3600 + (int)(within * 3600), DaySpan.Seconds - 1);
    }
}
