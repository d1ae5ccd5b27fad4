using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Experiments.Bayes;
using UserOps.Experiments.Integrity;
using UserOps.Experiments.Reporting;
using UserOps.Experiments.Views;

namespace UserOps.Experiments;

/// <summary>The answer of an experiment: the decision first, then whether it can be trusted, the effects, and where they come from.</summary>
public sealed record ExperimentReport : AnalysisResult
{
    private readonly Func<CumulativeResult> _overDays;
    private readonly Func<NoveltyResult> _novelty;
    private readonly Func<StepEffectsResult> _steps;
    private readonly Func<int, SegmentEffectsResult> _segments;

    internal ExperimentReport(Func<CumulativeResult> overDays, Func<NoveltyResult> novelty, Func<StepEffectsResult> steps, Func<int, SegmentEffectsResult> segments) =>
        (_overDays, _novelty, _steps, _segments) = (overDays, novelty, steps, segments);

    /// <summary>What was asked.</summary>
    public required ExperimentQuestion Question { get; init; }

    /// <summary>The decision in one sentence.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Whether the arms can be compared at all.</summary>
    public required IntegrityResult Integrity { get; init; }

    /// <summary>Every metric in every treatment.</summary>
    public required EffectsResult Effects { get; init; }

    /// <summary>Relative effects by method side by side.</summary>
    public required MethodsResult Methods { get; init; }

    /// <summary>How likely each treatment is better on each metric, and what the wrong choice costs.</summary>
    /// <param name="prior">What was believed of every relative effect before, as fractions of control; without it the data alone speak.</param>
    /// <exception cref="UserOpsException">The prior's deviation is not above 0.</exception>
    public ChancesResult Chances(Posterior.Normal? prior = null) => ChancesResult.Of(Effects.Comparisons, prior, Question.Level, Effects.Basis);

    /// <summary>How much the chance that the best treatment is better depends on what was believed before.</summary>
    /// <param name="expected">The rate that was expected of both arms before the experiment, between 0 and 1.</param>
    /// <exception cref="MissingDataException">The deciding metric is no share of users, or its effect cannot be told.</exception>
    /// <exception cref="UserOpsException">The expected rate is not between 0 and 1.</exception>
    public PriorSensitivity Priors(double expected) => Verdict.Deciding?.Counts is { } counts ? PriorSensitivity.Of(counts.Control, counts.Treatment, expected)
        : throw new MissingDataException("Priors are compared for a share of users: let one decide, or give Chances a prior of the relative effect.");

    /// <summary>The effect as users came in.</summary>
    /// <exception cref="MissingDataException">The data do not say when units were exposed.</exception>
    public CumulativeResult OverDays() => _overDays();

    /// <summary>The effect by time since exposure.</summary>
    /// <exception cref="MissingDataException">The data are a wide table, or a bootstrapped metric decides.</exception>
    public NoveltyResult Novelty() => _novelty();

    /// <summary>Which step between exposure and payment moved.</summary>
    /// <exception cref="MissingDataException">No steps were named.</exception>
    public StepEffectsResult Steps() => _steps();

    /// <summary>The effect in the segments of a property that was named in the question.</summary>
    /// <param name="property">The place of the property in the question.</param>
    /// <exception cref="MissingDataException">No such property was named.</exception>
    public SegmentEffectsResult Segments(int property = 0) => property < Question.Segments.Count ? _segments(property)
        : throw new MissingDataException("No property was named to look at segments by: name a column that was known before assignment.");

    /// <summary>The relative effect on the deciding metric as a named number of a report; the absolute one where there is no relative effect; null where there is none.</summary>
    public Metric? Lift => Verdict.Deciding is not { Effect: { } effect } deciding ? null : new(
        effect.Relative is null ? "experiment.difference" : "experiment.lift", (effect.Relative ?? effect.Absolute).Value, effect.Relative is null ? "units" : "fraction")
    {
        Label = $"{(effect.Relative is null ? "Difference" : "Relative lift")}: {deciding.Metric.Name}",
        N = deciding.ControlCount + deciding.TreatmentCount,
        Interval = Finite((effect.Relative ?? effect.Absolute).Interval),
        Definition = $"'{deciding.Arm}' against control: {deciding.Metric.Describe()}",
        Better = deciding.Metric.Better,
    };

    /// <inheritdoc/>
    public override Table ToTable() => Verdict.ToTable();

    /// <inheritdoc/>
    public override Chart? ToChart() => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => Verdict.Notes;

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts =>
    [
        Integrity, Effects, Methods, .. Answered(() => Chances()),
        .. Answered(() => OverDays()), .. Answered(() => Steps()), .. Answered(() => Novelty()),
        .. Enumerable.Range(0, Question.Segments.Count).SelectMany(property => Answered(() => Segments(property))),
    ];

    private static IEnumerable<AnalysisResult> Answered(Func<AnalysisResult> view)
    {
        var section = Section.Of("", view);
        return section.IsAnswered ? [section.Answer] : [];
    }

    private static Interval? Finite(Interval interval) => double.IsFinite(interval.Lower) && double.IsFinite(interval.Upper) ? interval : null;
}
