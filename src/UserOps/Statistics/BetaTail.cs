namespace UserOps.Statistics;

/// <summary>The Beta distribution, to thirteen digits for thousands and eleven for millions of users.</summary>
/// <remarks>
/// MathNet 5 scales it by the difference of logarithms of gamma functions, which leaves twelve digits for a thousand users and seven for ten millions. Here the large parts are subtracted by
/// hand: C. Loader (2000), "Fast and accurate computation of binomial probabilities". The continued fraction is that of DLMF 8.17.22.
/// </remarks>
internal static class BetaTail
{
    // Lentz's method must not divide by 0; a step of the last digit ends it.
    private const double Tiny = 1e-300, Exact = 2.5e-16;

    /// <summary>The chance of a smaller value, I_x(a, b).</summary>
    /// <param name="a">Successes, above 0.</param>
    /// <param name="b">Failures, above 0.</param>
    /// <param name="x">The value, 0 to 1.</param>
    /// <param name="rest">1 − x, with its own digits.</param>
    public static double Below(double a, double b, double x, double rest) =>
        x <= 0 ? 0 : rest <= 0 ? 1
        : x * (a + b + 2) < a + 1 ? Density(a, b, x, rest) * Fraction(a, b, x) / a
        : 1 - Density(b, a, rest, x) * Fraction(b, a, rest) / b;

    /// <summary>xᵃ(1 − x)ᵇ ÷ B(a, b): the density on the scale of log odds.</summary>
    public static double Density(double a, double b, double x, double rest)
    {
        double n = a + b, gap = x < rest ? Math.FusedMultiplyAdd(n, x, -a) : Math.FusedMultiplyAdd(-n, rest, b);
        double log = a * LogBent(n * x / a, gap / a) + b * LogBent(n * rest / b, -gap / b) + LogGammaStep.Rest(n) - LogGammaStep.Rest(a) - LogGammaStep.Rest(b);
        return Math.Exp(log) * Math.Sqrt(a / n * b / (2 * Math.PI));
    }

    /// <summary>ln(1 + u) − u, without losing digits where u is near 0 or −1.</summary>
    private static double LogBent(double onePlus, double u)
    {
        if (!(Math.Abs(u) < 0.5))
            return Math.Log(onePlus) - u;
        double r = u / (2 + u), squared = r * r, sum = 0, power = 1;
        for (int k = 3; power > Exact * sum || k == 3; k += 2, power *= squared)
            sum += power / k;
        return r * (2 * squared * sum - u);
    }

    private static double Fraction(double a, double b, double x)
    {
        double c = 1, d = Inverse(1 - (a + b) * x / (a + 1)), value = d;
        for (int m = 1; m < 1_000_000; m++)
        {
            double even = m * (b - m) * x / (a + 2 * m - 1) / (a + 2 * m), odd = -(a + m) * (a + b + m) * x / (a + 2 * m) / (a + 2 * m + 1);
            d = Inverse(1 + even * d);
            c = Away(1 + even / c);
            value *= d * c;
            d = Inverse(1 + odd * d);
            c = Away(1 + odd / c);
            double step = d * c;
            value *= step;
            if (Math.Abs(step - 1) <= Exact)
                break;
        }
        return value;
    }

    private static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    private static double Inverse(double value) => 1 / Away(value);
}
