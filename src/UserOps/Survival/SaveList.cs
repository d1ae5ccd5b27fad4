using UserOps.Churn;
using UserOps.Display;
using UserOps.Segments.Audiences;

namespace UserOps.Survival;

/// <summary>Whom to make an offer before they leave, what that costs and what it should bring.</summary>
/// <remarks>The save rate is an assumption until an experiment has measured it; <see cref="BreakEvenSaveRate"/> says how low it may be.</remarks>
public sealed record SaveList : AnalysisResult
{
    private const int Shown = 20;

    internal SaveList() { }

    /// <summary>The terms.</summary>
    public required RetentionOffer Offer { get; init; }

    /// <summary>The model that the chances come from.</summary>
    public required ISurvivalModel Model { get; init; }

    /// <summary>The spells of the users.</summary>
    public required SurvivalData Data { get; init; }

    /// <summary>The horizon, in the unit of the data.</summary>
    public required double Within { get; init; }

    /// <summary>Users who had not left when they were last followed.</summary>
    public required int Present { get; init; }

    /// <summary>Those of them for whom the model can look so far ahead.</summary>
    public required int Predicted { get; init; }

    /// <summary>Those for whom the offer pays.</summary>
    public required int Worthwhile { get; init; }

    /// <summary>The list, the greatest expected gain first.</summary>
    public required PeopleList People { get; init; }

    /// <summary>How many of the list are expected to leave within the horizon if nothing is done.</summary>
    public required double ExpectedLeavers { get; init; }

    /// <summary>The expected margin of the saved less the cost.</summary>
    public required double Profit { get; init; }

    /// <summary>What the offer costs for the list.</summary>
    public double Cost => People.Users.Count * Offer.Cost;

    /// <summary>The save rate at which the list would just pay for itself; null for an empty list.</summary>
    public double? BreakEvenSaveRate => Profit + Cost > 0 ? Offer.SaveRate * Cost / (Profit + Cost) : null;

    /// <summary>The profit as a key number; null for an empty list.</summary>
    public Metric? Metric => People.Users.Count == 0 ? null : new("survival.save_profit", Profit, Offer.Currency.Length > 0 ? Offer.Currency : "money")
    {
        Label = "Expected profit of the offer",
        N = People.Users.Count,
        Definition = "Expected margin of the users saved less the cost of the offer, at the assumed save rate.",
        Better = Direction.Up,
    };

    /// <inheritdoc/>
    public override Table ToTable() => Figure.Table("What acting on the list is worth",
        [
            new("Users still there", Present, Format.Count, "not known to have left"),
            new("With a prediction", Predicted, Format.Count, FormattableString.Invariant($"for whom the model ({Model.Name}) looks {Within} {Data.Unit} ahead")),
            new("Worth the offer", Worthwhile, Format.Count, "probability × save rate × value above the cost"),
            new("On the list", People.Users.Count, Format.Count, "the greatest expected gain first, as far as the budget reaches"),
            new("Leavers among them", ExpectedLeavers, Format.Number(0), FormattableString.Invariant($"expected within {Within} {Data.Unit} if nothing is done")),
            new("Cost", Cost, Offer.Money, "list × cost of the offer"),
            new("Profit", Profit, Offer.Money, "expected margin of the saved less the cost"),
            new("Break-even save rate", BreakEvenSaveRate, Format.Percent(), "below it the list costs more than it brings"),
        ],
        Data.Describe(Offer.Terms));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Predicted < Present ? (string[])[$"Left out: {Caption.Count(Present - Predicted)} users who have lasted longer than the model can look ahead from, or lack a covariate."] : [],
        .. Data.Standing is null ? (string[])[] : ["The probability counts from the day a user was last seen; how long the user has been silent since is shown, and is what the churn model goes by."],
        .. People.Users.Count == 0 ? (string[])["Nobody is worth the offer at these terms."] : ["The save rate is assumed: try the offer on a random half of the list first."],
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => People.Users.Count == 0 ? [] : [People.First(Shown)];
}
