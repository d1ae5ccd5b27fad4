using MathNet.Numerics.Distributions;

namespace UserOps.Statistics;

/// <summary>How BCa intervals move the tails of bootstrapped estimates.</summary>
/// <param name="Shift">For bias: where the estimate lies among those of the samples, on the scale of the normal distribution.</param>
/// <param name="Acceleration">For skewness: how fast the standard error changes with the estimate.</param>
/// <remarks>B. Efron (1987), "Better bootstrap confidence intervals", JASA 82.</remarks>
internal readonly record struct BiasCorrection(double Shift, double Acceleration)
{
    /// <summary>The correction.</summary>
    /// <param name="estimates">The estimates of the samples; NaN, where a sample had none, is left out.</param>
    /// <param name="estimate">The estimate of all units.</param>
    /// <param name="influences">How much each unit pulls the estimate, up to a common factor.</param>
    public static BiasCorrection Of(IReadOnlyList<double> estimates, double estimate, IReadOnlyList<double> influences)
    {
        double squares = influences.Sum(value => value * value), cubes = influences.Sum(value => value * value * value);
        return new(Score(estimates, estimate), squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : 0);
    }

    /// <summary>Where a point lies among estimates on the scale of the normal distribution, at most half an estimate from their ends.</summary>
    public static double Score(IReadOnlyList<double> estimates, double point)
    {
        int found = estimates.Count(value => !double.IsNaN(value));
        double below = estimates.Count(value => value < point) + 0.5 * estimates.Count(value => value == point);
        return Normal.InvCDF(0, 1, Math.Clamp(below / found, 0.5 / found, 1 - 0.5 / found));
    }

    /// <summary>The score among the estimates of the bound that the normal distribution has at a score.</summary>
    public double Moved(double score)
    {
        double moved = Shift + score;
        return Shift + moved / (1 - Acceleration * moved);
    }

    /// <summary>The score of the bound that lies at a score among the estimates: <see cref="Moved"/> turned round.</summary>
    public double Unmoved(double score)
    {
        double moved = score - Shift;
        return moved / (1 + Acceleration * moved) - Shift;
    }
}
