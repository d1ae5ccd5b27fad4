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

    /// <summary>Takes away what rounding has left between a spend and a bound.</summary>
    public static double[] AtBounds(IReadOnlyList<SpendBounds> bounds, double[] spend)
    {
        double rounding = 1e-13 * spend.Sum();
        return [.. spend.Select((one, i) => one <= bounds[i].Lower + rounding ? bounds[i].Lower : one >= bounds[i].Upper - rounding ? bounds[i].Upper : one)];
    }

    /// <summary>One step of all channels that can move; who would leave the bounds stays, and the others try without.</summary>
    private static double[]? Next(IReadOnlyList<ResponseCurve> curves, IReadOnlyList<SpendBounds> bounds, double[] spend)
    {
        List<int> free = [.. Enumerable.Range(0, spend.Length).Where(i => spend[i] > bounds[i].Lower && spend[i] < bounds[i].Upper && Math.Abs(curves[i].Curvature(spend[i])) > 0)];
        while (free.Count >= 2)
        {
            double[] next = Step(curves, free, spend);
            if (free.RemoveAll(i => !(next[i] > bounds[i].Lower && next[i] < bounds[i].Upper)) == 0)
                return next;
        }
        return null;
    }

    /// <summary>Newton's step to equal marginal responses with the same sum.</summary>
    private static double[] Step(IReadOnlyList<ResponseCurve> curves, List<int> free, double[] spend)
    {
        double inverse = free.Sum(i => 1 / curves[i].Curvature(spend[i]));
        double price = free.Sum(i => curves[i].Marginal(spend[i]) / curves[i].Curvature(spend[i])) / inverse;
        double[] next = [.. spend];
        foreach (int i in free)
            next[i] += (price - curves[i].Marginal(spend[i])) / curves[i].Curvature(spend[i]);
        return next;
    }

    private static double Response(IReadOnlyList<ResponseCurve> curves, double[] spend) => curves.Zip(spend, (curve, x) => curve.Response(x)).Sum();
}
