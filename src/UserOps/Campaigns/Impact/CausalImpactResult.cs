using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Campaigns;

/// <summary>What the campaign added over a prediction from the time before.</summary>
public sealed record CausalImpactResult : AnalysisResult
{
    internal CausalImpactResult() { }

    internal PanelDesign Design { get; init; } = null!;

    internal LocalLevelModel Model { get; init; } = null!;

    /// <summary>The untreated units that share a coefficient.</summary>
    internal int[][] Groups { get; init; } = [];

    /// <summary>The confidence level.</summary>
    public required double Level { get; init; }

    /// <summary>The treated unit, step by step.</summary>
    public required IReadOnlyList<double> Observed { get; init; }

    /// <summary>What was predicted for each step of the campaign.</summary>
    public required IReadOnlyList<double> Predicted { get; init; }

    /// <summary>The prediction intervals of these steps.</summary>
    public IReadOnlyList<Interval> PredictedIntervals => [.. Ahead.Select((row, step) => LevelPrediction.Of(Model, at => at.Step(row, step + 1)).Interval(Level))];

    internal double[][] Ahead { get; init; } = [];

    /// <summary>The predicted sum over the campaign's steps.</summary>
    public required double PredictedSum { get; init; }

    /// <summary>Its prediction interval.</summary>
    public required Interval PredictedSumInterval { get; init; }

    /// <summary>The chance of a sum at least as far from the prediction without a campaign.</summary>
    public required double PValue { get; init; }

    /// <summary>The sum that was seen.</summary>
    public double ActualSum => Observed.Skip(Design.Before).Sum();

    /// <summary>Seen less predicted, over all steps of the campaign.</summary>
    public double CumulativeEffect => ActualSum - PredictedSum;

    /// <summary>The variance of the noise by maximum likelihood.</summary>
    public double NoiseVariance => Model.NoiseVariance;

    /// <summary>The variance of the level's steps by maximum likelihood.</summary>
    public double LevelVariance => Model.LevelVariance;

    /// <summary>The coefficients of the untreated units, each with the unit's name, or that of their mean where the steps before are too few for more; empty without them.</summary>
    public IReadOnlyList<(string Name, double Value)> Coefficients => [.. Groups.Zip(Model.Coefficients, (group, value) => (NameOf(group), value))];

    /// <summary>The effect as a lift over the prediction.</summary>
    public IncrementalEffect Incremental => new()
    {
        Method = "Causal impact",
        Assumption = Design.Controls.Length > 0 ? "what tied the treated unit to the others before held on, and the campaign did not reach them" : "the unit would have gone on as before",
        Lift = PredictedSum > 0 ? ActualSum / PredictedSum - 1 : null,
        Interval = PredictedSumInterval.Lower > 0 ? new(ActualSum / PredictedSumInterval.Upper - 1, ActualSum / PredictedSumInterval.Lower - 1, Level) : null,
        PValue = PValue,
        Inference = "prediction from a local level, over all variances that the data allow",
    };

    /// <inheritdoc/>
    public override Table ToTable() => EffectTable.Of($"What '{Design.Intervention.Name}' added: causal impact",
        [
            new("Lift", Incremental.Lift, Format.Percent(), "over the prediction") { Interval = Incremental.Interval, N = Design.Before },
            new("Seen", ActualSum, Format.Number(2), "sum over the campaign's steps"),
            new("Predicted", PredictedSum, Format.Number(2), "without the campaign") { Interval = PredictedSumInterval },
            new("Cumulative effect", CumulativeEffect, Format.Number(2), "seen less predicted") { Interval = new(ActualSum - PredictedSumInterval.Upper, ActualSum - PredictedSumInterval.Lower, Level) },
            .. Coefficients.Select(one => new Figure($"Coefficient of {one.Name}", one.Value, Format.Number(3), "of an untreated series, generalised least squares")),
            new("Variance of noise", NoiseVariance, Format.Number(4), "maximum likelihood"),
            new("Variance of the level's steps", LevelVariance, Format.Number(4), "maximum likelihood; 0: a fixed level"),
        ],
        [("p of no effect", PValue, "of a sum as far from the prediction without a campaign")],
        $"n = {Design.Before} steps before, {Design.During} within {Design.Intervention.Period} · {Design.Panel.Measure} · local level and regression, exact Kalman filter · {Caption.PerCent(Level)} prediction intervals");

    /// <inheritdoc/>
    public override Chart ToChart()
    {
        var intervals = PredictedIntervals;
        return new LineChart(
            $"{string.Join(", ", Design.Treated.Select(unit => Design.Panel.Units[unit]))}: seen and predicted, {Design.Panel.Measure}",
            [.. Design.Panel.Steps.Select(step => (object)step)], new("First day of the step", Format.Date), new(Design.Panel.Measure, Format.Number(2)),
            [
                new("seen", Observed),
                new("predicted without the campaign", Padded(Predicted))
                {
                    Lower = Padded([.. intervals.Select(range => range.Lower)]), Upper = Padded([.. intervals.Select(range => range.Upper)]),
                },
            ])
        { Subtitle = $"the campaign began {Format.Date.Write(Design.Intervention.Period.Start)} · {Caption.PerCent(Level)} prediction intervals" };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        $"Assumption: {Incremental.Assumption}.",
        .. Incremental.Interval is null ? (string[])["The lift has no interval: the prediction may be 0."] : [],
        .. Design.Controls.Length == 0 ? (string[])["No untreated unit: a season or another event in those days counts as the effect."] : [],
        .. Design.Notes,
    ];

    private string NameOf(int[] group) => group is [var unit] ? Design.Panel.Units[unit] : $"the mean of {group.Length} others";

    private double[] Padded(IReadOnlyList<double> during) => [.. Enumerable.Repeat(double.NaN, Design.Before), .. during];
}
