using UserOps.Display;

namespace UserOps.Survival;

/// <summary>Observed and expected events of a group, had all groups the same hazard.</summary>
/// <param name="Name">The group.</param>
/// <param name="Spells">Its spells.</param>
/// <param name="Observed">Its events, weighted.</param>
/// <param name="Expected">Its expected events, weighted.</param>
public sealed record LogRankGroup(string Name, int Spells, double Observed, double Expected)
{
    /// <summary>Observed ÷ expected: above 1 the event comes earlier than elsewhere; null where nothing is expected.</summary>
    public double? Ratio => Expected > 0 ? Observed / Expected : null;
}

/// <summary>Whether groups differ in survival by more than chance.</summary>
public sealed record LogRankResult : AnalysisResult
{
    internal LogRankResult() { }

    /// <summary>What was asked.</summary>
    public required LogRankDefinition Definition { get; init; }

    /// <summary>The spells.</summary>
    public required SurvivalData Data { get; init; }

    /// <summary>The groups, the largest first.</summary>
    public required IReadOnlyList<LogRankGroup> Groups { get; init; }

    /// <summary>The test statistic.</summary>
    public required double ChiSquare { get; init; }

    /// <summary>Its degrees of freedom.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>The chance of so large a difference, or a larger one, had all groups the same hazard.</summary>
    public double PValue => Statistics.ChiSquare.Tail(ChiSquare, DegreesOfFreedom);

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Do users differ by {Definition.By}?",
        [
            new(Definition.By, Format.Text), new("Spells", Format.Count), new("Observed", Format.Number(1)), new("Expected", Format.Number(1)),
            new("Observed ÷ expected", Format.Number()),
        ],
        Groups.Select(group => new object?[] { group.Name, group.Spells, group.Observed, group.Expected, group.Ratio }),
        Data.Describe(Definition.Weights.Describe(), Definition.Strata is null ? "not stratified" : $"within {Definition.Strata}", Verdict));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => [$"{Definition.Weights.Describe()}: {Verdict}."];

    private string Verdict => FormattableString.Invariant($"χ² = {ChiSquare:0.###} on {DegreesOfFreedom} df, ") + PWords.Of(PValue);
}
