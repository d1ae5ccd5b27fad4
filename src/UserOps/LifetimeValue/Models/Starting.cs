namespace UserOps.LifetimeValue.Models;

/// <summary>Where the searches for a maximum begin: regular and irregular buyers, leaving early and late, at the scale of the data.</summary>
internal static class Starting
{
    /// <summary>Logarithms of (r, α, a, b).</summary>
    public static IReadOnlyList<double[]> BetaGeometric(PurchasePatterns patterns)
    {
        double wait = Wait(patterns);
        return [Logs(0.5, 0.5 * wait / 2, 0.5, 1.5), Logs(2, wait, 1, 8)];
    }

    /// <summary>Logarithms of (r, α, s, β).</summary>
    public static IReadOnlyList<double[]> Pareto(PurchasePatterns patterns)
    {
        double wait = Wait(patterns), age = patterns.Time() / patterns.Customers;
        return [Logs(0.6, 0.6 * wait / 2, 0.6, age / 2), Logs(2, wait, 1.5, 3 * age)];
    }

    private static double Wait(PurchasePatterns patterns) => patterns.Time() / Math.Max(1, patterns.Purchases());

    private static double[] Logs(params double[] values) => [.. values.Select(value => Math.Log(value))];
}
