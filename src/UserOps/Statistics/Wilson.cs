using MathNet.Numerics.Distributions;
using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>The score interval of a proportion.</summary>
/// <remarks>E. B. Wilson (1927), "Probable inference, the law of succession, and statistical inference", JASA 22. It assumes independent users.</remarks>
public static class Wilson
{
    /// <summary>The interval of <paramref name="successes"/> of <paramref name="n"/>.</summary>
    /// <param name="successes">How many, 0 to n.</param>
    /// <param name="n">Out of how many, at least 1.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    public static Interval Interval(long successes, long n, double level = 0.95)
    {
        if (!(n >= 1 && successes >= 0 && successes <= n))
            throw new UserOpsException($"{successes} of {n} is no proportion: n ≥ 1 and 0 ≤ successes ≤ n are needed.");
        ConfidenceLevel.Check(level);
        double z = Normal.InvCDF(0, 1, 0.5 + level / 2), z2 = z * z, p = (double)successes / n;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = z / (1 + z2 / n) * Math.Sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        return new(successes == 0 ? 0 : centre - half, successes == n ? 1 : centre + half, level);
    }
}
