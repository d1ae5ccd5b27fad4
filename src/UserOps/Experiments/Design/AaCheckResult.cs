using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Experiments.Design;

/// <summary>How often a test found a difference where there is none.</summary>
public sealed record AaCheckResult : AnalysisResult
{
    internal AaCheckResult() { }

    /// <summary>The p-values, ascending.</summary>
    public required IReadOnlyList<double> PValues { get; init; }

    /// <summary>The false-positive rate that the test promises.</summary>
    public required double Alpha { get; init; }

    /// <summary>How many users were split; null where unknown.</summary>
    public required long? Users { get; init; }

    /// <summary>How many comparisons found a difference.</summary>
    public required ProportionCounts Found { get; init; }

    /// <summary>The largest distance of the p-values' distribution from the uniform one (Kolmogorov–Smirnov).</summary>
    public required double Distance { get; init; }

    /// <summary>The p-value of that distance, for many comparisons.</summary>
    public required double UniformityPValue { get; init; }

    /// <summary>Whether the promised rate lies in the 99 % interval of the one found.</summary>
    public bool HoldsLevel => Found.Interval(0.99).Contains(Alpha);

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Does the test find differences where there are none?",
        [new("Comparisons", Format.Count), new("False positives", Format.Percent()), new("Lower", Format.Percent()), new("Upper", Format.Percent()), new("Promised", Format.Percent()), new("Uniform p-values", Format.Text)],
        [[Found.Count, Found.Share, Found.Interval(0.99).Lower, Found.Interval(0.99).Upper, Alpha, FormattableString.Invariant($"distance {Distance:0.000}, ") + PWords.Of(UniformityPValue)]],
        string.Join(" · ", new[] { Users is { } users ? $"n = {Caption.Count(users)} users split in halves at random" : "", "99 % Wilson interval", "Kolmogorov–Smirnov distance" }.Where(part => part.Length > 0)));

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "p-values where nothing differs", [.. Enumerable.Range(0, 10).Select(i => FormattableString.Invariant($"{i / 10.0:0.0}–{(i + 1) / 10.0:0.0}"))],
        new("p-value", Format.Text), new("Share of comparisons", Format.Percent(0)),
        [new("Comparisons", [.. Enumerable.Range(0, 10).Select(Share)])]);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => HoldsLevel && UniformityPValue > 0.001
        ? ["The test keeps its promise on these users: each bar of the picture is near a tenth."]
        : ["The test does not keep its promise on these users. Look for rows that are not users, for a few users who hold most of the metric, or for a test that needs more users."];

    private double Share(int tenth) => (double)PValues.Count(p => Math.Min(9, (int)(p * 10)) == tenth) / PValues.Count;
}
