using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>A likelihood with its first and negative second derivatives.</summary>
/// <param name="at">Where.</param>
/// <param name="gradient">Filled with the first derivatives.</param>
/// <param name="information">Filled with the negative second derivatives.</param>
/// <returns>The logarithm of the likelihood.</returns>
internal delegate double LogLikelihood(double[] at, double[] gradient, double[,] information);

/// <summary>The maximum of a likelihood.</summary>
internal sealed record Maximum(double[] At, double Value, double[,] Information);

/// <summary>Why no maximum was found: the coefficient that keeps growing, or that the others determine.</summary>
internal sealed class NoMaximumException(int coefficient, bool grows) : Exception
{
    public int Coefficient { get; } = coefficient;

    public bool Grows { get; } = grows;
}

/// <summary>Newton's method with step halving; tells a maximum from a likelihood that only levels off.</summary>
internal static class Newton
{
    private const int MostSteps = 200, MostHalvings = 40;

    // The gain that a step still promises. A true maximum is then nearer than 10⁻³ standard deviations; one at infinity is still a stride away.
    private const double LevelledOff = 1e-7, Reached = 1e-13, Stride = 0.05, Rounding = 1e-13;

    /// <exception cref="NoMaximumException">There is no finite maximum.</exception>
    public static Maximum Maximise(LogLikelihood likelihood, double[] start)
    {
        int size = start.Length;
        double[] at = start;
        double[] gradient = new double[size];
        double[,] information = new double[size, size];
        double value = likelihood(at, gradient, information);
        for (int taken = 0; taken < MostSteps; taken++)
        {
            // Away from the maximum a likelihood may curve upwards: a heavier diagonal still leads uphill.
            var factor = Cholesky.Of(information, out int spoiler) ?? Heavier(information)
                ?? throw new NoMaximumException(spoiler, grows: taken > 0);
            double[] step = factor.Solve(gradient);
            double gain = step.Zip(gradient, (s, g) => s * g).Sum() / 2;
            int widest = Widest(step);
            if (gain < LevelledOff && Math.Abs(step[widest]) > Stride)
                throw new NoMaximumException(widest, grows: true);
            (double[] next, double better) = Ahead(likelihood, at, step, value, gradient, information);
            if (gain <= Reached * (1 + Math.Abs(value)))
                return spoiler < 0 ? new(next, better, information) : throw new NoMaximumException(spoiler, grows: true);
            (at, value) = (next, better);
        }
        throw new NoMaximumException(Widest(at), grows: true);
    }

    private static (double[] At, double Value) Ahead(LogLikelihood likelihood, double[] from, double[] step, double value, double[] gradient, double[,] information)
    {
        double length = 1;
        for (int halvings = 0; ; halvings++, length /= 2)
        {
            double[] next = [.. from.Zip(step, (a, s) => a + length * s)];
            double found = likelihood(next, gradient, information);
            if (double.IsFinite(found) && found >= value - Rounding * Math.Abs(value) || halvings == MostHalvings)
                return (next, found);
        }
    }

    /// <summary>The factor with just as much added to the diagonal as it takes (Levenberg and Marquardt).</summary>
    private static Cholesky? Heavier(double[,] information)
    {
        for (double more = 1e-3; more < 1e6; more *= 4)
        {
            double[,] heavier = (double[,])information.Clone();
            for (int i = 0; i < heavier.GetLength(0); i++)
                heavier[i, i] += more * Math.Abs(heavier[i, i]);
            if (Cholesky.Of(heavier, out _) is { } factor)
                return factor;
        }
        return null;
    }

    private static int Widest(double[] values) => values.Select(Math.Abs).Index().MaxBy(pair => pair.Item).Index;
}
