using MathNet.Numerics.Distributions;
using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>Finds the parameters under which the data are most likely.</summary>
/// <remarks>
/// The search runs from every start; the best end counts. Parameters must be on a scale without limits, such as the logarithm of a positive one.
/// Intervals by the profile likelihood: D. J. Venzon and S. H. Moolgavkar (1988), "A method for computing profile-likelihood-based confidence
/// intervals", Applied Statistics 37.
/// </remarks>
internal static class MaximumLikelihood
{
    // In units of the log-likelihood, and as a part of it: differences that no reader of it sees, and rounding.
    private const double Tolerance = 1e-10, Rounding = 1e-14;

    // Near enough to tell which start leads highest.
    private const double Rough = 0.01;

    /// <summary>Maximises a likelihood.</summary>
    /// <param name="negativeLogLikelihood">Minus the log-likelihood and its gradient.</param>
    /// <param name="starts">Where to start; at least one.</param>
    /// <param name="box">Where parameters may lie; everywhere when absent.</param>
    /// <exception cref="UserOpsException">No start has a finite likelihood.</exception>
    public static LikelihoodMaximum Find(GradientFunction negativeLogLikelihood, IReadOnlyList<double[]> starts, ParameterBox? box = null)
    {
        box ??= ParameterBox.Unbounded(starts[0].Length);
        Bfgs[] ends = [.. starts.Select(start => Bfgs.Minimize(negativeLogLikelihood, start, box, Rough))];
        var best = ends.MinBy(end => end.Value)!;
        best.Refine(Math.Max(Tolerance, Rounding * Math.Abs(best.Value)));
        if (!double.IsFinite(best.Value))
            throw new UserOpsException($"None of {starts.Count} starts has a finite likelihood; look for values that are infinite or far from all others.");
        return new(negativeLogLikelihood, box, best, ends.Sum(end => end.Evaluations));
    }

    /// <summary>The values of a parameter that the data do not reject when the other parameters may adapt.</summary>
    /// <returns>A bound is infinite where the likelihood does not fall enough before the box ends, and on the far side of 0 where the parameter is on the boundary:
    /// a companion that the box stops there would feign a limit.</returns>
    public static Interval Profile(LikelihoodMaximum maximum, int parameter, double level) => new(
        Bound(maximum, parameter, level, -1), Bound(maximum, parameter, level, +1), level);

    // The signed root of twice the fall in log-likelihood is nearly linear in the parameter, so a secant finds the bound in a few steps.
    private static double Bound(LikelihoodMaximum maximum, int parameter, double level, int side)
    {
        if (maximum.IsOnBoundary[parameter] && side == Math.Sign(maximum.Parameters[parameter]))
            return side * double.PositiveInfinity;
        double target = Normal.InvCDF(0, 1, 0.5 + level / 2), estimate = maximum.Parameters[parameter];
        double[] point = [.. maximum.Parameters];
        (double distance, double root) low = (0, 0), high = (double.PositiveInfinity, double.PositiveInfinity);
        double step = Math.Min(1, target * maximum.StandardErrors[parameter]) is > 0 and var first ? first : 1;
        double reach = side > 0 ? maximum.Box.Upper[parameter] - estimate : estimate - maximum.Box.Lower[parameter];
        for (int trial = 0; trial < 60; trial++)
        {
            double distance = Math.Min(step, reach), root = Root(maximum, parameter, estimate + side * distance, point);
            if (Math.Abs(root - target) < 1e-5 || high.distance - low.distance < 1e-9 * (1 + Math.Abs(estimate)))
                return estimate + side * distance;
            if (root < target && distance >= reach)
                return side * double.PositiveInfinity;
            (low, high) = root < target ? ((distance, root), high) : (low, (distance, root));
            step = double.IsFinite(high.root) ? Between(low, high, target) : Math.Min(2 * distance + 0.1, distance * Math.Max(1.1, target / Math.Max(root, 1e-3)));
        }
        return estimate + side * step;
    }

    private static double Between((double Distance, double Root) low, (double Distance, double Root) high, double target)
    {
        double share = Math.Clamp((target - low.Root) / (high.Root - low.Root), 0.02, 0.98);
        return low.Distance + share * (high.Distance - low.Distance);
    }

    private static double Root(LikelihoodMaximum maximum, int parameter, double value, double[] point)
    {
        point[parameter] = value;
        var end = Bfgs.Minimize(maximum.Function, point, maximum.Box.Fix(parameter, value), 1e-7);
        if (!double.IsFinite(end.Value))
            return double.PositiveInfinity;
        end.Point.CopyTo(point, 0);
        return Math.Sqrt(2 * Math.Max(0, end.Value + maximum.LogLikelihood));
    }
}
