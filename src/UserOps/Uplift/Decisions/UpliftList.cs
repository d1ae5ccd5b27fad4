using UserOps.Data;
using UserOps.Data.Privacy;
using UserOps.Display;
using UserOps.Features;
using UserOps.Segments.Audiences;
using UserOps.Statistics;

namespace UserOps.Uplift;

/// <summary>Whom to contact now, whom to leave alone, who is put off, and what acting is worth.</summary>
/// <remarks>
/// Chosen by the expected uplift of each user; what it is worth comes from the gain that was found among those to contact in the experiment, for each of them, and
/// assumes that the users of the list are like those. Users who unsubscribed or did not opt in are on no list.
/// </remarks>
public sealed record UpliftList : AnalysisResult
{
    private const int Shown = 20, ShownAlone = 5;

    internal UpliftList() { }

    /// <summary>The terms.</summary>
    public required UpliftOffer Offer { get; init; }

    /// <summary>How many users were scored.</summary>
    public required int Scored { get; init; }

    /// <summary>How many of them unsubscribed or did not opt in, and are on no list.</summary>
    public required int OutOfReach { get; init; }

    /// <summary>Whom to contact, the greatest expected gain first, as far as the budget reaches.</summary>
    public required PeopleList Contact { get; init; }

    /// <summary>How many are worth the contact, whatever the budget.</summary>
    public required int Worthwhile { get; init; }

    /// <summary>Whom to leave alone: the contact would change too little.</summary>
    public required PeopleList LeaveAlone { get; init; }

    /// <summary>Who would be put off, the greatest harm first.</summary>
    public required PeopleList PutOff { get; init; }

    /// <summary>The gain that the model expects of the list.</summary>
    public required double Expected { get; init; }

    /// <summary>The gain of the list by what was found in the experiment; null where it cannot be told or nobody is on the list.</summary>
    public required Estimate? Gain { get; init; }

    /// <summary>The gain of the list as a key number of a report; null where it cannot be told.</summary>
    public Metric? Metric => Gain is not { } gain ? null : new("uplift.list_gain", gain.Value, Offer.Unit)
    {
        Label = "Gain of contacting the list",
        N = Contact.Users.Count,
        Interval = gain.Interval,
        Better = Direction.Up,
        Definition = $"Gain for each contacted user found in the experiment × users on the list; {Offer.Terms}.",
    };

    internal static UpliftList Of(UpliftResult result, UpliftOffer offer, FeatureTable users, Func<string, bool> mayContact, ListIds names)
    {
        offer.Check();
        var predicted = PredictedUplift.Of(result.Model.Uplift(users));
        bool hasLeft = users.Columns.TryGet<FlagColumn>("unsubscribed", out var left);
        int[] reached = [.. Enumerable.Range(0, users.Count).Where(row => mayContact(users.Ids[row]) && !(hasLeft && left!.Flags[row] == 1))];
        var rows = reached.ToLookup(row => predicted.AdviceFor(row, offer));
        int[] worthwhile = [.. rows[Advice.Contact].OrderByDescending(row => predicted.Best[row]).ThenBy(row => users.Ids[row], StringComparer.Ordinal)];
        int[] listed = offer is { Budget: { } budget, Cost: > 0 } ? worthwhile[..(int)Math.Min(worthwhile.Length, Math.Floor(budget / offer.Cost + 1e-9))] : worthwhile;
        PeopleList People(string title, string rule, IEnumerable<int> of) => UpliftPeople.Of(result, users, predicted, offer, names, title, rule, [.. of]);
        return new()
        {
            Offer = offer,
            Scored = users.Count,
            OutOfReach = users.Count - reached.Length,
            Worthwhile = worthwhile.Length,
            Contact = People("Whom to contact", "expected gain above 0, the greatest first", listed),
            LeaveAlone = People("Whom to leave alone", "the contact would change less than it costs, the largest uplift first", rows[Advice.LeaveAlone].OrderByDescending(row => predicted.Best[row]).ThenBy(row => users.Ids[row], StringComparer.Ordinal)),
            PutOff = People("Who would be put off", "expected uplift below 0, the greatest harm first", rows[Advice.PutOff].OrderBy(row => predicted.Best[row]).ThenBy(row => users.Ids[row], StringComparer.Ordinal)),
            Expected = listed.Sum(row => offer.Gain(predicted.Best[row])),
            Gain = listed.Length == 0 ? null : Found(result, offer, listed.Length),
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => Figure.Table("What acting on the list is worth", Figures,
        $"{Offer.Terms}{(Offer.Budget is { } budget ? $" · budget {Offer.Money.Write(budget)}" : "")} · {Caption.PerCent(Gain?.Interval?.Level ?? 0.95)} interval");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Contact.Users.Count < Worthwhile ? (string[])[$"The budget reaches {Caption.Count(Contact.Users.Count)} of the {Caption.Count(Worthwhile)} users worth the contact; the gain found is of all of them, so the first should bring more."] : [],
        Contact.Users.Count == 0 ? "Nobody is worth the contact at these terms." : Gain?.Interval switch
        {
            { Lower: > 0 } => "The gain holds if users of the list are like those of the experiment who would have been contacted.",
            null => "Too few users like these were in the experiment: what the list is worth cannot be told. Try it on a part.",
            _ => "The interval of the gain reaches below zero: try the list on a part first, with a group left alone.",
        },
        .. OutOfReach > 0 ? (string[])[$"{Caption.Count(OutOfReach)} users who unsubscribed or did not opt in are on no list."] : [],
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts =>
        [.. FirstOf(Contact, Shown), .. FirstOf(LeaveAlone, ShownAlone), .. FirstOf(PutOff, ShownAlone)];

    private IEnumerable<Figure> Figures =>
    [
        new("Users scored", Scored, Format.Count, "as they are known now"),
        new("On the list", Contact.Users.Count, Format.Count, $"expected uplift above {Format.Number(3).Write(Offer.BreakEven)}, as far as the budget reaches"),
        new("Left alone", LeaveAlone.Users.Count, Format.Count, "the contact would change less than it costs"),
        new("Put off", PutOff.Users.Count, Format.Count, "the contact would lower the outcome"),
        new("Cost", Contact.Users.Count * Offer.Cost, Offer.Sum, "list × cost of a contact"),
        new("Expected by the model", Expected, Offer.Sum, "sum over the list of expected uplift × value less cost"),
        new("Gain", Gain?.Value, Offer.Sum, "gain for each contacted user found in the experiment × users on the list") { Interval = Gain?.Interval, N = Contact.Users.Count },
    ];

    private static IEnumerable<PeopleList> FirstOf(PeopleList people, int count) => people.Users.Count == 0 ? [] : [people.First(count)];

    private static Estimate? Found(UpliftResult result, UpliftOffer offer, int listed)
    {
        var predicted = PredictedUplift.Of(result.Predicted);
        int[] rows = [.. Enumerable.Range(0, result.Judges.Count).Where(row => predicted.AdviceFor(row, offer) == Advice.Contact)];
        if (rows.Length < 2)
            return null;
        var gain = PolicyGain.Of(result.Judges.Rows(rows), [.. rows.Select(row => predicted.Arms[row])], offer);
        return gain.IsKnown ? gain.Per(listed, result.Question.Level) : null;
    }
}
