using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace UserOps.Statistics;

/// <summary>The tail of the t distribution and its quantile.</summary>
/// <remarks>
/// MathNet 5 loses digits of the tail where there are many degrees of freedom (4e-10 at a million), and its quantile is wrong far out (by a factor of 20 at a tail
/// of 1e-12 with 10 degrees of freedom): it searches where one minus the tail is 1.
/// </remarks>
internal static class StudentTail
{
    private const double Many = 1000;
    private const int Panels = 8;
    private static readonly GaussLegendreRule Rule = new(0, 1, 16);

    /// <summary>The chance of a value above one that is not negative.</summary>
    public static double Above(double value, double df)
    {
        if (df > Many)
            return AreaAbove(value, df);
        // Near 0, df ÷ (df + t²) is so near 1 that it holds few digits of t; its complement holds all.
        double square = value * value, all = df + square;
        return value < 1 ? (1 - SpecialFunctions.BetaRegularized(0.5, df / 2, square / all)) / 2 : SpecialFunctions.BetaRegularized(df / 2, 0.5, df / all) / 2;
    }

    /// <summary>The value above which the tail lies.</summary>
    public static double Quantile(double tail, double df)
    {
        if (tail > 0.5)
            return -Quantile(1 - tail, df);
        // The normal quantile is nearer to 0, and from there Newton's steps come closer from one side. Far out they go on logarithms, on which the tail is nearly a line.
        double value = -Normal.InvCDF(0, 1, tail), last = double.NaN;
        for (int step = 0; step < 200 && !(Math.Abs(value - last) <= 1e-15 * value) && value > 0; step++)
        {
            last = value;
            double above = Above(value, df), density = Density(value, df);
            value = tail > 0.1 ? value + (above - tail) / density : value * Math.Exp(Math.Log(above / tail) * above / (value * density));
        }
        return Math.Max(0, value);
    }

    private static double Density(double value, double df) => Math.Exp(LogScale(df) - (df + 1) / 2 * SpecialFunctions.Log1p(value * value / df));

    private static double AreaAbove(double value, double df)
    {
        // Where the density is e^-45 of that at the value, nothing is left to add.
        double end = Math.Sqrt(df * SpecialFunctions.Expm1(SpecialFunctions.Log1p(value * value / df) + 90 / (df + 1))), width = (end - value) / Panels, area = 0;
        for (int panel = 0; panel < Panels; panel++)
            for (int i = 0; i < Rule.Order; i++)
                area += Rule.GetWeight(i) * width * Density(value + width * (panel + Rule.GetAbscissa(i)), df);
        return area;
    }

    /// <summary>ln Γ((ν + 1) / 2) − ln Γ(ν / 2) − ln √(νπ); for many degrees of freedom by the series of the ratio, since the difference of two large logarithms has few digits.</summary>
    private static double LogScale(double df)
    {
        double half = df / 2;
        double ratio = df <= Many
            ? SpecialFunctions.GammaLn(half + 0.5) - SpecialFunctions.GammaLn(half)
            : 0.5 * Math.Log(half) - 1 / (8 * half) + 1 / (192 * half * half * half);
        return ratio - 0.5 * Math.Log(df * Math.PI);
    }
}
