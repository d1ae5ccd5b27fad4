using UserOps.Samples;

namespace UserOps.Statistics;

/// <summary>Means of resamples from values that are shared by many units: how often each value is drawn, instead of which unit.</summary>
/// <remarks>
/// Counts are Poisson, given their sum multinomial; the draws that are missing to the size of the sample are made one by one. Poisson counts come from Walker's alias tables
/// (A. J. Walker, 1977, "An efficient method for generating discrete random variables with general distributions", ACM TOMS 3), so that the resample is exact.
/// </remarks>
internal sealed class MultinomialSums
{
    private readonly double[] _values, _cells;
    private readonly int[] _kinds;
    private readonly AliasTable[] _tables;
    private readonly long _size;

    /// <summary>Resamples of so many units.</summary>
    /// <param name="values">The values of units, ascending: what is missing is drawn from them.</param>
    /// <param name="cells">The distinct values, or the values themselves.</param>
    /// <param name="weights">How many units hold each of them.</param>
    /// <param name="size">The size of a resample.</param>
    private MultinomialSums(double[] values, double[] cells, int[] weights, long size)
    {
        (_values, _cells, _size) = (values, cells, size);
        // Five standard deviations fewer are drawn at first: more than the sample holds would have to be thrown away.
        double scale = Math.Max(0, size - 5 * Math.Sqrt(size)) / values.Length;
        int[] distinct = [.. weights.Distinct()];
        _tables = [.. distinct.Select(weight => AliasTable.Poisson(weight * scale))];
        var kindOf = distinct.Select((weight, kind) => (weight, kind)).ToDictionary(pair => pair.weight, pair => pair.kind);
        _kinds = [.. weights.Select(weight => kindOf[weight])];
    }

    /// <summary>How many distinct values ascending numbers have.</summary>
    public static int Distinct(ReadOnlySpan<double> ascending)
    {
        int count = ascending.Length == 0 ? 0 : 1;
        for (int i = 1; i < ascending.Length; i++)
            count += ascending[i] > ascending[i - 1] ? 1 : 0;
        return count;
    }

    /// <summary>Resamples as large as the sample, over its distinct values.</summary>
    public static MultinomialSums OverDistinct(double[] ascending)
    {
        var groups = ascending.GroupBy(value => value).ToArray();
        return new(ascending, [.. groups.Select(group => group.Key)], [.. groups.Select(group => group.Count())], ascending.Length);
    }

    /// <summary>Resamples as large as a population from a small bag of its values.</summary>
    public static MultinomialSums OverBag(double[] bag, long size) => new(bag, bag, [.. Enumerable.Repeat(1, bag.Length)], size);

    /// <summary>The mean of each resample.</summary>
    public double[] Means(int replicates, int seed, int arm)
    {
        double[] means = new double[replicates];
        Parallel.For(0, replicates, replicate =>
        {
            var chance = Chance.For(seed, Purpose.Resample, replicate, arm);
            means[replicate] = Mean(ref chance);
        });
        return means;
    }

    private double Mean(ref Chance chance)
    {
        while (true)
        {
            long drawn = 0;
            double sum = 0;
            for (int cell = 0; cell < _cells.Length; cell++)
            {
                int times = _tables[_kinds[cell]].Draw(ref chance);
                drawn += times;
                sum += times * _cells[cell];
            }
            if (drawn > _size)
                continue;
            for (; drawn < _size; drawn++)
                sum += _values[chance.Below(_values.Length)];
            return sum / _size;
        }
    }
}

/// <summary>Draws from a discrete distribution in constant time.</summary>
internal sealed class AliasTable
{
    private readonly int _first;
    private readonly double[] _keep;
    private readonly int[] _alias;

    private AliasTable(int first, double[] probabilities)
    {
        int n = probabilities.Length;
        (_first, _keep, _alias) = (first, new double[n], new int[n]);
        double[] scaled = [.. probabilities.Select(p => p * n)];
        var small = new Stack<int>(Enumerable.Range(0, n).Where(i => scaled[i] < 1));
        var large = new Stack<int>(Enumerable.Range(0, n).Where(i => scaled[i] >= 1));
        Array.Fill(_keep, 1);
        while (small.Count > 0 && large.Count > 0)
        {
            int less = small.Pop(), more = large.Pop();
            (_keep[less], _alias[less]) = (scaled[less], more);
            scaled[more] -= 1 - scaled[less];
            (scaled[more] < 1 ? small : large).Push(more);
        }
    }

    /// <summary>The Poisson distribution, less than 1e-17 of it left out in its tails.</summary>
    public static AliasTable Poisson(double mean)
    {
        int first = (int)Math.Max(0, mean - 9 * Math.Sqrt(mean) - 10), last = (int)(mean + 9 * Math.Sqrt(mean) + 25);
        double[] weights = [.. Enumerable.Range(first, last - first + 1).Select(k => mean == 0 ? (k == 0 ? 1 : 0) : Math.Exp(k * Math.Log(mean) - mean - MathNet.Numerics.SpecialFunctions.GammaLn(k + 1.0)))];
        double sum = weights.Sum();
        return new(first, [.. weights.Select(weight => weight / sum)]);
    }

    public int Draw(ref Chance chance)
    {
        double place = chance.Unit() * _keep.Length;
        int cell = (int)place;
        return _first + (place - cell < _keep[cell] ? cell : _alias[cell]);
    }
}
