using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Churn;

/// <summary>Whether those to be scored still look like those the model learnt from.</summary>
/// <remarks>
/// Population stability index over the deciles (or words) of the training rows: N. Siddiqi (2006), Credit Risk Scorecards, with its usual marks of 0.1 and
/// 0.25; its spread without shift by chi-square: B. Yurdakul and J. Naranjo (2020), "Statistical properties of the population stability index", Journal of
/// Risk Model Validation 14. A shift says that people differ, not that the model is wrong: compare scores with what came true as soon as it is known.
/// </remarks>
public sealed record DriftResult : AnalysisResult
{
    private const int Drawn = 15;

    internal DriftResult() { }

    /// <summary>The features, the most moved first.</summary>
    public required IReadOnlyList<FeatureDrift> Features { get; init; }

    /// <summary>How the scores moved.</summary>
    public required FeatureDrift Score { get; init; }

    /// <summary>The share of training rows that left: what the mean probability was then.</summary>
    public required double TrainedMean { get; init; }

    /// <summary>The mean probability over the rows scored now.</summary>
    public required double ScoredMean { get; init; }

    /// <summary>Rows of the training.</summary>
    public required int TrainedRows { get; init; }

    /// <summary>Rows scored now.</summary>
    public required int ScoredRows { get; init; }

    /// <summary>The features that moved by more than chance and by enough to matter.</summary>
    public IReadOnlyList<FeatureDrift> Shifted => [.. Features.Where(feature => feature.HasShifted)];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Drift between training and scoring",
        [
            new("Feature", Format.Text), new("PSI", Format.Number(3)), new("By chance below", Format.Number(3)), new("Reading", Format.Text),
            new("Largest change of share", Format.Text),
        ],
        Shown.Select(Row),
        $"{UserOps.Caption.Count(TrainedRows)} rows of training, {UserOps.Caption.Count(ScoredRows)} scored · population stability index over deciles or words · "
        + "without any shift, 95 % of samples of this size stay below 'by chance'");

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "Drift between training and scoring",
        [.. Shown.Take(Drawn).Select(feature => feature.Name)],
        new("Feature", Format.Text),
        new("Population stability index", Format.Number(2)),
        [new("PSI", [.. Shown.Take(Drawn).Select(feature => feature.Psi)])])
    {
        Horizontal = true,
        Subtitle = $"{UserOps.Caption.Count(ScoredRows)} users scored · a shift from {Format.Number(2).Write(FeatureDrift.Shift)}, a large one from {Format.Number(2).Write(FeatureDrift.LargeShift)}",
    };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        $"The mean probability is {Format.Percent().Write(ScoredMean)}; in training {Format.Percent().Write(TrainedMean)} left.",
        Shifted.Count == 0 ? "No feature has shifted by more than chance and enough to matter."
            : $"{Shifted.Count} of {Features.Count} features have shifted: {string.Join(", ", Shifted.Take(5).Select(feature => feature.Name))}. "
                + "Find out why before acting on the scores; train anew where the world has changed.",
        .. Features.Count + 1 - Shown.Count is > 0 and var others ? (string[])[$"The other {others} features are steady and have moved less than those shown."] : [],
    ];

    private List<FeatureDrift> Shown => [Score, .. Features.Where((feature, i) => i < Drawn - 1 || feature.HasShifted)];

    private static object?[] Row(FeatureDrift drift) => [drift.Name, drift.Psi, drift.Chance, Reading(drift), drift.Moved];

    private static string Reading(FeatureDrift drift) =>
        !drift.HasShifted ? "steady" : drift.Psi >= FeatureDrift.LargeShift ? "large shift" : "shift";
}
