using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Campaigns;

/// <summary>What the campaign added by difference in differences, with the event study that speaks for or against it.</summary>
public sealed record DifferenceInDifferencesResult : AnalysisResult
{
    internal DifferenceInDifferencesResult() { }

    internal PanelDesign Design { get; init; } = null!;

    /// <summary>The scale of the comparison.</summary>
    public required PanelScale Scale { get; init; }

    /// <summary>The confidence level.</summary>
    public required double Level { get; init; }

    /// <summary>The effect on the scale of the comparison, per unit and step.</summary>
    public required double Effect { get; init; }

    /// <summary>The standard error clustered on units; null with fewer than two units on a side.</summary>
    public required double? ClusteredError { get; init; }

    /// <summary>The standard error from one number a unit; null with two units or without spread.</summary>
    public required double? UnitError { get; init; }

    /// <summary>Whether interval and p-value come from the clustered error; otherwise from one number a unit.</summary>
    public required bool UsesClusters { get; init; }

    /// <summary>The interval of the effect; null where the units give none.</summary>
    public required Interval? Interval { get; init; }

    /// <summary>Of no effect; null where the units give none.</summary>
    public required double? PValue { get; init; }

    /// <summary>The test by dealing the labels anew.</summary>
    public required PermutationTest Permutation { get; init; }

    /// <summary>What the treated units had in the days of the campaign, summed over steps.</summary>
    public required double Actual { get; init; }

    internal double Exposure { get; init; }

    /// <summary>What they would have had without it.</summary>
    public double Counterfactual => Scale == PanelScale.Log ? Actual / Math.Exp(Effect) : Actual - Effect * Exposure;

    /// <summary>The difference step by step against the last step before the campaign.</summary>
    public required IReadOnlyList<EventStudyPoint> EventStudy { get; init; }

    /// <summary>The drift before the campaign; null with fewer than three steps before.</summary>
    public required PreTrend? PreTrend { get; init; }

    /// <summary>The effect as a lift over what would have been.</summary>
    public IncrementalEffect Incremental => new()
    {
        Method = "Difference in differences",
        Assumption = "without the campaign the treated units would have changed as the others did",
        Lift = Lift(Effect),
        Interval = Interval is { } range && Lift(range.Lower) is { } lower && Lift(range.Upper) is { } upper ? new(lower, upper, Level) : null,
        PValue = PValue,
        Inference = InferenceWords,
        Doubt = PreTrend?.PValue < 0.05 ? "the units drifted apart before the campaign" : null,
    };

    /// <inheritdoc/>
    public override Table ToTable() => EffectTable.Of($"What '{Design.Intervention.Name}' added: difference in differences",
        [
            new("Lift", Lift(Effect), Format.Percent(), "over what the treated units would have had") { Interval = Incremental.Interval, N = Design.Panel.Units.Count },
            new("Effect", Effect, Format.Number(4), $"change of the treated units less that of the others, {ScaleWords}") { Interval = Interval },
            new("Standard error, one number a unit", UnitError, Format.Number(4), "Donald and Lang; holds with few units"),
            new("Standard error, clustered on units", ClusteredError, Format.Number(4), "two-way fixed effects; too small with few units"),
            new("Drift before the campaign", PreTrend?.Slope, Format.Number(4), "treated less others, per step") { Interval = PreTrend?.Interval },
        ],
        [
            ("p of no effect", PValue, InferenceWords),
            ("p by permutation", Permutation.PValue, $"{(Permutation.IsExact ? "all" : "random")} {Caption.Count(Permutation.Assignments)} assignments of the treated units"),
            ("p of no drift before", PreTrend?.PValue, "a large p is no proof: few steps see little"),
        ],
        $"n = {Design.Treated.Length} treated and {Design.Controls.Length} other units · {Design.Before} steps before, {Design.During} within {Design.Intervention.Period} · {Design.Panel.Measure} · {Caption.PerCent(Level)} intervals");

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        $"{Design.Panel.Measure}: treated less other units, step by step",
        [.. EventStudy.Select(point => (object)point.Step)], new("First day of the step", Format.Date), new($"Difference ({ScaleWords})", Format.Number(2)),
        [
            Series("Before the campaign", point => point.IsBefore),
            Series("In its days", point => !point.IsBefore),
        ])
    { Subtitle = $"against the last step before the campaign · {Caption.PerCent(Level)} intervals, one number a unit" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        $"Assumption: {Incremental.Assumption}.",
        .. Interval is null ? (string[])["No interval: with one treated and one other unit, or units that do not differ, nothing tells how units differ by chance."] : [],
        .. Incremental.Interval is null && Interval is not null ? (string[])["The lift, or a bound of it, is blank: without the campaign there may have been 0 or less."] : [],
        .. UsesClusters ? (string[])[] : [$"Few units ({Design.Panel.Units.Count}): the error clustered on units would be too small, so the interval takes each unit as one number."],
        .. Design.Treated.Length == 1 ? (string[])["One unit is treated: whatever else befell it in those days counts as the effect."] : [],
        .. Permutation.IsExact && 1.0 / Permutation.Assignments > 0.05 ? (string[])[FormattableString.Invariant($"The permutation test cannot reach p below {1.0 / Permutation.Assignments:0.00} with so few units.")] : [],
        .. PreTrend?.PValue < 0.05 ? (string[])["The units drifted apart before the campaign: the assumption does not hold, do not use the number."] : [],
        .. PreTrend is null ? (string[])["Parallel trends cannot be looked at: fewer than three steps before the campaign."] : [],
        .. Design.Notes,
    ];

    private string InferenceWords => UsesClusters ? $"clustered on {Design.Panel.Units.Count} units, t" : $"one number a unit, t with {Design.Panel.Units.Count - 2} degrees of freedom";

    private string ScaleWords => Scale switch { PanelScale.Log => "natural logarithm", PanelScale.Index => "multiple of the unit's own mean before", _ => "in the measure's unit" };

    // What would have been moves with the effect: a larger effect leaves less of what was seen.
    private double? Lift(double effect) => Scale == PanelScale.Log ? Math.Exp(effect) - 1
        : Actual - effect * Exposure is > 0 and var without ? effect * Exposure / without : null;

    private Series Series(string name, Func<EventStudyPoint, bool> isIn) => new(name, [.. EventStudy.Select(point => isIn(point) ? point.Effect : double.NaN)])
    {
        Lower = [.. EventStudy.Select(point => isIn(point) ? point.Interval?.Lower ?? double.NaN : double.NaN)],
        Upper = [.. EventStudy.Select(point => isIn(point) ? point.Interval?.Upper ?? double.NaN : double.NaN)],
    };
}
