using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;

namespace UserOps.Uplift;

/// <summary>A rule whom to contact, and what it gains.</summary>
/// <param name="Name">The rule.</param>
/// <param name="Share">The share of users contacted.</param>
/// <param name="Gain">The gain for 1,000 users over leaving all alone; null where it cannot be told.</param>
/// <param name="UpliftOver">By how much targeting by uplift gains more for 1,000 users; null for itself and where it cannot be told.</param>
public sealed record PolicyRow(string Name, double Share, Estimate? Gain, Estimate? UpliftOver);

/// <summary>What it is worth to contact by uplift, by response, at random, or everybody.</summary>
/// <remarks>The rule follows from the model and the terms, and is valued on users that the model did not learn from, see <see cref="PolicyGain"/>.</remarks>
public sealed record UpliftDecision : AnalysisResult
{
    internal UpliftDecision() { }

    /// <summary>The terms.</summary>
    public required UpliftOffer Offer { get; init; }

    /// <summary>The rules: by uplift first.</summary>
    public required IReadOnlyList<PolicyRow> Rules { get; init; }

    /// <summary>Users by what to do with them, with the uplift found among each group.</summary>
    public required UpliftGroups Groups { get; init; }

    /// <summary>The gain by depth, the highest expected uplift first, from nobody to everybody.</summary>
    public required IReadOnlyList<(double Share, Estimate ByUplift, Estimate ByResponse)> Depths { get; init; }

    /// <summary>How many users judged.</summary>
    public required int Judges { get; init; }

    /// <summary>The gain of contacting by uplift as a key number of a report; null where it cannot be told.</summary>
    public Metric? Metric => Rules[0].Gain is not { } gain ? null : new("uplift.gain_per_1000", gain.Value, Offer.Unit)
    {
        Label = "Gain of contacting by uplift, for 1,000 users",
        N = Judges,
        Interval = gain.Interval,
        Better = Direction.Up,
        Definition = $"Over leaving everybody alone, by inverse-probability weighting on users that the model did not learn from; {Offer.Terms}.",
    };

    internal static UpliftDecision Of(UpliftResult result, UpliftOffer offer)
    {
        offer.Check();
        var values = new PolicyValues(result, offer);
        return new()
        {
            Offer = offer,
            Rules = values.Rules(),
            Depths = values.Depths(),
            Groups = UpliftGroups.Of(result, offer),
            Judges = result.Judges.Count,
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What is it worth to contact whom?",
        [
            new("Contact", Format.Text), new("Share of users", Format.Percent()), new("Gain", Offer.Sum), new("Lower", Offer.Sum), new("Upper", Offer.Sum),
            new("By uplift gains more", Offer.Sum), new("Lower ", Offer.Sum), new("Upper ", Offer.Sum),
        ],
        Rules.Select(rule => (object?[])[
            rule.Name, rule.Share, rule.Gain?.Value, rule.Gain?.Interval?.Lower, rule.Gain?.Interval?.Upper,
            rule.UpliftOver?.Value, rule.UpliftOver?.Interval?.Lower, rule.UpliftOver?.Interval?.Upper]),
        $"gain for 1,000 users over leaving all alone · {Offer.Terms}: a contact pays from an uplift of {Format.Number(3).Write(Offer.BreakEven)} · n = {Caption.Count(Judges)} users that the model did not "
        + $"learn from, inverse-probability weighting · {Caption.PerCent(Rules[0].Gain?.Interval?.Level ?? 0.95)} intervals");

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        "What contacting more and more users gains", [.. Depths.Select(depth => (object)depth.Share)],
        new("Share of users contacted, the highest scores first", Format.Percent(0)), new("Gain for 1,000 users", Offer.Sum),
        [
            new("By uplift", [.. Depths.Select(depth => depth.ByUplift.Value)])
            {
                Lower = [.. Depths.Select(depth => depth.ByUplift.Interval?.Lower ?? double.NaN)],
                Upper = [.. Depths.Select(depth => depth.ByUplift.Interval?.Upper ?? double.NaN)],
            },
            new("By response", [.. Depths.Select(depth => depth.ByResponse.Value)]),
            new("At random", [.. Depths.Select(depth => depth.Share * Depths[^1].ByUplift.Value)]),
        ])
    { Subtitle = $"{Offer.Terms} · n = {Caption.Count(Judges)} · {Caption.PerCent(Rules[0].Gain?.Interval?.Level ?? 0.95)} interval of the first" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        Rules[0] switch
        {
            { Share: 0 } => $"Nobody is worth the contact: nobody is expected to change by {Format.Number(3).Write(Offer.BreakEven)} or more.",
            { Gain: null } => "Too few of those to contact were seen in both arms: what the rule gains cannot be told.",
            { Gain.Interval: { Lower: > 0 } } => "Contacting by uplift pays, beyond what chance explains.",
            _ => "The interval of the gain by uplift reaches below zero: that contacting pays is not shown.",
        },
        .. Rules.Skip(1).Where(rule => rule.UpliftOver?.Interval is { Lower: > 0 }).Select(rule => $"Contacting by uplift gains more than '{rule.Name}', beyond what chance explains."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [Groups];
}
