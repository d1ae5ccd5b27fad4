using UserOps.Display;

namespace UserOps.Budget;

/// <summary>Warns where channels rise and fall together, so that nobody can tell which of them worked.</summary>
internal static class Collinearity
{
    private const double Together = 0.8, Inflated = 5;

    public static IEnumerable<string> Notes(MixFit fit)
    {
        double[][] centred = [.. fit.Data.Spend.Select(Centred)];
        for (int i = 0; i < centred.Length; i++)
            for (int j = 0; j < i; j++)
                if (Correlation(centred[i], centred[j]) is var correlation && Math.Abs(correlation) > Together)
                    yield return $"{fit.Data.Channels[j]} and {fit.Data.Channels[i]} rise and fall together (correlation {Format.Number().Write(correlation)}): what one brought may be credited to the other. Vary one of them alone.";
        double[] factors = Factors([.. fit.Transformed.Select(column => fit.Basis.Rest(column))], [.. fit.Transformed.Select(Centred)]);
        foreach (var (channel, factor) in factors.Index())
            if (factor > Inflated)
                yield return $"{fit.Data.Channels[channel]} follows trend, season or the other channels (variance inflation {Format.Number(0).Write(Math.Min(factor, 1e6))}): its effect can hardly be told from theirs.";
    }

    /// <summary>The variance inflation factor of each channel: what is left of its variation once controls and the other channels are taken out.</summary>
    private static double[] Factors(double[][] rests, double[][] centred) =>
        [.. rests.Select((rest, i) => Basis.Dot(centred[i], centred[i]) / Math.Max(double.Epsilon, Left(rest, [.. rests.Where((_, j) => j != i)])))];

    private static double Left(double[] rest, double[][] others) => new Basis(others).Rest(rest) is var left ? Basis.Dot(left, left) : 0;

    private static double Correlation(double[] a, double[] b) => Basis.Dot(a, b) / Math.Sqrt(Basis.Dot(a, a) * Basis.Dot(b, b));

    private static double[] Centred(double[] values) => values.Average() is var mean ? Array.ConvertAll(values, value => value - mean) : values;
}
