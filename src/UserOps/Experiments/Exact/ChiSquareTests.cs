using UserOps.Statistics;

namespace UserOps.Experiments.Exact;

/// <summary>The χ² tests of two proportions, with and without Yates' correction, for comparison with other tools.</summary>
/// <remarks>
/// K. Pearson (1900), Philosophical Magazine 50; F. Yates (1934), Supplement to JRSS 1. All need some 5 expected in each cell; the corrected ones are as cautious as Fisher's test without its
/// guarantee. The default of the workbench is Pearson's without correction, Fisher's where events are rare.
/// </remarks>
public static class ChiSquareTests
{
    /// <summary>Pearson's test, two-sided.</summary>
    /// <param name="control">Counts of control.</param>
    /// <param name="treatment">Counts of treatment.</param>
    /// <param name="corrected">Whether counts are moved by a half towards those expected (Yates).</param>
    /// <exception cref="InsufficientDataException">An arm has no users, or nobody or everybody succeeded in both.</exception>
    public static double Pearson(ProportionCounts control, ProportionCounts treatment, bool corrected = false) =>
        ChiSquare.Tail(Cells(control, treatment, corrected).Sum(cell => (cell.Seen - cell.Expected) * (cell.Seen - cell.Expected) / cell.Expected), 1);

    /// <summary>The likelihood-ratio test (G test), two-sided.</summary>
    /// <param name="control">Counts of control.</param>
    /// <param name="treatment">Counts of treatment.</param>
    /// <param name="corrected">Whether counts are moved by a half towards those expected (Yates).</param>
    /// <exception cref="InsufficientDataException">An arm has no users, or nobody or everybody succeeded in both.</exception>
    public static double LikelihoodRatio(ProportionCounts control, ProportionCounts treatment, bool corrected = false) =>
        ChiSquare.Tail(Math.Max(0, 2 * Cells(control, treatment, corrected).Sum(cell => cell.Seen > 0 ? cell.Seen * Math.Log(cell.Seen / cell.Expected) : 0)), 1);

    private static (double Seen, double Expected)[] Cells(ProportionCounts control, ProportionCounts treatment, bool corrected)
    {
        ExactTests.Check(control, treatment);
        double share = (control + treatment).Share;
        return
        [
            Cell(control.Successes, control.Count * share), Cell(control.Failures, control.Count * (1 - share)),
            Cell(treatment.Successes, treatment.Count * share), Cell(treatment.Failures, treatment.Count * (1 - share)),
        ];

        (double, double) Cell(double seen, double expected) =>
            (corrected ? seen + Math.CopySign(Math.Min(0.5, Math.Abs(expected - seen)), expected - seen) : seen, expected);
    }
}
