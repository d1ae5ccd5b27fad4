using MathNet.Numerics.RootFinding;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;

namespace UserOps.Experiments.Sequential;

/// <summary>When a planned look stops an experiment.</summary>
public sealed record GroupSequentialBounds : AnalysisResult
{
    internal GroupSequentialBounds() { }

    /// <summary>What was planned.</summary>
    public required GroupSequentialDesign Design { get; init; }

    /// <summary>The bound of the z statistic at each look, in the direction that counts; two-sided, its mirror image is the other bound.</summary>
    public required IReadOnlyList<double> Z { get; init; }

    /// <summary>The chance to stop at each look where nothing differs; they sum to 1 − level.</summary>
    public required IReadOnlyList<double> Spent { get; init; }

    /// <summary>The fixed-horizon p-value below which each look stops.</summary>
    public IReadOnlyList<double> NominalP => [.. Z.Select(z => (Design.TwoSided ? 2 : 1) * Tails.Above(z))];

    /// <summary>The chance to stop for a true difference, in its direction.</summary>
    /// <param name="expectedZ">The z statistic that the difference would have on average at the end: difference over its standard error, 0 or more.</param>
    public double Power(double expectedZ) => GroupSequentialAnalysis.Crossings(Design, Design.Looks, Z, expectedZ).Right.Sum();

    /// <summary>How many times the users of an experiment without looks are planned for the same power.</summary>
    /// <param name="power">The power, above the false-positive rate and below 1.</param>
    /// <exception cref="UserOpsException">The power is out of its range.</exception>
    public double Inflation(double power = 0.8)
    {
        double alpha = Design.SideAlpha;
        Require.That(power > alpha && power < 1, $"a power of {power}; it lies between {alpha} and 1, such as 0.8");
        double without = Tails.Quantile(alpha) - Tails.Quantile(power), with = Brent.FindRoot(z => Power(z) - power, 0, 4 * without + 4, 1e-12, 200);
        return with * with / (without * without);
    }

    /// <summary>The share of the planned users that the experiment needs on average.</summary>
    /// <param name="expectedZ">The z statistic that the difference would have on average at the end: 0 where nothing differs.</param>
    public double ExpectedShare(double expectedZ)
    {
        double[] stopping = GroupSequentialAnalysis.Crossings(Design, Design.Looks, Z, expectedZ).Stopping;
        double early = stopping.Take(Z.Count - 1).Sum();
        return stopping.Take(Z.Count - 1).Zip(Design.Looks, (chance, share) => chance * share).Sum() + (1 - early);
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "When does a look stop the experiment?",
        [
            new("Look", Format.Count), new("Share of users", Format.Percent()), new("z beyond", Format.Number(4)), new("p below", Format.Text),
            new("False positives so far", Format.Percent(3)),
        ],
        Z.Select((z, look) => new object?[] { look + 1, Design.Looks[look], double.IsFinite(z) ? z : null, PWords.Cell(NominalP[look]), Spent.Take(look + 1).Sum() }),
        $"{Design.Boundary.Describe()} · level {Caption.PerCent(Design.Level)}, {(Design.TwoSided ? "two-sided" : "one-sided")} · exact recursive integration");

    /// <inheritdoc/>
    public override Chart? ToChart() => Z.Count < 2 || !Z.All(double.IsFinite) ? null : new LineChart(
        "Bounds of the looks", [.. Design.Looks.Select(share => (object)share)], new("Share of the planned users", Format.Percent(0)), new("z beyond which to stop", Format.Number(1)),
        [new(Design.Boundary.Describe(), [.. Z])]);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        $"For 80 % power plan {Format.Number(3).Write(Inflation())} times the users of an experiment without looks; with the planned difference it stops after {Format.Percent(0).Write(ExpectedShare(PlannedZ))} of them on average.",
        "An estimate at an early stop is larger than the truth on average.",
    ];

    private double PlannedZ => Math.Sqrt(Inflation()) * (Tails.Quantile(Design.SideAlpha) - Tails.Quantile(0.8));
}
