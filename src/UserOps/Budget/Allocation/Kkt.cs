namespace UserOps.Budget;

/// <summary>How far a division is from the conditions that every best division meets.</summary>
/// <remarks>
/// W. Karush (1939), H. W. Kuhn and A. W. Tucker (1951): there is a price of money at which no channel strictly between its bounds brings more or less for the last unit, none at its lower
/// bound more, none at its upper bound less.
/// </remarks>
internal static class Kkt
{
    // A part of all spend that nobody could move: what lies nearer to a bound is at it.
    private const double Nothing = 1e-9;

    /// <summary>The largest violation at the best price, as a part of the largest marginal response; 0 at a best division.</summary>
    public static double Residual(IReadOnlyList<ResponseCurve> curves, IReadOnlyList<SpendBounds> bounds, IReadOnlyList<double> spend)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity, scale = 0, nothing = Nothing * spend.Sum();
        for (int i = 0; i < curves.Count; i++)
        {
            bool canGive = spend[i] > bounds[i].Lower + nothing, canTake = spend[i] < bounds[i].Upper - nothing;
            // Curves may rise infinitely steeply at 0: what counts there is the first bit of money.
            double marginal = curves[i].Marginal(canGive ? spend[i] : spend[i] + nothing);
            scale = Math.Max(scale, marginal);
            least = canGive ? Math.Min(least, marginal) : least;
            most = canTake ? Math.Max(most, marginal) : most;
        }
        return scale > 0 && most > least ? (most - least) / scale : 0;
    }
}
