namespace UserOps.Experiments;

/// <summary>Collects the moments of an arm in one pass, one unit after the other.</summary>
/// <param name="size">How many quantities are measured on each unit.</param>
internal sealed class MomentAccumulator(int size)
{
    // Sums about the first unit instead of 0: large values far from 0 keep their digits.
    private readonly double[] _origin = new double[size], _sums = new double[size], _shifted = new double[size];
    private readonly double[,] _products = new double[size, size];

    /// <summary>How many units were added.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a unit.</summary>
    /// <exception cref="UserOpsException">A value is not a finite number.</exception>
    public void Add(ReadOnlySpan<double> unit)
    {
        if (Count++ == 0)
            unit.CopyTo(_origin);
        for (int i = 0; i < _shifted.Length; i++)
        {
            double value = _shifted[i] = unit[i] - _origin[i];
            _sums[i] += value;
            for (int j = 0; j <= i; j++)
                _products[i, j] += value * _shifted[j];
        }
    }

    /// <summary>What was collected.</summary>
    public SampleMoments ToMoments()
    {
        if (Count == 0)
            return SampleMoments.Empty(size);
        for (int i = 0; i < size; i++)
            for (int j = i + 1; j < size; j++)
                _products[i, j] = _products[j, i];
        return SampleMoments.FromSums(Count, _sums, _products).Moved(_origin);
    }
}
