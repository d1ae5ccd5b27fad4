using UserOps.Data;
using UserOps.Data.Privacy;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Features;
using UserOps.Segments.Audiences;
using UserOps.Statistics;

namespace UserOps.Segments.Lookalikes;

/// <summary>How well users who belong to an audience can be told by their features, and who else looks like them.</summary>
public sealed record LookalikeResult : AnalysisResult
{
    internal LookalikeResult() { }

    /// <summary>What was asked.</summary>
    public required LookalikeDefinition Definition { get; init; }

    /// <summary>What the audience is called.</summary>
    public required string Name { get; init; }

    /// <summary>How its members were chosen.</summary>
    public required string Rule { get; init; }

    /// <summary>All users and all their features.</summary>
    public required FeatureTable Users { get; init; }

    /// <summary>The features by which users were compared.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>For each user the likeness to the members, 0 to 1, by a model that had not seen the user, and whether the user is one.</summary>
    public required BinaryScores Likeness { get; init; }

    /// <summary>Users outside the audience who look like its members, the most alike first.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="ids">How people are named in the list.</param>
    /// <param name="columns">Features to show beside the likeness.</param>
    /// <exception cref="UserOpsException">There is no such feature.</exception>
    public PeopleList People(int count, ListIds ids, params IReadOnlyList<string> columns)
    {
        int[] alike = [.. Enumerable.Range(0, Users.Count).Where(row => !Likeness.Outcomes[row])
            .OrderByDescending(row => Likeness.Scores[row]).ThenBy(row => Users.Ids[row], StringComparer.Ordinal).Take(count)];
        var shown = Users.Rows(alike).Select(columns);
        return new()
        {
            Title = $"Like {Name}, not in it yet",
            Rule = $"likeness to {Name}, the highest first",
            Ids = ids,
            Users = shown.With([.. shown.Ids], [new("likeness", $"chance to belong to {Name}, by features", Format.Percent()), .. shown.Features],
                [new NumberColumn("likeness", [.. alike.Select(row => Likeness.Scores[row])]), .. shown.Columns.Columns]),
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => Figure.Table($"Who looks like {Name}", Figures, $"n = {Caption.Count(Users.Count)} users · {Name}: {Rule} · {Caption.Count(Features.Count)} features · seed {Definition.Seed}");

    /// <inheritdoc/>
    public override Chart? ToChart() => Gain.ToChart();

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Auc.Interval is { } auc && auc.Lower <= 0.5 ? (string[])["Members cannot be told from others by these features: the list is no better than chance."] : [],
        .. Auc.Value > 0.99 ? (string[])["Members are told almost for certain: look for a feature that only says that somebody belongs, and leave it out."] : [],
        "Likeness is not response: whom a campaign would change takes an experiment.",
    ];

    private AucEstimate Auc => Likeness.RocAuc(Definition.Level);

    private GainCurve Gain => Likeness.Gain(Definition.Level, Definition.Seed);

    private IEnumerable<Figure> Figures
    {
        get
        {
            var (auc, top) = (Auc, Gain.TopDecile);
            yield return new("Members", Likeness.Positives, Format.Count, "users of the audience");
            yield return new("AUC", auc.Value, Format.Number(3), "chance that a member looks more alike than another user, each unseen by the model") { Interval = auc.Interval, N = Users.Count };
            yield return new("Members in the top tenth", top.Capture, Format.Percent(), "share of all members among the tenth of users most alike") { Interval = top.CaptureInterval, N = Likeness.Positives };
            yield return new("Lift of the top tenth", top.Lift, Format.Number(1, "×"), "against users taken at random") { N = Users.Count };
        }
    }
}
