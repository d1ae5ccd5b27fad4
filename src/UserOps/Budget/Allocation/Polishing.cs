namespace UserOps.Budget;

/// <summary>Moves a division to the nearest point at which the last unit of money brings the same everywhere.</summary>
internal static class Polishing
{
    private const int Steps = 30;

    /// <summary>Newton steps on the channels strictly between their bounds; the division itself where they lead nowhere better.</summary>
    public static double[] Improve(IReadOnlyList<ResponseCurve> curves, IReadOnlyList<SpendBounds> bounds, double[] spend)
    {
        double[] best = spend;
        for (int step = 0; step < Steps; step++)
        {
            if (Next(curves, bounds, best) is not { } next || !(Response(curves, next) > Response(curves, best)) && !(Kkt.Residual(curves, bounds, next) < Kkt.Residual(curves, bounds, best)))
                return best;
            if (Response(curves, next) < Response(curves, best) * (1 - 1e-14))
                return best;
            best = next;
        }
        return best;
    }

    private static double[]? Next(IReadOnlyList<ResponseCurve> curves, IReadOnlyList<SpendBounds> bounds, double[] spend)
    {
        int[] free = [.. Enumerable.Range(0, spend.Length).Where(i => spend[i] > bounds[i].Lower && spend[i] < bounds[i].Upper && curves[i].Curvature(spend[i]) < 0)];
        if (free.Length < 2)
            return null;
        double inverse = free.Sum(i => 1 / curves[i].Curvature(spend[i]));
        double price = free.Sum(i => curves[i].Marginal(spend[i]) / curves[i].Curvature(spend[i])) / inverse;
        double[] next = [.. spend];
        foreach (int i in free)
            next[i] += (price - curves[i].Marginal(spend[i])) / curves[i].Curvature(spend[i]);
        return Array.TrueForAll(free, i => next[i] > bounds[i].Lower && next[i] < bounds[i].Upper) ? next : null;
    }

    private static double Response(IReadOnlyList<ResponseCurve> curves, double[] spend) => curves.Zip(spend, (curve, x) => curve.Response(x)).Sum();
}
