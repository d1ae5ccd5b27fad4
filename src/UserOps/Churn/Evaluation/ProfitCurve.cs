using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>What contacting a part of the users would have gained on the hold-out.</summary>
/// <param name="Name">Which part.</param>
/// <param name="Share">The share of all users contacted.</param>
/// <param name="Reached">The share of those about to leave who are contacted.</param>
/// <param name="Expected">The profit for 1,000 users that the probabilities promise.</param>
/// <param name="Profit">The profit for 1,000 users at what came true.</param>
/// <param name="Interval">Its interval; the save rate is taken as known.</param>
public sealed record ProfitPoint(string Name, double Share, double Reached, double Expected, double Profit, Interval? Interval);

/// <summary>Profit by how many users are contacted, those with the highest expected gain first, and the threshold that the terms of the offer imply.</summary>
/// <remarks>
/// The threshold follows from the offer and the probability alone and is not searched for on the hold-out, so its profit is not flattered by the search.
/// Intervals: of a fixed depth by the bootstrap, users ranked anew in each sample; of the chosen rule Student's, user by user.
/// </remarks>
public sealed record ProfitCurve : AnalysisResult
{
    internal ProfitCurve() { }

    /// <summary>The terms.</summary>
    public required RetentionOffer Offer { get; init; }

    /// <summary>How many users were judged.</summary>
    public required int Users { get; init; }

    /// <summary>Profit by depth, ascending, the first with nobody and the last with everybody.</summary>
    public required IReadOnlyList<ProfitPoint> Points { get; init; }

    /// <summary>Contacting those whose expected gain is positive: for users of one value, a probability above <see cref="RetentionOffer.BreakEvenProbability"/>.</summary>
    public required ProfitPoint Chosen { get; init; }

    /// <summary>The save rate at which the chosen contacts earn back their cost, and its interval; null where nobody is chosen or none of them left.</summary>
    public required Estimate? BreakEvenSaveRate { get; init; }

    /// <summary>What saving the chosen would have been worth at what came true ÷ what the probabilities said, and its interval; null where nobody is chosen.</summary>
    public required Estimate? ActualToExpected { get; init; }

    /// <summary>The profit of the chosen contacts as a key number of a report.</summary>
    public Metric Metric => new("churn.profit_per_1000", Chosen.Profit, Offer.Currency.Length > 0 ? Offer.Currency : "money")
    {
        Label = "Profit of the chosen contacts for 1,000 users",
        N = Users,
        Interval = Chosen.Interval,
        Better = Direction.Up,
        Definition = $"At what came true on users that the model did not learn from; {Offer.Terms}.",
    };

    /// <summary>Judges an offer on a hold-out.</summary>
    /// <param name="scores">Calibrated probabilities of leaving, and who left.</param>
    /// <param name="offer">The terms.</param>
    /// <param name="ids">The ids of the users, where their values differ.</param>
    /// <param name="level">The confidence level of the intervals.</param>
    /// <param name="seed">The seed of the bootstrap.</param>
    /// <exception cref="UserOpsException">A score is no probability, a term of the offer is impossible, or ids are missing.</exception>
    public static ProfitCurve Of(BinaryScores scores, RetentionOffer offer, IReadOnlyList<string>? ids = null, double level = 0.95, int seed = 1)
    {
        double[] values = Values(scores, offer, ids);
        return ProfitCounts.Of(scores, offer, values).Judge(level, seed);
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Whom does it pay to contact?",
        [
            new("Contacted", Format.Text), new("Share of users", Format.Percent()), new("Leavers reached", Format.Percent()),
            new("Expected profit", Offer.Money), new("Profit", Offer.Money), new("Lower", Offer.Money), new("Upper", Offer.Money),
        ],
        Points.SkipLast(1).Where(point => point.Share is 0.05 or 0.1 or 0.2 or 0.3 or 0.5).Append(Points[^1]).Prepend(Chosen)
            .Select(point => new object?[] { point.Name, point.Share, point.Reached, point.Expected, point.Profit, point.Interval?.Lower, point.Interval?.Upper }),
        $"{Offer.Terms} · profit for 1,000 users like the n = {Caption.Count(Users)} that the model did not learn from · {Caption.PerCent(Level)} intervals, the save rate taken as known");

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        "Whom does it pay to contact?",
        [.. Points.Select(point => (object)point.Share)],
        new("Share of users contacted, highest expected gain first", Format.Percent(0)),
        new("Profit for 1,000 users", Offer.Money),
        [
            new("At what came true", [.. Points.Select(point => point.Profit)])
            {
                Lower = [.. Points.Select(point => point.Interval?.Lower ?? double.NaN)],
                Upper = [.. Points.Select(point => point.Interval?.Upper ?? double.NaN)],
            },
            new("As the model expects", [.. Points.Select(point => point.Expected)]),
            new("Contacted at random", [.. Points.Select(point => point.Share * Points[^1].Profit)]),
        ])
    { Subtitle = $"{Offer.Terms} · chosen: {Format.Percent().Write(Chosen.Share)} of users · n = {Caption.Count(Users)} · {Caption.PerCent(Level)} bootstrap intervals" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        Chosen.Share == 0
            ? $"Nobody is worth the offer: it pays from a probability of {Format.Percent().Write(Offer.BreakEvenProbability)} on."
            : $"The offer pays {(Offer.ValueOf is null ? "" : "for a user of the usual value ")}from a probability of {Format.Percent().Write(Offer.BreakEvenProbability)} on.",
        .. BreakEvenSaveRate is { } rate
            ? (string[])[$"The chosen contacts earn back their cost if at least {Words(rate)} of the leavers among them are saved; {Format.Percent().Write(Offer.SaveRate)} is assumed. Only an experiment with a group left alone can tell."]
            : [],
        .. Chosen.Interval is { Lower: <= 0 } && Chosen.Share > 0 ? (string[])["The interval of the chosen profit reaches below zero: the hold-out does not prove that the offer pays."] : [],
    ];

    private static double[] Values(BinaryScores scores, RetentionOffer offer, IReadOnlyList<string>? ids)
    {
        offer.Check();
        scores.NeedProbabilities();
        if (offer.ValueOf is not null && ids?.Count != scores.Count)
            throw new UserOpsException($"The offer values users by their ids; found {ids?.Count ?? 0} ids for {scores.Count} users. Give the ids in the order of the scores.");
        return ids is null ? [.. Enumerable.Repeat(offer.Value, scores.Count)] : offer.Values(ids);
    }

    private double Level => Points[^1].Interval?.Level ?? 0.95;

    private static string Words(Estimate rate) =>
        Format.Percent().Write(rate.Value) + (rate.Interval is { } interval ? $" {interval.Write(Format.Percent())}" : "");
}
