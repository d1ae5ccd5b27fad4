namespace UserOps.Campaigns;

/// <summary>A mixture of untreated units that was like the treated one before the campaign.</summary>
/// <param name="Weights">The weight of each donor.</param>
/// <param name="Gaps">Actual less synthetic, step by step.</param>
/// <param name="Before">How many steps lie before the campaign.</param>
internal sealed record SyntheticFit(double[] Weights, double[] Gaps, int Before)
{
    /// <summary>The root mean square of the gaps before the campaign.</summary>
    public double ErrorBefore => Root(Gaps.AsSpan(0, Before));

    /// <summary>That of the days of the campaign.</summary>
    public double ErrorDuring => Root(Gaps.AsSpan(Before));

    /// <summary>How many times as far apart in the days of the campaign; infinite after a perfect fit.</summary>
    public double Ratio => ErrorBefore > 0 ? ErrorDuring / ErrorBefore : ErrorDuring > 0 ? double.PositiveInfinity : 1;

    /// <summary>The mean gap in the days of the campaign.</summary>
    public double Effect => Gaps.Skip(Before).Average();

    /// <summary>Fits the weights on the steps before the campaign.</summary>
    public static SyntheticFit Of(double[] treated, IReadOnlyList<double[]> donors, int before) => Of(treated, donors, before, before);

    /// <summary>Fits the weights on the first steps.</summary>
    public static SyntheticFit Of(double[] treated, IReadOnlyList<double[]> donors, int before, int fitted)
    {
        double[] weights = SimplexLeastSquares.Solve([.. donors.Select(row => row[..fitted])], treated.AsSpan(0, fitted));
        return new(weights, [.. treated.Select((value, step) => value - weights.Select((weight, donor) => weight * donors[donor][step]).Sum())], before);
    }

    private static double Root(ReadOnlySpan<double> gaps)
    {
        double squares = 0;
        foreach (double gap in gaps)
            squares += gap * gap;
        return Math.Sqrt(squares / gaps.Length);
    }
}
