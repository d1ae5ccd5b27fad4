namespace UserOps.Experiments.Effects;

/// <summary>The score statistic of two shares against a margin: the error is the one that would be if they differed by just the margin.</summary>
/// <remarks>
/// C. P. Farrington and G. Manning (1990), "Test statistics and sample size formulae for comparative binomial trials with null hypothesis of non-zero risk difference or non-unity relative
/// risk", Statistics in Medicine 9. Without a margin both are the root of Pearson's χ². It is normal where some 5 are expected in each cell.
/// </remarks>
internal static class ScoreTest
{
    /// <summary>Against a difference of treatment less control.</summary>
    /// <param name="control">Counts of control.</param>
    /// <param name="treatment">Counts of treatment.</param>
    /// <param name="margin">The difference, between −1 and 1.</param>
    public static double Difference(ProportionCounts control, ProportionCounts treatment, double margin)
    {
        double p = treatment.Share, q = control.Share, ratio = (double)control.Count / treatment.Count, a = 1 + ratio;
        // The likeliest rate of treatment is the middle root of a cubic, by its angle.
        double b = -(1 + ratio + p + ratio * q + margin * (ratio + 2)) / (3 * a), c = margin * margin + margin * (2 * p + ratio + 1) + p + ratio * q, d = -p * margin * (1 + margin);
        double v = b * b * b - b * c / (2 * a) + d / (2 * a), u = Math.CopySign(Math.Sqrt(Math.Max(0, b * b - c / (3 * a))), v);
        double angle = u == 0 ? 0 : (Math.PI + Math.Acos(Math.Clamp(v / (u * u * u), -1, 1))) / 3;
        double rate = Math.Clamp(2 * u * Math.Cos(angle) - b, Math.Max(0, margin), Math.Min(1, 1 + margin));
        return Over(p - q - margin, Variance(rate, treatment) + Variance(rate - margin, control));
    }

    /// <summary>Against a lift of treatment over control.</summary>
    /// <param name="control">Counts of control.</param>
    /// <param name="treatment">Counts of treatment.</param>
    /// <param name="lift">The lift as a fraction of control, above −1.</param>
    public static double Lift(ProportionCounts control, ProportionCounts treatment, double lift)
    {
        double ratio = 1 + lift, a = ratio * (treatment.Count + control.Count);
        double b = -(ratio * (treatment.Count + control.Successes) + treatment.Successes + control.Count), c = treatment.Successes + control.Successes;
        double rate = Math.Clamp((-b - Math.Sqrt(Math.Max(0, b * b - 4 * a * c))) / (2 * a), 0, Math.Min(1, 1 / ratio));
        return Over(treatment.Share - ratio * control.Share, Variance(ratio * rate, treatment) + ratio * ratio * Variance(rate, control));
    }

    private static double Variance(double rate, ProportionCounts of) => Math.Max(0, rate * (1 - rate)) / of.Count;

    private static double Over(double gap, double variance) => variance > 0 ? gap / Math.Sqrt(variance)
        : throw new InsufficientDataException("shares that leave no chance at the margin", "some who did and some who did not", "Wait for more users, or choose a margin that is possible.");
}
