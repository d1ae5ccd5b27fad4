using UserOps.Samples;

namespace UserOps.Statistics;

/// <summary>Draws anew how many of all units fall into each cell.</summary>
/// <remarks>
/// Cell after cell from the binomial distribution given what is left (L. Devroye 1986, "Non-uniform random variate generation", chapter XI): inversion where few are expected, else
/// the normal approximation, whose error no bootstrap of counts above 30 sees.
/// </remarks>
internal static class Multinomial
{
    private const double Few = 30;

    /// <summary>As many units as there are, each in a cell with the probability of its share.</summary>
    /// <param name="counts">Zero or more; need not be whole.</param>
    /// <param name="chance">The stream of random numbers.</param>
    public static double[] Draw(ReadOnlySpan<double> counts, ref Chance chance)
    {
        double all = 0;
        foreach (double count in counts)
            all += count;
        double[] drawn = new double[counts.Length];
        double units = Math.Round(all), left = all;
        for (int cell = 0; cell < counts.Length && units > 0; cell++)
        {
            drawn[cell] = counts[cell] == 0 ? 0 : Binomial(units, Math.Min(1, counts[cell] / left), ref chance);
            units -= drawn[cell];
            left -= counts[cell];
        }
        return drawn;
    }

    private static double Binomial(double n, double p, ref Chance chance)
    {
        if (p >= 1)
            return n;
        if (p > 0.5)
            return n - Binomial(n, 1 - p, ref chance);
        if (n * p < Few)
            return Inverted(n, p, ref chance);
        double drawn = Math.Round(n * p + Math.Sqrt(n * p * (1 - p)) * chance.Normal());
        return Math.Clamp(drawn, 0, n);
    }

    private static double Inverted(double n, double p, ref Chance chance)
    {
        double odds = p / (1 - p), probability = Math.Exp(n * double.LogP1(-p)), left = chance.Unit();
        double k = 0;
        while (left > probability && k < n)
        {
            left -= probability;
            probability *= (n - k) / (k + 1) * odds;
            k++;
        }
        return k;
    }
}
