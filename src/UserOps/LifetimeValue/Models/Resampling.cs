using MathNet.Numerics.LinearAlgebra;
using UserOps.Samples;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>How far chance moves the estimates: fits to customers drawn with replacement, each begun at the estimate.</summary>
/// <remarks>
/// Where there are more than 20,000 distinct histories, the estimates are as good as normal on the scale of the search, and draws come from that normal
/// distribution instead.
/// </remarks>
internal static class Resampling
{
    /// <summary>How many draws: enough for the ends of a 95 % interval.</summary>
    public const int Count = 200;

    private const int Seed = 1, ManyPatterns = 20_000;
    private const double Tolerance = 1e-6;

    /// <summary>Parameters on the scale of the search, one array a draw.</summary>
    public static double[][] Draws(LikelihoodMaximum maximum, PurchasePatterns patterns, Func<PurchasePatterns, GradientFunction> likelihood) =>
        patterns.Count > ManyPatterns
            ? Normal(maximum)
            : Bootstrap.Estimates(patterns.PatternOf.Length, Count, Seed, times => Refit(maximum, likelihood(patterns.Drawn(times))));

    /// <summary>The same for a likelihood of rows that count as often as they were drawn.</summary>
    public static double[][] Draws(LikelihoodMaximum maximum, int rows, Func<double[], GradientFunction> likelihood) =>
        rows > ManyPatterns ? Normal(maximum) : Bootstrap.Estimates(rows, Count, Seed, times => Refit(maximum, likelihood(Weights(times))));

    private static double[] Refit(LikelihoodMaximum maximum, GradientFunction likelihood) =>
        Bfgs.Minimize(likelihood, maximum.Parameters, maximum.Box, Tolerance).Point;

    private static double[][] Normal(LikelihoodMaximum maximum)
    {
        var eigen = maximum.Covariance.Evd(Symmetricity.Symmetric);
        double[] spread = [.. eigen.EigenValues.Select(value => Math.Sqrt(Math.Max(0, value.Real)))];
        return [.. Enumerable.Range(0, Count).Select(draw =>
        {
            var chance = Chance.For(Seed, Purpose.Resample, draw);
            var steps = Vector<double>.Build.Dense([.. spread.Select(size => size * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, chance.Unit()))]);
            return (double[])[.. (eigen.EigenVectors * steps).Select((step, i) => maximum.Box.Clamp(i, maximum.Parameters[i] + step))];
        })];
    }

    private static double[] Weights(ReadOnlySpan<int> times)
    {
        double[] weights = new double[times.Length];
        for (int i = 0; i < times.Length; i++)
            weights[i] = times[i];
        return weights;
    }
}
