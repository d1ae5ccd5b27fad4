using MathNet.Numerics;

namespace UserOps.Statistics;

/// <summary>The chi-square distribution's upper tail, exact where the probability is tiny.</summary>
internal static class ChiSquare
{
    /// <summary>The chance of a value at least as large; 1 without degrees of freedom, NaN where there is no value.</summary>
    public static double Tail(double value, int degreesOfFreedom) =>
        degreesOfFreedom == 0 || value <= 0 ? 1 : double.IsNaN(value) ? double.NaN : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2.0, value / 2);
}
