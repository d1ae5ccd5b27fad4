using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using UserOps.Experiments;

namespace UserOps.Statistics;

/// <summary>Tails of the normal and the t distribution, exact to many digits where the probability is tiny.</summary>
internal static class Tails
{
    /// <summary>The p-value of a statistic.</summary>
    /// <param name="statistic">The statistic.</param>
    /// <param name="degreesOfFreedom">Those of the t distribution; the normal distribution when null.</param>
    /// <param name="alternative">Which differences count.</param>
    public static double PValue(double statistic, double? degreesOfFreedom, Alternative alternative) => alternative switch
    {
        Alternative.Greater => Above(statistic, degreesOfFreedom),
        Alternative.Less => Above(-statistic, degreesOfFreedom),
        _ => Math.Min(1, 2 * Above(Math.Abs(statistic), degreesOfFreedom)),
    };

    /// <summary>The chance of a value above: the survival function, never one minus the distribution function.</summary>
    public static double Above(double value, double? degreesOfFreedom = null) =>
        degreesOfFreedom is { } df ? AboveStudent(value, df) : SpecialFunctions.Erfc(value / Math.Sqrt(2)) / 2;

    /// <summary>The value above which the given tail lies.</summary>
    /// <param name="tail">Between 0 and 1, usually small.</param>
    /// <param name="degreesOfFreedom">Those of the t distribution; the normal distribution when null.</param>
    public static double Quantile(double tail, double? degreesOfFreedom = null) =>
        degreesOfFreedom is { } df ? StudentTail.Quantile(tail, df) : -Normal.InvCDF(0, 1, tail);

    /// <summary>The chance of a larger F statistic.</summary>
    /// <param name="value">The statistic, 0 or more.</param>
    /// <param name="between">Degrees of freedom of the numerator.</param>
    /// <param name="within">Degrees of freedom of the denominator.</param>
    public static double AboveF(double value, double between, double within) =>
        SpecialFunctions.BetaRegularized(within / 2, between / 2, within / (within + between * value));

    private static double AboveStudent(double value, double df) => value < 0 ? 1 - StudentTail.Above(-value, df) : StudentTail.Above(value, df);
}
