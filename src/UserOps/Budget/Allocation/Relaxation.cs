namespace UserOps.Budget;

/// <summary>The best division of a budget if every channel followed its concave envelope, and a bound that no division can exceed.</summary>
/// <param name="Spend">The division; its sum is the budget.</param>
/// <param name="Bound">No division within the bounds brings more than this.</param>
/// <remarks>Lagrange's dual: for any price of money λ, Σ max(f̂(x) − λx) + λB is at least what any division brings.</remarks>
internal sealed record Relaxation(double[] Spend, double Bound)
{
    private const int Halvings = 400;

    public static Relaxation Solve(Envelope[] envelopes, double budget)
    {
        double low = 0, high = 1;
        while (Total(envelopes, high) > budget && high < 1e300)
            high *= 2;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = low + (high - low) / 2;
            if (middle == low || middle == high)
                break;
            (low, high) = Total(envelopes, middle) > budget ? (middle, high) : (low, middle);
        }
        double[] more = [.. envelopes.Select(one => one.BestAt(low))], less = [.. envelopes.Select(one => one.BestAt(high))];
        double jump = more.Sum() - less.Sum(), part = jump > 0 ? Math.Clamp((budget - less.Sum()) / jump, 0, 1) : 0;
        double bound = envelopes.Select((one, i) => one.Value(less[i]) - high * less[i]).Sum() + high * budget;
        return new([.. less.Zip(more, (a, b) => a + part * (b - a))], bound);
    }

    private static double Total(Envelope[] envelopes, double price) => envelopes.Sum(one => one.BestAt(price));
}
