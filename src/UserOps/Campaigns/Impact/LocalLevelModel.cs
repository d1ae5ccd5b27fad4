namespace UserOps.Campaigns;

/// <summary>A series as regressors plus a level that walks at random plus noise, fitted by maximum likelihood.</summary>
/// <remarks>
/// The coefficients and the scale have closed forms given the share of the level's variance (generalised least squares on the innovations), so the likelihood is searched over one number:
/// on a fixed grid from 0 to 1, then by golden section around the three highest places. The answer is the same in every run, and a level that does not move (share 0) or noise that is
/// absent (share 1) are found exactly.
/// </remarks>
internal sealed class LocalLevelModel
{
    private const double Golden = 0.6180339887498949;
    private static readonly double[] Grid = [.. Enumerable.Range(-28, 49).Select(i => i / 4.0)];

    private readonly double[][] _rows;
    private readonly Lazy<(LocalLevelAtShare At, double Weight)[]> _plausible;

    private LocalLevelModel(double[][] rows, double share, LocalLevelAtShare at)
    {
        (_rows, Share, At) = (rows, share, at);
        _plausible = new(() => LevelPrediction.Weigh(this));
    }

    /// <summary>The variance of the level's steps over the sum of both variances, 0 to 1.</summary>
    public double Share { get; }

    /// <summary>The fit at that share.</summary>
    public LocalLevelAtShare At { get; }

    /// <summary>The variance of the level's steps.</summary>
    public double LevelVariance => Share * At.Scale;

    /// <summary>The variance of the noise.</summary>
    public double NoiseVariance => (1 - Share) * At.Scale;

    /// <summary>The coefficients of the regressors.</summary>
    public IReadOnlyList<double> Coefficients => At.Coefficients;

    /// <summary>The log-likelihood of all values but the first.</summary>
    public double LogLikelihood => At.LogLikelihood;

    /// <summary>The shares that the data allow, each with its weight; the weights sum to 1.</summary>
    public IReadOnlyList<(LocalLevelAtShare At, double Weight)> Plausible => _plausible.Value;

    /// <summary>Fits the model.</summary>
    /// <param name="series">The series; NaN where a step was not seen.</param>
    /// <param name="regressors">The regressors, each as long as the series.</param>
    /// <exception cref="InsufficientDataException">There are too few values, the series does not vary, or a regressor adds nothing to those before it.</exception>
    public static LocalLevelModel Fit(IReadOnlyList<double> series, params IReadOnlyList<IReadOnlyList<double>> regressors)
    {
        double[][] rows = [.. series.Select((value, step) => (double[])[value, .. regressors.Select(one => one[step])])];
        double[] seen = [.. series.Where(value => !double.IsNaN(value))];
        int least = 4 + 2 * regressors.Count;
        if (seen.Length < least)
            throw new InsufficientDataException($"{seen.Length} steps before", $"at least {least} are", "Take finer steps or more data from before the campaign.");
        if (seen.Max() - seen.Min() <= 1e-12 * Math.Abs(seen.Max()))
            throw new InsufficientDataException($"a flat series of {seen[0]}", "values that vary are", "A series that never changes says nothing about chance.");
        double share = Search(rows);
        return new(rows, share, LocalLevelAtShare.Of(rows, share));
    }

    /// <summary>The fit at another share of the level's variance.</summary>
    public LocalLevelAtShare WithShare(double share) => LocalLevelAtShare.Of(_rows, share);

    private static double Search(double[][] rows)
    {
        double Height(double share) => LocalLevelAtShare.Of(rows, share).LogLikelihood;
        double[] heights = [.. Grid.Select(log => Height(ShareOf(log)))];
        IEnumerable<double> places = Enumerable.Range(0, Grid.Length).OrderByDescending(i => heights[i]).Take(3).Select(i => ShareOf(Climb(Grid[Math.Max(0, i - 1)], Grid[Math.Min(Grid.Length - 1, i + 1)], log => Height(ShareOf(log)))));
        return places.Append(0.0).Append(1.0).MaxBy(Height);
    }

    private static double Climb(double low, double high, Func<double, double> height)
    {
        double left = high - Golden * (high - low), right = low + Golden * (high - low), atLeft = height(left), atRight = height(right);
        while (high - low > 1e-9)
        {
            if (atLeft >= atRight)
                (high, right, atRight, left) = (right, left, atLeft, right - Golden * (right - low));
            else
                (low, left, atLeft, right) = (left, right, atRight, left + Golden * (high - left));
            (atLeft, atRight) = (height(left), height(right));
        }
        return (low + high) / 2;
    }

    private static double ShareOf(double logRatio) => 1 / (1 + Math.Pow(10, -logRatio));
}
