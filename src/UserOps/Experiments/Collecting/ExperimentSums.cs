namespace UserOps.Experiments.Collecting;

/// <summary>What one pass over the units of an experiment leaves: sums by arm and day, and by arm and segment.</summary>
internal sealed class ExperimentSums
{
    private readonly ExperimentData _data;
    private readonly MomentGrid _byDay;
    private readonly MomentGrid[] _bySegment;
    private readonly MomentGrid? _byStratum;

    private ExperimentSums(ExperimentData data)
    {
        _data = data;
        (FirstDay, Days) = Span(data);
        var plan = data.Plan;
        Caps(data);
        _byDay = new(plan.Metrics, data.Assignment.Arms.Length * Days, data.Reader.Origins);
        _bySegment = [.. data.Segments.Select(segment => new MomentGrid(plan.Metrics[..1], data.Assignment.Arms.Length * segment.Codes.Names.Count, data.Reader.Origins))];
        Strata = Strata.Of(data);
        _byStratum = Strata.Properties > 1 ? new(plan.Metrics[..1], data.Assignment.Arms.Length * Strata.Count, data.Reader.Origins) : null;
        TooNew = new long[data.Assignment.Arms.Length];
    }

    /// <summary>The combinations of all properties that segments are looked at by.</summary>
    public Strata Strata { get; }

    /// <summary>The day number of the first exposure; 0 where there are no times.</summary>
    public int FirstDay { get; }

    /// <summary>How many days the exposures span; 1 where there are no times.</summary>
    public int Days { get; }

    /// <summary>Units of each arm for whom the window has not elapsed.</summary>
    public long[] TooNew { get; }

    public static ExperimentSums Collect(ExperimentData data)
    {
        var sums = new ExperimentSums(data);
        sums.Read();
        return sums;
    }

    /// <summary>Units of an arm that count.</summary>
    public long Units(int arm) => Enumerable.Range(0, Days).Sum(day => _byDay.Units(arm * Days + day));

    /// <summary>Units of an arm on a day.</summary>
    public long UnitsOn(int arm, int day) => _byDay.Units(arm * Days + day);

    /// <summary>Units of an arm without a value of a metric.</summary>
    public long Missing(int arm, int metric) => Enumerable.Range(0, Days).Sum(day => _byDay.Missing(arm * Days + day, metric));

    /// <summary>The moments of a metric in an arm, of units exposed up to a day (all days when absent).</summary>
    public SampleMoments Moments(int arm, int metric, int? upTo = null)
    {
        var total = _byDay.Moments(arm * Days, metric);
        for (int day = 1; day <= (upTo ?? Days - 1); day++)
            total += _byDay.Moments(arm * Days + day, metric);
        return total;
    }

    /// <summary>The moments of a metric in an arm on one day.</summary>
    public SampleMoments OnDay(int arm, int metric, int day) => _byDay.Moments(arm * Days + day, metric);

    /// <summary>The moments of the first metric in an arm and a segment.</summary>
    public SampleMoments OfSegment(int arm, int property, int group) => _bySegment[property].Moments(arm * _data.Segments[property].Codes.Names.Count + group, 0);

    /// <summary>The moments of the first metric in an arm and a stratum.</summary>
    public SampleMoments OfStratum(int arm, int stratum) => _byStratum is { } grid ? grid.Moments(arm * Strata.Count + stratum, 0) : OfSegment(arm, 0, stratum);

    /// <summary>The highest and lowest value of a metric in an arm.</summary>
    public (double Highest, double Lowest) Extremes(int arm, int metric)
    {
        var all = Enumerable.Range(0, Days).Select(day => _byDay.Extremes(arm * Days + day, metric)).ToArray();
        return (all.Max(one => one.Highest), all.Min(one => one.Lowest));
    }

    private void Read()
    {
        var assignment = _data.Assignment;
        double[] values = new double[_data.Plan.Slots.Count];
        var days = _data.Calendar.Days();
        for (int unit = 0; unit < assignment.Arm.Length; unit++)
        {
            int arm = assignment.Arm[unit];
            if (arm < 0)
                continue;
            if (assignment.At is { } at && _data.Times is { } window && !window.IsElapsed(at[unit]))
            {
                TooNew[arm]++;
                continue;
            }
            ulong touched = _data.Reader.Read(unit, values);
            _byDay.Add(arm * Days + (assignment.At is null ? 0 : days.Of(assignment.At[unit]) - FirstDay), values, touched);
            for (int i = 0; i < _bySegment.Length; i++)
                _bySegment[i].Add(arm * _data.Segments[i].Codes.Names.Count + _data.Segments[i].Codes[_data.Segments[i].RowOf(unit)], values, touched);
            _byStratum?.Add(arm * Strata.Count + Strata.Find(_data, unit), values, touched);
            if (touched != 0)
                Array.Clear(values);
        }
    }

    private static (int First, int Days) Span(ExperimentData data)
    {
        if (data.Assignment.At is not { } at)
            return (0, 1);
        long first = long.MaxValue, last = long.MinValue;
        for (int unit = 0; unit < at.Length; unit++)
            if (data.Assignment.Arm[unit] >= 0)
                (first, last) = (Math.Min(first, at[unit]), Math.Max(last, at[unit]));
        if (first > last)
            throw new InsufficientDataException("no unit with an arm and a time", "units in at least two arms", "Check the columns of arm and time.");
        int day = data.Calendar.DayOf(first);
        return (day, data.Calendar.DayOf(last) - day + 1);
    }

    // Quantiles need the values themselves: a pass of its own for the metrics that are cut.
    private static void Caps(ExperimentData data)
    {
        var plans = data.Plan.Metrics;
        for (int i = 0; i < plans.Length; i++)
            if (plans[i].Metric.WinsorizeAt is { } at)
                plans[i] = plans[i] with { Cap = UnitValues.Of(data, plans[i].Slots[0]).Quantile(at) };
    }
}
