using MathNet.Numerics.Distributions;

namespace UserOps.Churn;

/// <summary>How far a feature, or the score, moved between training and scoring.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Psi">The population stability index: 0 when both are spread alike; above 0.1 a shift, above 0.25 a large one.</param>
/// <param name="Chance">The index that one in twenty samples of these sizes would exceed without any shift.</param>
/// <param name="Moved">The bin whose share changed most, with both shares.</param>
public sealed record FeatureDrift(string Name, double Psi, double Chance, string Moved)
{
    /// <summary>From here on a shift is worth a look.</summary>
    public const double Shift = 0.1;

    /// <summary>From here on a shift is large.</summary>
    public const double LargeShift = 0.25;

    private const double LeastShare = 1e-4, Level = 0.95;

    /// <summary>Whether it moved by more than chance and by enough to matter.</summary>
    public bool HasShifted => Psi >= Shift && Psi > Chance;

    /// <summary>Compares shares of bins; bins that are empty on both sides say nothing.</summary>
    internal static FeatureDrift Of(string name, IReadOnlyList<string> bins, IReadOnlyList<double> before, IReadOnlyList<double> after, double rowsBefore, double rowsAfter)
    {
        int[] used = [.. Enumerable.Range(0, bins.Count).Where(bin => before[bin] > 0 || after[bin] > 0)];
        double psi = used.Sum(bin => Part(before[bin], after[bin]));
        int most = used.MaxBy(bin => Math.Abs(after[bin] - before[bin]));
        double chance = used.Length < 2 ? 0 : ChiSquared.InvCDF(used.Length - 1, Level) * (1 / rowsBefore + 1 / rowsAfter);
        return new(name, psi, chance, $"{bins[most]}: {Percent(before[most])} → {Percent(after[most])}");
    }

    private static double Part(double before, double after)
    {
        (double p, double q) = (Math.Max(before, LeastShare), Math.Max(after, LeastShare));
        return (q - p) * Math.Log(q / p);
    }

    private static string Percent(double share) => Display.Format.Percent().Write(share);
}
