namespace UserOps.Budget;

/// <summary>How far a division is from the conditions that every best division meets.</summary>
/// <remarks>
/// W. Karush (1939), H. W. Kuhn and A. W. Tucker (1951): there is a price of money at which no channel strictly between its bounds brings more or less for the last unit, none at its lower
/// bound more, none at its upper bound less.
/// </remarks>
internal static class Kkt
{
    /// <summary>The largest violation at the best price, as a part of the largest marginal response; 0 at a best division.</summary>
    public static double Residual(IReadOnlyList<ResponseCurve> curves, IReadOnlyList<SpendBounds> bounds, IReadOnlyList<double> spend)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity, scale = 0;
        for (int i = 0; i < curves.Count; i++)
        {
            double marginal = curves[i].Marginal(spend[i]);
            scale = Math.Max(scale, marginal);
            if (bounds[i].Lower == bounds[i].Upper)
                continue;
            // Could give: its last unit must be worth the price. Could take: its next unit must not be worth more.
            if (spend[i] > bounds[i].Lower)
                least = Math.Min(least, marginal);
            if (spend[i] < bounds[i].Upper)
                most = Math.Max(most, marginal);
        }
        return scale > 0 && most > least ? double.IsInfinity(most) ? 1 : (most - least) / scale : 0;
    }
}
