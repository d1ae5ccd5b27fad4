using UserOps.Churn;
using UserOps.Data;
using UserOps.Data.Privacy;
using UserOps.Display;
using UserOps.Features;
using UserOps.Segments.Audiences;

namespace UserOps.Uplift;

/// <summary>Models of whom an arm changes, judged on users that they did not learn from.</summary>
public sealed record UpliftResult : AnalysisResult
{
    internal UpliftResult() { }

    /// <summary>What was asked.</summary>
    public required UpliftQuestion Question { get; init; }

    /// <summary>All users of the experiment.</summary>
    public required AssignedUsers All { get; init; }

    /// <summary>The users who judge.</summary>
    public required AssignedUsers Judges { get; init; }

    /// <summary>The uplift that the first learner expects of each arm for each of <see cref="Judges"/>, none of whom it learnt from: one list a treated arm.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Predicted { get; init; }

    /// <summary>How each arm is judged.</summary>
    public required IReadOnlyList<ArmJudgement> Arms { get; init; }

    /// <summary>What each arm changed on average.</summary>
    public required ArmEffects Effects { get; init; }

    /// <summary>Whether the arms look as if drawn by lot.</summary>
    public required AssignmentBalance Balance { get; init; }

    /// <summary>Features that may have been written after the outcome.</summary>
    public required IReadOnlyList<LeakageWarning> Leaks { get; init; }

    /// <summary>The model that decides: of the users it was judged without, or of all users where folds judged.</summary>
    public required UpliftModel Model { get; init; }

    internal UpliftModel? Tree { get; init; }

    internal double[] Responses { get; init; } = [];

    /// <summary>The area of the first learner as a key number of a report; of the first arm.</summary>
    public Metric Metric => new("uplift.area", Arms[0].Trials[0].Area.Value, All.IsBinary ? "fraction" : "")
    {
        Label = $"Gain of targeting by uplift over a random order{Of(Arms[0].Arm)}",
        N = Arms[0].Trials[0].Scores.Count,
        Interval = Arms[0].Trials[0].Area.Interval,
        Better = Direction.Up,
        Definition = "Mean height of the Qini curve above the random line for each treated user, on users that the model did not learn from.",
    };

    /// <summary>What the arm changed on average as a key number of a report; of the first arm.</summary>
    public Metric EffectMetric => new("uplift.effect", Effects.Effects[0].Effect.Value, All.IsBinary ? "fraction" : "")
    {
        Label = $"What the campaign changed on average{Of(Effects.Effects[0].Arm)}",
        N = Effects.Effects[0].Effect.Treated.Count + Effects.Effects[0].Effect.Control.Count,
        Interval = Effects.Effects[0].Effect.Interval(Question.Level),
        StandardError = Effects.Effects[0].Effect.StandardError,
        Better = Direction.Up,
        Definition = $"Mean of the treated less mean of those left alone: {All.OutcomeWords}.",
    };

    /// <summary>What targeting is worth: by uplift, by response, everybody, at random; and who is to be contacted, left alone, or is put off.</summary>
    /// <exception cref="UserOpsException">A term of the offer is impossible.</exception>
    public UpliftDecision Decide(UpliftOffer offer) => UpliftDecision.Of(this, offer);

    /// <summary>The uplift of segments that somebody named, measured by arm, beside what the model expects.</summary>
    /// <param name="segments">Names and rules over the features; a user may fall under several.</param>
    public UpliftSegments Segments(params IReadOnlyList<(string Name, Rule Rule)> segments) => UpliftSegments.Of(this, segments);

    /// <summary>The rules of the uplift tree, each with the uplift of users on whom it was not found.</summary>
    /// <exception cref="MissingDataException">No uplift tree was asked for.</exception>
    public UpliftSegments Rules() => UpliftSegments.OfTree(this);

    /// <summary>Whom to contact now, and whom to leave alone.</summary>
    /// <param name="offer">The terms.</param>
    /// <param name="users">Users described by the features that the model needs.</param>
    /// <param name="names">How people are named.</param>
    /// <exception cref="UserOpsException">The features do not match, or a term of the offer is impossible.</exception>
    public UpliftList WhomToContact(UpliftOffer offer, FeatureTable users, ListIds names) => UpliftList.Of(this, offer, users, _ => true, names);

    /// <summary>Whom to contact now: the users of the export as they are known at its end.</summary>
    /// <param name="offer">The terms.</param>
    /// <param name="export">The export; of a ready table the users of the table are taken.</param>
    /// <param name="names">How people are named.</param>
    /// <remarks>Users whose <c>opted_in</c> of the users table is no are left out, and so are those who unsubscribed.</remarks>
    public UpliftList WhomToContact(UpliftOffer offer, Dataset export, ListIds names)
    {
        if (All.Features.Definition is not { } definition)
            return WhomToContact(offer, All.Features, names);
        sbyte[] optedIn = export.Has(TableKind.Users) && export.Profiles.PropertyNames.Contains("opted_in") && export.Profiles.Property<Column>("opted_in") is FlagColumn flag ? flag.Flags : [];
        return UpliftList.Of(this, offer, export.Features(definition with { CutOff = null }), id => optedIn.Length == 0 || optedIn[export.Users.Find(id)] != 0, names);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [Effects, Balance, .. Arms.SelectMany(arm => (AnalysisResult[])[arm.Curve, arm.Deciles])];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Whom does it change: {All.OutcomeWords}",
        [
            .. All.HasSeveralArms ? (TableColumn[])[new("Arm", Format.Text)] : [],
            new("Ranked by", Format.Text), new("Area", Area), new("Lower", Area), new("Upper", Area),
            .. All.IsBinary ? (TableColumn[])[new("Qini", Format.Number(4)), new("q₀", Format.Number(4)), new("AUUC", Format.Number(4))] : [],
            new("Over response", Area), new("Lower ", Area), new("Upper ", Area),
        ],
        Arms.SelectMany(arm => arm.Trials.Append(arm.Response).Select(trial => Row(arm, trial))),
        string.Join(" · ",
        [
            $"n = {Caption.Count(Judges.Count)} users who judge: {Question.HoldOut.Words}",
            $"area: mean height of the Qini curve over the random line for 1,000 treated users{(All.IsBinary ? "; Qini and AUUC as in scikit-uplift; q₀: Qini without effects below zero (Radcliffe)" : "")}",
            $"{Caption.PerCent(Question.Level)} bootstrap intervals, paired for differences",
        ]));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => [.. UpliftNotes.Of(this)];

    internal string Of(string arm) => All.HasSeveralArms ? $" ({arm})" : "";

    private Format Area => Format.Number(All.IsBinary ? 2 : 0);

    private object?[] Row(ArmJudgement arm, UpliftTrial trial) =>
    [
        .. All.HasSeveralArms ? (object?[])[arm.Arm] : [],
        trial.Name, 1000 * trial.Area.Value, 1000 * trial.Area.Interval?.Lower, 1000 * trial.Area.Interval?.Upper,
        .. All.IsBinary ? (object?[])[trial.Areas[QiniVariant.Qini]?.Value, trial.Areas[QiniVariant.QiniWithoutNegative]?.Value, trial.Areas[QiniVariant.Auuc]?.Value] : [],
        .. trial == arm.Response ? (object?[])[null, null, null]
            : [1000 * trial.OverResponse.Value, 1000 * trial.OverResponse.Interval?.Lower, 1000 * trial.OverResponse.Interval?.Upper],
    ];
}
