namespace UserOps.Experiments.Bayes;

/// <summary>Chances and losses of two independent beliefs, by integrals and not by draws.</summary>
/// <remarks>
/// On the whole line the integrands are smooth and fall off on both sides, so that the trapezoidal rule gives nearly all digits of a double: L. N. Trefethen and J. A. C. Weideman
/// (2014), "The exponentially convergent trapezoidal rule", SIAM Review 56. All terms are positive: tiny chances and losses keep their digits.
/// </remarks>
internal static class BeliefComparison
{
    private const int PointsPerDeviation = 6, MostPoints = 400_000;

    /// <summary>The chance that the second quantity is larger than the first by more than a gap.</summary>
    public static double ChanceAbove(Posterior first, Posterior second, double gap = 0) =>
        Over(Both(first, second), first.OnLine(), (line, y) => first.Below(line.Value(y) - gap) * line.Density(y));

    /// <summary>The mean of what the second is larger by, 0 where it is not: the loss of whoever chose the first.</summary>
    public static double ExpectedExcess(Posterior first, Posterior second) =>
        Over(Both(first, second), first.OnLine(), (line, y) => first.Below(line.Value(y)) * second.Above(line.Value(y)) * line.Slope(y));

    /// <summary>The equal-tailed interval of the second less the first.</summary>
    public static Display.Interval Difference(Posterior first, Posterior second, double level)
    {
        double centre = second.Mean - first.Mean, reach = Reach(first) + Reach(second);
        double At(double tail)
        {
            double low = centre - reach, high = centre + reach;
            for (int halving = 0; halving < 60; halving++)
            {
                double middle = (low + high) / 2;
                (low, high) = ChanceAbove(first, second, middle) > 1 - tail ? (middle, high) : (low, middle);
            }
            return (low + high) / 2;
        }
        return new(At((1 - level) / 2), At((1 + level) / 2), level);
    }

    // What is unlikely of both may be likeliest of the two together: between them.
    private static BeliefOnLine Both(Posterior first, Posterior second)
    {
        BeliefOnLine a = first.OnLine(), b = second.OnLine();
        return b with { Low = Math.Min(a.Low, b.Low), High = Math.Max(a.High, b.High) };
    }

    private static double Reach(Posterior belief)
    {
        var line = belief.OnLine();
        return line.Value(line.High) - line.Value(line.Low);
    }

    private static double Over(BeliefOnLine line, BeliefOnLine other, Func<BeliefOnLine, double, double> integrand)
    {
        double step = Math.Min(line.Spread, other.Spread) / PointsPerDeviation, width = line.High - line.Low;
        Require.That(width / step < MostPoints, $"two beliefs of which one is {width / step / 24:0} times wider than the other; compare quantities that are known about as well");
        int points = (int)Math.Ceiling(width / step);
        double sum = 0;
        for (int i = 0; i <= points; i++)
            sum += integrand(line, line.Low + width * i / points);
        return sum * width / points;
    }
}
