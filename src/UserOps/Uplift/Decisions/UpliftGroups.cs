using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Uplift;

/// <summary>Users with whom the same is to be done.</summary>
/// <param name="Advice">What to do.</param>
/// <param name="Users">How many of the users who judge.</param>
/// <param name="Expected">The mean uplift that the model expects of their best arm.</param>
/// <param name="Found">The uplift found among them; null where it cannot be told.</param>
/// <param name="AloneMean">Their mean outcome when left alone; null where none was.</param>
public sealed record UpliftGroup(Advice Advice, int Users, double Expected, Estimate? Found, double? AloneMean);

/// <summary>Whom to contact, whom to leave alone, and who is put off: what was found among users that the model did not learn from.</summary>
public sealed record UpliftGroups : AnalysisResult
{
    private static readonly UpliftOffer Bare = new() { Cost = 0, Value = 1 };

    internal UpliftGroups() { }

    /// <summary>The groups that have users.</summary>
    public required IReadOnlyList<UpliftGroup> Groups { get; init; }

    /// <summary>The terms.</summary>
    public required UpliftOffer Offer { get; init; }

    /// <summary>Whether the outcome is yes or no.</summary>
    public required bool IsBinary { get; init; }

    /// <summary>The confidence level of the intervals.</summary>
    public required double Level { get; init; }

    internal static UpliftGroups Of(UpliftResult result, UpliftOffer offer)
    {
        var predicted = PredictedUplift.Of(result.Predicted);
        var rows = Enumerable.Range(0, result.Judges.Count).ToLookup(row => predicted.AdviceFor(row, offer));
        return new()
        {
            Offer = offer,
            IsBinary = result.All.IsBinary,
            Level = result.Question.Level,
            Groups = [.. Enum.GetValues<Advice>().Where(rows.Contains).Select(advice => Group(result, predicted, advice, [.. rows[advice]]))],
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Whom to contact, whom to leave alone, who is put off",
        [
            new("Group", Format.Text), new("Users", Format.Count), new("Share", Format.Percent()), new("Mean if left alone", IsBinary ? Format.Percent() : Format.Number()),
            new("Expected uplift", Uplift), new("Found", Uplift), new("Lower", Uplift), new("Upper", Uplift),
        ],
        Groups.Select(group => (object?[])[
            Words(group.Advice), group.Users, (double)group.Users / All, group.AloneMean, group.Expected, group.Found?.Value, group.Found?.Interval?.Lower, group.Found?.Interval?.Upper]),
        $"{Offer.Terms} · n = {Caption.Count(All)} users that the model did not learn from · {Caption.PerCent(Level)} intervals");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
        Groups.FirstOrDefault(group => group.Advice == Advice.PutOff) is not { } off ? ["The model expects nobody to be put off."] : off.Found?.Interval switch
        {
            { Upper: < 0 } => ["That some are put off is shown: their outcome falls beyond what chance explains. Leave them alone even where contacting costs nothing."],
            { Lower: > 0 } => ["Those the model calls put off gained from the contact: its expectation of them is wrong."],
            _ => ["That those are put off is not shown: their interval holds zero. Leaving them alone is safe, for little is lost."],
        };

    internal static string Words(Advice advice) => advice switch
    {
        Advice.Contact => "contact",
        Advice.LeaveAlone => "leave alone: it changes too little",
        _ => "put off: it would do harm",
    };

    private static UpliftGroup Group(UpliftResult result, PredictedUplift predicted, Advice advice, int[] rows)
    {
        var users = result.Judges.Rows(rows);
        var found = PolicyGain.Of(users, [.. rows.Select(row => predicted.Arms[row])], Bare);
        double[] alone = [.. users.RowsOf(0).Select(row => users.Outcomes[row])];
        // With one arm its own interval keeps its level where outcomes are rare; with several their weighted mean is all there is.
        var one = MeanDifference.Of(users, Enumerable.Range(0, users.Count));
        Estimate? estimate = !found.IsKnown ? null : result.All.HasSeveralArms ? found.Per(1, result.Question.Level) : new(one.Value, one.Interval(result.Question.Level));
        return new(advice, rows.Length, rows.Average(row => predicted.Best[row]), estimate, alone.Length == 0 ? null : alone.Average());
    }

    private int All => Groups.Sum(group => group.Users);

    private Format Uplift => IsBinary ? Format.Points() : Format.Number();
}
