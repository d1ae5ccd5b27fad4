namespace UserOps.Experiments.Collecting;

/// <summary>Collects the moments of several metrics in cells such as (arm, day): sums alone, so that cells and shards can be added.</summary>
/// <remarks>A unit that did nothing costs almost nothing: its zeros are part of the count.</remarks>
internal sealed class MomentGrid
{
    private readonly MetricPlan[] _plans;
    private readonly double[] _origins, _sums, _shifted;
    private readonly int[] _offsets;
    private readonly ulong[] _masks;
    private readonly int _stride;
    private readonly long[] _units, _missing;
    private readonly double[] _highest, _lowest;

    public MomentGrid(MetricPlan[] plans, int cells, double[] origins)
    {
        (_plans, _origins) = (plans, origins);
        _offsets = new int[plans.Length];
        _masks = Array.ConvertAll(plans, plan => plan.Slots.Aggregate(0UL, (mask, slot) => mask | 1UL << slot));
        foreach (var (i, plan) in plans.Index())
        {
            _offsets[i] = _stride;
            _stride += plan.Slots.Length + plan.Slots.Length * (plan.Slots.Length + 1) / 2;
        }
        (_sums, _shifted) = (new double[cells * _stride], new double[plans.Length == 0 ? 0 : plans.Max(plan => plan.Slots.Length)]);
        (_units, _missing) = (new long[cells], new long[cells * plans.Length]);
        (_highest, _lowest) = (new double[cells * plans.Length], new double[cells * plans.Length]);
    }

    /// <summary>Adds a unit to a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="values">A value for each slot.</param>
    /// <param name="touched">Which slots may differ from 0.</param>
    public void Add(int cell, ReadOnlySpan<double> values, ulong touched)
    {
        _units[cell]++;
        for (int i = 0; i < _plans.Length; i++)
            if ((_masks[i] & touched) != 0)
                AddMetric(i, cell, values);
    }

    /// <summary>How many units a cell holds.</summary>
    public long Units(int cell) => _units[cell];

    /// <summary>Units of a cell without a value of the metric.</summary>
    public long Missing(int cell, int metric) => _missing[cell * _plans.Length + metric];

    /// <summary>The highest and the lowest value of a metric in a cell; 0 counts as one.</summary>
    public (double Highest, double Lowest) Extremes(int cell, int metric) => (_highest[cell * _plans.Length + metric], _lowest[cell * _plans.Length + metric]);

    /// <summary>The moments of a metric in a cell.</summary>
    public SampleMoments Moments(int cell, int metric)
    {
        int[] slots = _plans[metric].Slots;
        int size = slots.Length, at = cell * _stride + _offsets[metric];
        long count = _units[cell] - Missing(cell, metric);
        if (count == 0)
            return SampleMoments.Empty(size);
        double[,] products = new double[size, size];
        for (int i = 0, place = at + size; i < size; i++)
            for (int j = 0; j <= i; j++)
                products[i, j] = products[j, i] = _sums[place++];
        return SampleMoments.FromSums(count, _sums.AsSpan(at, size), products).Moved(Array.ConvertAll(slots, slot => _plans[metric].IsShare && slot == slots[0] ? 0 : _origins[slot]));
    }

    private void AddMetric(int metric, int cell, ReadOnlySpan<double> values)
    {
        var plan = _plans[metric];
        int[] slots = plan.Slots;
        int required = slots.Length - plan.Covariates, place = cell * _plans.Length + metric;
        for (int i = 0; i < required; i++)
            if (double.IsNaN(values[slots[i]]))
            {
                _missing[place]++;
                return;
            }
        double first = values[slots[0]];
        first = plan.IsShare ? (first > 0 ? 1 : 0) : first > plan.Cap ? plan.Cap : first;
        if (first > _highest[place])
            _highest[place] = first;
        else if (first < _lowest[place])
            _lowest[place] = first;
        var shifted = _shifted.AsSpan(0, slots.Length);
        shifted[0] = plan.IsShare ? first : first - _origins[slots[0]];
        for (int i = 1; i < shifted.Length; i++)
            shifted[i] = values[slots[i]] is var value && double.IsNaN(value) ? 0 : value - _origins[slots[i]];
        Accumulate(_sums.AsSpan(cell * _stride + _offsets[metric]), shifted);
    }

    private static void Accumulate(Span<double> sums, ReadOnlySpan<double> values)
    {
        int place = values.Length;
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i];
            sums[i] += value;
            for (int j = 0; j <= i; j++)
                sums[place++] += value * values[j];
        }
    }
}
