using MathNet.Numerics.Distributions;
using UserOps.Display;

namespace UserOps.Campaigns;

/// <summary>A prediction over all shares of the level's variance that the data allow: a mixture of t distributions.</summary>
/// <remarks>
/// Taking the most likely share for known makes intervals too narrow, most of all where it is 0 by chance. The shares are weighted by their marginal likelihood and a flat prior on the
/// gain of the filter in its steady state, from 0 (a fixed level) to 1 (a random walk without noise).
/// </remarks>
internal sealed class LevelPrediction
{
    private const int Shares = 40;
    private const double Negligible = 1e-9;

    private readonly (double Weight, double Mean, double Scale, double Degrees)[] _parts;

    private LevelPrediction((double, double, double, double)[] parts) => _parts = parts;

    /// <summary>The prediction of a sum over steps to come, or of one of them.</summary>
    /// <param name="model">The fit.</param>
    /// <param name="predict">The mean and the variance, for a known scale, at a share.</param>
    public static LevelPrediction Of(LocalLevelModel model, Func<LocalLevelAtShare, (double Mean, double Variance)> predict)
    {
        return new([.. model.Plausible.Select(place => predict(place.At) is var (mean, variance)
            ? (place.Weight, mean, Math.Sqrt(variance * place.At.UnbiasedScale), (double)place.At.DegreesOfFreedom) : default)]);
    }

    /// <summary>The shares of the level's variance that the data allow, each with its weight.</summary>
    public static (LocalLevelAtShare At, double Weight)[] Weigh(LocalLevelModel model)
    {
        (LocalLevelAtShare At, double Width)[] places = Places(model);
        double highest = places.Max(place => place.At.LogMarginal);
        double[] weights = [.. places.Select(place => place.Width * Math.Exp(place.At.LogMarginal - highest))];
        double total = weights.Sum();
        return [.. places.Select((place, i) => (place.At, weights[i] / total)).Where(place => place.Item2 > Negligible)];
    }

    /// <summary>The interval that leaves equal tails.</summary>
    public Interval Interval(double level) => new(Quantile((1 - level) / 2), Quantile((1 + level) / 2), level);

    /// <summary>The chance of a value at most this.</summary>
    public double Below(double value) => _parts.Sum(part => part.Weight * StudentT.CDF(part.Mean, part.Scale, part.Degrees, value));

    // The gain goes with the square of an even grid, since data mostly speak for small ones.
    private static (LocalLevelAtShare, double)[] Places(LocalLevelModel model) =>
    [
        .. Enumerable.Range(0, Shares).Select(i =>
        {
            double root = (i + 0.5) / Shares, gain = root * root, ratio = gain * gain / (1 - gain);
            return (model.WithShare(ratio / (1 + ratio)), 2 * root / Shares);
        }),
    ];

    private double Quantile(double probability)
    {
        double low = _parts.Min(part => part.Mean - 10 * part.Scale), high = _parts.Max(part => part.Mean + 10 * part.Scale);
        while (Below(low) > probability)
            low -= high - low;
        while (Below(high) < probability)
            high += high - low;
        for (int halving = 0; halving < 45; halving++)
        {
            double middle = (low + high) / 2;
            (low, high) = Below(middle) < probability ? (middle, high) : (low, middle);
        }
        return (low + high) / 2;
    }
}
