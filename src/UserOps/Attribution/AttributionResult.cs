using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Attribution;

/// <summary>The conversions that each channel is credited with, by several rules side by side; the parts give intervals and removal effects.</summary>
public sealed record AttributionResult : AnalysisResult
{
    internal AttributionResult() { }

    /// <summary>The journeys whose credit was divided.</summary>
    public required CustomerJourneys Journeys { get; init; }

    /// <summary>What was asked.</summary>
    public required AttributionDefinition Definition { get; init; }

    /// <summary>The credit under each rule, in the order asked for.</summary>
    public required IReadOnlyList<RuleCredit> Rules { get; init; }

    /// <summary>The credit under a rule.</summary>
    /// <exception cref="UserOpsException">The rule was not asked for.</exception>
    public RuleCredit this[AttributionRule rule] => Rules.FirstOrDefault(one => one.Rule == rule)
        ?? throw new UserOpsException($"The rule '{rule.Name}' was not asked for. There are: {string.Join(", ", Rules.Select(one => one.Rule.Name))}.");

    /// <summary>The share of a channel under the Markov chain, or under the last rule where none was asked for.</summary>
    /// <param name="channel">The channel; the largest when null.</param>
    public Metric Share(string? channel = null)
    {
        var credit = channel is null ? Main.Credits.MaxBy(one => one.Share)! : Main[channel];
        return new("attribution.top_share", credit.Share, "fraction")
        {
            Label = $"Share by {Main.Rule.Name}: {credit.Channel}",
            N = Journeys.N,
            Interval = credit.ShareInterval,
            Definition = $"part of all conversions credited to the channel by {Main.Rule.Name}",
        };
    }

    /// <summary>The rule that a decision rests on first: a Markov chain where one was asked for.</summary>
    internal RuleCredit Main => Rules.FirstOrDefault(one => one.Rule is AttributionRule.Markov) ?? Rules[^1];

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [new RuleDetails { Of = this, Credit = Main }];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Conversions credited to each channel, by rule",
        [new("Channel", Format.Text), .. Rules.Select(one => new TableColumn(one.Rule.Name, Format.Number(1)))],
        [
            .. Journeys.Channels.Select((name, channel) => (object?[])[name, .. Rules.Select(one => (object?)one.Credits[channel].Conversions)]),
            ["All channels", .. Rules.Select(one => (object?)one.Credits.Sum(credit => credit.Conversions))],
        ],
        Journeys.Describe(Words()));

    /// <inheritdoc/>
    public override Chart ToChart() => new HeatMap(
        "Share of the credit by channel and rule",
        Journeys.Channels, [.. Rules.Select(one => one.Rule.Name)], new("Channel", Format.Text), new("Rule", Format.Text),
        [.. Journeys.Channels.Select((_, channel) => Rules.Select(one => one.Credits[channel].Share).ToArray())], Format.Percent())
    { Subtitle = $"each column sums to 100 % · n = {Caption.Count(Journeys.N)} journeys, {Format.Percent().Write(Journeys.BaseRate)} converted" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Journeys.Warnings,
        .. Journeys.Channels.Count > ChannelGame.MostChannels && Definition.Rules.Count == 0
            ? (string[])[$"Shapley values are left out: {Journeys.Channels.Count} channels, at most {ChannelGame.MostChannels} are possible. Merge the rare ones (MergeRare)."] : [],
        .. Exogeneity.Notes(Journeys),
        "Every rule divides all conversions, also those that would have come without any channel: credit is no effect. Only an experiment tells an effect.",
    ];

    private IEnumerable<string> Words()
    {
        foreach (var one in Rules)
            if (one.Rule is AttributionRule.Shapley { Worth: var worth })
                yield return worth == ShapleyWorth.Conversions
                    ? "Shapley: a set is worth the conversions of journeys that met no other channel"
                    : "Shapley (rate): a set is worth the conversion rate of journeys that met no other channel";
            else if (one.Rule is AttributionRule.TimeDecay decay)
                yield return FormattableString.Invariant($"time decay: half-life {decay.HalfLifeDays} {(Journeys.Paths.HasTimes ? "days" : "touchpoints, since the table has no times")}");
            else if (one.Rule is AttributionRule.PositionBased position)
                yield return FormattableString.Invariant($"position: {position.First:0%} first, {position.Last:0%} last").Replace("%", " %", StringComparison.Ordinal);
    }
}
