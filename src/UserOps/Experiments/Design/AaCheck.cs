using UserOps.Samples;

namespace UserOps.Experiments.Design;

/// <summary>Whether a test finds differences where there are none: users of the past are split at random again and again.</summary>
/// <remarks>
/// R. Kohavi, D. Tang and Y. Xu (2020), "Trustworthy Online Controlled Experiments", chapter 19. p-values of a sound test are uniform. A false-positive rate above
/// its level points at values that are not independent (rows instead of users), a wrong variance, or a few users who hold most of a metric.
/// </remarks>
public static class AaCheck
{
    /// <summary>Splits users in two halves at random and tests each split.</summary>
    /// <param name="users">How many users there are, 4 or more.</param>
    /// <param name="pValue">The p-value of a split, told for each user whether it is in the treatment; called from several threads.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="splits">How many splits, 100 or more.</param>
    /// <param name="alpha">The false-positive rate that the test promises, between 0 and 1.</param>
    /// <exception cref="InsufficientDataException">Fewer than 4 users.</exception>
    public static AaCheckResult Run(int users, Func<bool[], double> pValue, int seed, int splits = 1000, double alpha = 0.05)
    {
        if (users < 4)
            throw new InsufficientDataException($"{users} users", "at least 4", "Take a longer period of the past.");
        Require.That(splits >= 100, $"{splits} splits; 100 or more are needed");
        double[] pValues = new double[splits];
        Parallel.For(0, splits, split =>
        {
            var chance = Chance.For(seed, Purpose.Shuffle, split);
            bool[] treated = new bool[users];
            treated.AsSpan(0, users / 2).Fill(true);
            chance.Shuffle<bool>(treated);
            pValues[split] = pValue(treated);
        });
        return Of(pValues, alpha, users);
    }

    /// <summary>Judges p-values of comparisons in which nothing differs.</summary>
    /// <param name="pValues">Independent p-values between 0 and 1, 100 or more.</param>
    /// <param name="alpha">The false-positive rate that the test promises, between 0 and 1.</param>
    /// <param name="users">How many users stand behind them, where known.</param>
    /// <exception cref="InsufficientDataException">Fewer than 100 p-values.</exception>
    /// <exception cref="UserOpsException">A p-value is not between 0 and 1.</exception>
    public static AaCheckResult Of(IReadOnlyList<double> pValues, double alpha = 0.05, long? users = null)
    {
        Require.That(alpha is > 0 and < 1, $"a false-positive rate of {alpha}; it lies between 0 and 1, such as 0.05");
        if (pValues.Count < 100)
            throw new InsufficientDataException($"{pValues.Count} comparisons", "at least 100", "Split the users more often: a false-positive rate of 5 % does not show in so few.");
        double[] ascending = [.. pValues.Order()];
        Require.That(ascending.All(p => p is >= 0 and <= 1), $"p-values from {ascending[0]} to {ascending[^1]}; they lie between 0 and 1");
        double distance = 0;
        for (int i = 0; i < ascending.Length; i++)
            distance = Math.Max(distance, Math.Max((i + 1.0) / ascending.Length - ascending[i], ascending[i] - (double)i / ascending.Length));
        return new()
        {
            PValues = ascending,
            Alpha = alpha,
            Users = users,
            Found = new(ascending.Count(p => p <= alpha), ascending.Length),
            Distance = distance,
            UniformityPValue = Kolmogorov(Math.Sqrt(ascending.Length) * distance),
        };
    }

    /// <summary>The chance of a larger distance, for many values.</summary>
    /// <remarks>A. N. Kolmogorov (1933). Where the series for large distances converges slowly, its theta transform is summed.</remarks>
    internal static double Kolmogorov(double distance)
    {
        if (!(distance > 0.05))
            return 1;
        double sum = 0, square = distance * distance;
        if (distance < 1)
        {
            for (int k = 1; k <= 20; k += 2)
                sum += Math.Exp(-k * k * Math.PI * Math.PI / (8 * square));
            return 1 - Math.Sqrt(2 * Math.PI) / distance * sum;
        }
        for (int k = 1; k <= 20; k++)
            sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2 * k * k * square);
        return sum;
    }
}
