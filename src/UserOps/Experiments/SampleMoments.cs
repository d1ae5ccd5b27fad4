namespace UserOps.Experiments;

/// <summary>All that inference on means needs of one arm: how many units it has, and the means, variances and covariances of what was measured on each.</summary>
/// <remarks>
/// Moments of shards are added with <c>+</c>, so that one pass over users, many workers or a query in a warehouse feed the same inference. They are kept
/// about the mean, where large values do not eat the digits of a small variance: T. F. Chan, G. H. Golub and R. J. LeVeque (1983), "Algorithms for computing
/// the sample variance", The American Statistician 37. A metric with a denominator or covariates is several quantities of one unit: metric first, then
/// denominator, then covariates.
/// </remarks>
public sealed partial class SampleMoments
{
    private readonly double[] _means;
    private readonly double[,] _products;

    private SampleMoments(long count, double[] means, double[,] products) => (Count, _means, _products) = (count, means, products);

    /// <summary>How many units there are.</summary>
    public long Count { get; }

    /// <summary>How many quantities were measured on each unit.</summary>
    public int Size => _means.Length;

    /// <summary>The mean of a quantity; NaN where there are no units.</summary>
    /// <exception cref="UserOpsException">There is no such quantity.</exception>
    public double Mean(int quantity = 0) => Count == 0 ? double.NaN : _means[Checked(quantity)];

    /// <summary>The sum of a quantity.</summary>
    /// <exception cref="UserOpsException">There is no such quantity.</exception>
    public double Sum(int quantity = 0) => _means[Checked(quantity)] * Count;

    /// <summary>The sample variance (divisor n − 1) of a quantity; NaN with fewer than two units.</summary>
    public double Variance(int quantity = 0) => Covariance(quantity, quantity);

    /// <summary>The sample covariance (divisor n − 1) of two quantities; NaN with fewer than two units.</summary>
    /// <exception cref="UserOpsException">There is no such quantity.</exception>
    public double Covariance(int first, int second) => Count < 2 ? double.NaN : _products[Checked(first), Checked(second)] / (Count - 1);

    /// <summary>The sum of products of two quantities about their means.</summary>
    internal double CentredProduct(int first, int second) => _products[first, second];

    /// <summary>The moments of some of the quantities, in the order given.</summary>
    public SampleMoments Select(params ReadOnlySpan<int> quantities)
    {
        double[] means = new double[quantities.Length];
        double[,] products = new double[quantities.Length, quantities.Length];
        for (int i = 0; i < means.Length; i++)
        {
            means[i] = _means[quantities[i]];
            for (int j = 0; j < means.Length; j++)
                products[i, j] = _products[quantities[i], quantities[j]];
        }
        return new(Count, means, products);
    }

    /// <summary>The moments of both parts together.</summary>
    /// <exception cref="UserOpsException">The parts measure different numbers of quantities.</exception>
    public static SampleMoments operator +(SampleMoments a, SampleMoments b)
    {
        if (a.Size != b.Size)
            throw new UserOpsException($"Moments of {a.Size} and of {b.Size} quantities cannot be added: build all shards by one definition.");
        if (a.Count == 0 || b.Count == 0)
            return a.Count == 0 ? b : a;
        long count = a.Count + b.Count;
        double part = (double)b.Count / count, weight = a.Count * part;
        double[] means = new double[a.Size];
        double[,] products = new double[a.Size, a.Size];
        for (int i = 0; i < a.Size; i++)
        {
            double gap = b._means[i] - a._means[i];
            means[i] = a._means[i] + gap * part;
            for (int j = 0; j < a.Size; j++)
                products[i, j] = a._products[i, j] + b._products[i, j] + gap * (b._means[j] - a._means[j]) * weight;
        }
        return new(count, means, products);
    }

    /// <summary>The moments of linear combinations, a row of the map each.</summary>
    internal SampleMoments Map(double[,] map)
    {
        int size = map.GetLength(0);
        double[] means = new double[size];
        double[,] half = new double[size, Size], products = new double[size, size];
        for (int i = 0; i < size; i++)
            for (int k = 0; k < Size; k++)
            {
                means[i] += map[i, k] * _means[k];
                for (int l = 0; l < Size; l++)
                    half[i, l] += map[i, k] * _products[k, l];
            }
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                for (int l = 0; l < Size; l++)
                    products[i, j] += half[i, l] * map[j, l];
        return new(Count, means, products);
    }

    /// <summary>The same moments with every quantity moved by a constant.</summary>
    internal SampleMoments Moved(ReadOnlySpan<double> by)
    {
        double[] means = [.. _means];
        for (int i = 0; i < means.Length; i++)
            means[i] = Rounded(means[i] + by[i], by[i]);
        return new(Count, means, _products);
    }

    private int Checked(int quantity) => quantity >= 0 && quantity < Size ? quantity
        : throw new UserOpsException($"Quantity {quantity} was asked for; there are {Size}, counted from 0.");

    // What two numbers leave when they cancel to so many digits is the rounding of the sums behind them.
    private static double Rounded(double rest, double of) => Math.Abs(rest) <= 1e-11 * Math.Abs(of) ? 0 : rest;

    /// <summary>The moments of both parts together.</summary>
    public SampleMoments Add(SampleMoments other) => this + other;
}
