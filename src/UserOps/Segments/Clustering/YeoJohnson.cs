using MathNet.Numerics;

namespace UserOps.Segments.Clustering;

/// <summary>The power transformation for numbers of either sign that makes a sample most nearly normal.</summary>
/// <remarks>I.-K. Yeo, R. A. Johnson (2000), "A new family of power transformations to improve normality or symmetry", Biometrika 87. λ = 1 changes
/// nothing; λ = 0 is ln(1 + x) for x ≥ 0.</remarks>
internal static class YeoJohnson
{
    /// <summary>λ is sought between these bounds: outside them the power has a ceiling (below 0) or a floor (above 2) on which far values become one.</summary>
    private const double Lowest = 0, Highest = 2;

    private const double Tolerance = 1e-7, AtBound = 1e-5;

    /// <summary>The transformed number.</summary>
    public static double Transform(double x, double lambda) => x >= 0
        ? Math.Abs(lambda) < 1e-12 ? SpecialFunctions.Log1p(x) : Math.Pow(x + 1, lambda) / lambda - 1 / lambda
        : Math.Abs(lambda - 2) < 1e-12 ? -SpecialFunctions.Log1p(-x) : -(Math.Pow(1 - x, 2 - lambda) - 1) / (2 - lambda);

    /// <summary>The λ from 0 to 2 of the largest likelihood; the likelihood has one peak (Yeo and Johnson 2000, section 3).</summary>
    /// <param name="values">At least two values that differ.</param>
    public static double Fit(double[] values)
    {
        double jacobian = values.Sum(x => Math.Sign(x) * SpecialFunctions.Log1p(Math.Abs(x)));
        double low = Lowest, high = Highest;
        while (high - low > Tolerance)
        {
            double first = low + (high - low) / 3, second = high - (high - low) / 3;
            (low, high) = LogLikelihood(values, first, jacobian) < LogLikelihood(values, second, jacobian) ? (first, high) : (low, second);
        }
        return low < Lowest + AtBound ? Lowest : high > Highest - AtBound ? Highest : (low + high) / 2;
    }

    private static double LogLikelihood(double[] values, double lambda, double jacobian)
    {
        double mean = 0, squares = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double y = Transform(values[i], lambda), step = y - mean;
            mean += step / (i + 1);
            squares += step * (y - mean);
        }
        return -values.Length / 2.0 * Math.Log(squares / values.Length) + (lambda - 1) * jacobian;
    }
}
