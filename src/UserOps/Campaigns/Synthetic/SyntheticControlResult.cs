using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Campaigns;

/// <summary>An untreated unit taken for the treated one.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Effect">Its mean gap in the days of the campaign, on the scale of the comparison.</param>
/// <param name="ErrorBefore">The root mean square of its gaps before.</param>
/// <param name="Ratio">How many times as large the gaps are in the days of the campaign.</param>
public sealed record SyntheticPlacebo(string Unit, double Effect, double ErrorBefore, double Ratio);

/// <summary>What the campaign added by the gap to a synthetic control.</summary>
public sealed record SyntheticControlResult : AnalysisResult
{
    internal SyntheticControlResult() { }

    internal PanelDesign Design { get; init; } = null!;

    internal SyntheticFit Fit { get; init; } = null!;

    /// <summary>The scale of the comparison.</summary>
    public required PanelScale Scale { get; init; }

    /// <summary>The confidence level.</summary>
    public required double Level { get; init; }

    /// <summary>The treated unit on the scale, step by step.</summary>
    public required IReadOnlyList<double> Observed { get; init; }

    /// <summary>Its synthetic double, step by step.</summary>
    public required IReadOnlyList<double> Synthetic { get; init; }

    /// <summary>The untreated units taken for the treated one; none with fewer than three.</summary>
    public required IReadOnlyList<SyntheticPlacebo> Placebos { get; init; }

    /// <summary>The p-value of no effect by moving blocks of time.</summary>
    public required double Conformal { get; init; }

    /// <summary>The interval of the mean gap, as if it were the same in each step; null where there are too few steps for the level.</summary>
    public required Interval? Interval { get; init; }

    /// <summary>The weight of each untreated unit; at least 0, in sum 1.</summary>
    public IReadOnlyList<(string Unit, double Weight)> Weights => [.. Design.Controls.Select((unit, donor) => (Design.Panel.Units[unit], Fit.Weights[donor]))];

    /// <summary>The mean gap in the days of the campaign, on the scale.</summary>
    public double Effect => Fit.Effect;

    /// <summary>The root mean square of the gaps before the campaign (RMSPE), on the scale.</summary>
    public double ErrorBefore => Fit.ErrorBefore;

    /// <summary>The share of units, the treated included, whose gaps grew at least as much; null where that cannot be told.</summary>
    public double? SpacePValue => Placebos.Count == 0 || Design.Treated.Length > 1 ? null : (1.0 + Placebos.Count(one => one.Ratio >= Fit.Ratio * (1 - 1e-12))) / (Placebos.Count + 1);

    /// <summary>Why the double is none: it fits the time before no better than a flat line, or stands off; null where it fits.</summary>
    public string? PoorFit
    {
        get
        {
            double[] before = [.. Observed.Take(Fit.Before)];
            double mean = before.Average(), spread = Math.Sqrt(before.Average(value => (value - mean) * (value - mean))), off = Fit.Gaps.Take(Fit.Before).Average();
            double size = Scale == PanelScale.Log ? 1 : Math.Abs(mean);
            return spread > 0 && ErrorBefore > spread ? "the double fits the time before worse than a flat line"
                : Math.Abs(off) > 0.1 * size ? "the double stands off by more than a tenth before the campaign" : null;
        }
    }

    /// <summary>The effect as a lift over the synthetic double.</summary>
    public IncrementalEffect Incremental => new()
    {
        Method = "Synthetic control",
        Assumption = "a mixture of the others that was like the treated unit before would have stayed like it",
        Lift = Lift(Effect),
        Interval = Interval is { } range && Lift(range.Lower) is { } lower && Lift(range.Upper) is { } upper ? new(lower, upper, Level) : null,
        PValue = SpacePValue ?? Conformal,
        Inference = SpacePValue is null ? "moving blocks of time" : $"rank among {Placebos.Count + 1} units; interval by moving blocks of time",
        Doubt = PoorFit,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [new SyntheticWeights { Of = this }];

    /// <inheritdoc/>
    public override Table ToTable() => EffectTable.Of($"What '{Design.Intervention.Name}' added: synthetic control",
        [
            new("Lift", Lift(Effect), Format.Percent(), "over the synthetic double") { Interval = Incremental.Interval, N = Design.Panel.Steps.Count },
            new("Mean gap", Effect, Format.Number(4), $"actual less synthetic in the days of the campaign, {ScaleWords}") { Interval = Interval },
            new("Pre-fit error (RMSPE)", ErrorBefore, Format.Number(4), "root mean square gap before the campaign"),
            new("Ratio of errors", double.IsFinite(Fit.Ratio) ? Fit.Ratio : null, Format.Number(2), "in the days of the campaign ÷ before"),
        ],
        [
            ("p in space", SpacePValue, "share of units, this one included, with as large a ratio"),
            ("p in time", Conformal, "share of circular shifts of the residuals that are as large"),
        ],
        $"n = {Design.Controls.Length} untreated units · {Design.Before} steps before, {Design.During} within {Design.Intervention.Period} · {Design.Panel.Measure} · {Caption.PerCent(Level)} conformal interval");

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        $"{string.Join(", ", Design.Treated.Select(unit => Design.Panel.Units[unit]))} and its synthetic double: {Design.Panel.Measure}",
        [.. Design.Panel.Steps.Select(step => (object)step)], new("First day of the step", Format.Date), new(ScaleWords, Format.Number(2)),
        [new("actual", Observed), new("synthetic", Synthetic)])
    { Subtitle = $"the campaign began {Format.Date.Write(Design.Intervention.Period.Start)} · pre-fit error {Format.Number(3).Write(ErrorBefore)}" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        $"Assumption: {Incremental.Assumption}.",
        .. PoorFit is { } why ? (string[])[$"Do not use the number: {why}."] : [],
        .. Interval is null ? (string[])[$"No interval: {Observed.Count} steps are too few for {Caption.PerCent(Level)}, or nothing varies."] : [],
        .. Incremental.Interval is null && Interval is not null ? (string[])["The lift, or a bound of it, is blank: without the campaign there may have been 0 or less."] : [],
        .. SpacePValue is null ? (string[])["No placebos in space: one treated and at least three untreated units are needed."]
            : 1.0 / (Placebos.Count + 1) > 0.05 ? [FormattableString.Invariant($"With {Placebos.Count + 1} units the placebos in space cannot reach p below {1.0 / (Placebos.Count + 1):0.00}.")] : [],
        .. Design.Notes,
    ];

    private string ScaleWords => Scale switch { PanelScale.Log => "natural logarithm", PanelScale.Index => "multiple of the mean before", _ => "in the measure's unit" };

    // What would have been moves with the effect: a larger effect leaves less of what was seen.
    private double? Lift(double effect) => Scale == PanelScale.Log ? Math.Exp(effect) - 1
        : Observed.Skip(Fit.Before).Average() - effect is > 0 and var without ? effect / without : null;
}

/// <summary>What the synthetic double is made of, and how other units would have looked.</summary>
public sealed record SyntheticWeights : AnalysisResult
{
    internal SyntheticWeights() { }

    internal SyntheticControlResult Of { get; init; } = null!;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What the double is made of, and placebos in space",
        [new("Unit", Format.Text), new("Weight", Format.Percent()), new("Gap if it were treated", Format.Number(4)), new("Pre-fit error", Format.Number(4)), new("Ratio of errors", Format.Number(2))],
        Of.Weights.Select(pair => Of.Placebos.FirstOrDefault(one => one.Unit == pair.Unit) is var placebo
            ? new object?[] { pair.Unit, pair.Weight, placebo?.Effect, placebo?.ErrorBefore, placebo is { Ratio: var ratio } && double.IsFinite(ratio) ? ratio : null } : []),
        "the treated unit is no donor of a placebo");
}
