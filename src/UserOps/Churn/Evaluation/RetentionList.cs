using UserOps.Data;
using UserOps.Data.Privacy;
using UserOps.Display;
using UserOps.Features;
using UserOps.Segments.Audiences;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>Whom to make the offer, what that costs and what it should bring.</summary>
/// <remarks>
/// Those whose expected gain is positive, the greatest gain first, as far as the budget reaches: with one cost for all, no other list of that cost gains more.
/// The interval of the profit carries over from the hold-out how far what came true was from what the probabilities said; it assumes that users like those
/// leave as they did then, and takes the save rate as known.
/// </remarks>
public sealed record RetentionList : AnalysisResult
{
    private const int Explained = 50, Shown = 20;

    internal RetentionList() { }

    /// <summary>The terms.</summary>
    public required RetentionOffer Offer { get; init; }

    /// <summary>The day at which the users were scored; null for a ready table.</summary>
    public required DateOnly? At { get; init; }

    /// <summary>How many users were scored.</summary>
    public required int Scored { get; init; }

    /// <summary>How many of them are worth the offer, whatever the budget.</summary>
    public required int Worthwhile { get; init; }

    /// <summary>The list: probability, value, expected gain and, for the first 50, the reasons; the greatest gain first.</summary>
    public required PeopleList People { get; init; }

    /// <summary>How many of the list are expected to leave if nothing is done.</summary>
    public required double ExpectedLeavers { get; init; }

    /// <summary>What the offer costs for the list.</summary>
    public required double Cost { get; init; }

    /// <summary>The expected profit of the list, and its interval.</summary>
    public required Estimate Profit { get; init; }

    /// <summary>The reasons of the first of the list; null where it is empty.</summary>
    public UserExplanation? First { get; init; }

    /// <summary>The profit of the list as a key number of a report.</summary>
    public Metric Metric => new("churn.list_profit", Profit.Value, Offer.Currency.Length > 0 ? Offer.Currency : "money")
    {
        Label = "Expected profit of the list",
        N = People.Users.Count,
        Interval = Profit.Interval,
        Better = Direction.Up,
        Definition = $"Expected margin of the saved less the cost of the offer; {Offer.Terms}.",
    };

    internal static RetentionList Of(Prospects prospects, RetentionOffer offer, Estimate? actualToExpected, ListIds names)
    {
        double[] values = offer.Values(prospects.Users.Ids);
        double[] gains = [.. prospects.Probabilities.Zip(values, offer.Gain)];
        int[] worthwhile = [.. Enumerable.Range(0, gains.Length).Where(row => offer.Pays(gains[row] + offer.Cost)).OrderByDescending(row => gains[row]).ThenBy(row => prospects.Users.Ids[row], StringComparer.Ordinal)];
        int[] listed = offer is { Budget: { } budget, Cost: > 0 } ? worthwhile[..(int)Math.Min(worthwhile.Length, Math.Floor(budget / offer.Cost + 1e-9))] : worthwhile;
        var explained = UserExplanation.Of(prospects.Explain, prospects.Users, [.. listed.Take(Explained)]);
        double saved = listed.Sum(row => gains[row] + offer.Cost), cost = listed.Length * offer.Cost;
        return new()
        {
            Offer = offer,
            At = prospects.At,
            Scored = gains.Length,
            Worthwhile = worthwhile.Length,
            People = PeopleOf(prospects, listed, values, gains, explained, offer, names),
            ExpectedLeavers = listed.Sum(row => prospects.Probabilities[row]),
            Cost = cost,
            Profit = new(saved - cost, listed.Length > 0 && actualToExpected?.Interval is { } ratio ? new Interval(saved * ratio.Lower - cost, saved * ratio.Upper - cost, ratio.Level) : null),
            First = explained.Count > 0 ? explained[0] with { Id = names.Of(prospects.Users.Ids[listed[0]], 0) } : null,
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => Figure.Table("What acting on the list is worth", Figures, string.Join(" · ",
    [
        At is { } day ? $"users as known before {Format.Date.Write(day)}" : "users of the table who stayed",
        Offer.Terms,
        .. Offer.Budget is { } budget ? (string[])[$"budget {Offer.Money.Write(budget)}"] : [],
        $"{Caption.PerCent(Profit.Interval?.Level ?? 0.95)} interval, the save rate taken as known",
    ]));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. People.Users.Count < Worthwhile ? (string[])[$"The budget reaches {Caption.Count(People.Users.Count)} of the {Caption.Count(Worthwhile)} users worth the offer."] : [],
        .. Profit.Interval is { Lower: <= 0 } ? (string[])["The interval of the profit reaches below zero: try the offer on a part of the list first, with a group left alone."] : [],
        .. At is null
            ? (string[])["These users stayed in the time of the table: the figures hold if the time to come is like it.",
                "Each probability is of a model without the user, the reasons are of the model of all; the two differ a little."]
            : [],
        .. People.Users.Count > 0 ? (string[])["Reasons say what the model looks at, not what would keep the user."] : ["Nobody is worth the offer at these terms."],
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => People.Users.Count == 0 ? [] : [People.First(Shown)];

    private IEnumerable<Figure> Figures =>
    [
        new("Users scored", Scored, Format.Count, At is null ? "who stayed so far" : "who were active lately and may leave"),
        new("Worth the offer", Worthwhile, Format.Count, "probability × save rate × value above the cost"),
        new("On the list", People.Users.Count, Format.Count, "the greatest expected gain first, as far as the budget reaches"),
        new("Leavers among them", ExpectedLeavers, Format.Number(0), "expected if nothing is done"),
        new("Saved", ExpectedLeavers * Offer.SaveRate, Format.Number(1), "leavers × save rate"),
        new("Cost", Cost, Offer.Money, "list × cost of the offer"),
        new("Profit", Profit.Value, Offer.Money, "expected margin of the saved less the cost") { Interval = Profit.Interval, N = People.Users.Count },
    ];

    private static PeopleList PeopleOf(
        Prospects prospects, int[] listed, double[] values, double[] gains, IReadOnlyList<UserExplanation> explained, RetentionOffer offer, ListIds names)
    {
        var rows = prospects.Users.Rows(listed);
        (Feature Feature, Column Column)[] columns =
        [
            (new("probability", "probability of leaving", Format.Percent()), new NumberColumn("probability", [.. listed.Select(row => prospects.Probabilities[row])])),
            .. offer.ValueOf is null ? [] : new (Feature, Column)[] { (new("value", "margin of a saved user", offer.Money), new NumberColumn("value", [.. listed.Select(row => values[row])])) },
            (new("expected gain", "probability × save rate × value less the cost", Format.Money(offer.Currency)), new NumberColumn("expected gain", [.. listed.Select(row => gains[row])])),
            (new("why", "what the model looks at", Format.Text), TextColumn.From("why", listed.Select((_, i) => i < explained.Count ? explained[i].Reasons() : null))),
        ];
        return new()
        {
            Title = "Whom to make the offer",
            Rule = $"expected gain above 0, the greatest first; {offer.Terms}",
            Ids = names,
            Users = rows.With([.. rows.Ids], [.. columns.Select(one => one.Feature)], [.. columns.Select(one => one.Column)]),
        };
    }
}

/// <summary>Users to decide about, and how likely each is to leave.</summary>
/// <param name="Users">Their features.</param>
/// <param name="Probabilities">The probability of each, calibrated.</param>
/// <param name="Explain">The model that the reasons are taken from.</param>
/// <param name="At">The day at which they were scored; null for a ready table.</param>
internal sealed record Prospects(FeatureTable Users, double[] Probabilities, Func<FeatureTable, double[]> Explain, DateOnly? At);
