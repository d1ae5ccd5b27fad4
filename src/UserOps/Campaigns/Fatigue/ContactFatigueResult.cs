using MathNet.Numerics.Distributions;
using UserOps.Data.Privacy;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Features;
using UserOps.Segments.Audiences;
using UserOps.Statistics;
using UserOps.Time;

namespace UserOps.Campaigns;

/// <summary>How messages are taken by frequency; the parts give the days since the last message, the hours, the trends and the cap.</summary>
public sealed record ContactFatigueResult : AnalysisResult
{
    internal ContactFatigueResult() { }

    /// <summary>What was asked.</summary>
    public required ContactFatigueDefinition Definition { get; init; }

    /// <summary>The calendar of the days and hours.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>Messages with an outcome.</summary>
    public required int Messages { get; init; }

    /// <summary>Users who got them.</summary>
    public required int Users { get; init; }

    /// <summary>By how many messages came in the seven days before.</summary>
    public required IReadOnlyList<ContactRates> ByFrequency { get; init; }

    /// <summary>By the days since the message before.</summary>
    public required IReadOnlyList<ContactRates> ByGap { get; init; }

    /// <summary>By the local hour.</summary>
    public required IReadOnlyList<ContactRates> ByHour { get; init; }

    /// <summary>The number of messages in seven days that still pays.</summary>
    public required FrequencyCap Cap { get; init; }

    internal LogLinearTrend? OpenTrend { get; init; }

    internal LogLinearTrend? RefuseTrend { get; init; }

    internal FeatureTable Recent { get; init; } = null!;

    /// <summary>By how much each message in the seven days before lowers the logarithm of the chance of opening; null where too few were opened.</summary>
    public Figure? OpenFatigue => Slope("Fatigue of opening", OpenTrend, 1, -1, "fall of the logarithm of the opening rate with each message in the seven days before");

    /// <summary>By how much each message in the seven days before raises the logarithm of the chance of unsubscribing; null where too few did.</summary>
    public Figure? AnnoyanceGrowth => Slope("Growth of annoyance", RefuseTrend, 1, 1, "rise of the logarithm of the rate of unsubscribing with each message in the seven days before");

    /// <summary>The opening rate at night as a multiple of that by day, at equal frequency; null where it cannot be told.</summary>
    public Figure? NightOpens => Factor("Opening at night", OpenTrend);

    /// <summary>The rate of unsubscribing at night as a multiple of that by day, at equal frequency; null where it cannot be told.</summary>
    public Figure? NightUnsubscribes => Factor("Unsubscribing at night", RefuseTrend);

    /// <summary>The cap as a key number; null where no cap pays.</summary>
    public Metric? CapMetric => Cap.Messages is { } cap ? new("campaigns.frequency_cap", cap, "messages")
    {
        Label = "Most messages in seven days that pay",
        N = Messages,
        Interval = Cap.Interval is { } range && double.IsFinite(range.Upper) ? range : null,
        Definition = $"Net value is greatest at this cap; {Definition.Terms}.",
    } : null;

    /// <summary>Users who got more messages in the last seven days than the cap allows, most first; null where no cap pays.</summary>
    /// <param name="ids">How people are named.</param>
    public PeopleList? Over(ListIds ids)
    {
        if (Cap.Messages is not { } cap)
            return null;
        double[] counts = Recent.Numbers("messages_7d");
        return new() { Title = "Users over the cap", Rule = $"more than {cap} messages in the last seven days of the data", Ids = ids, Users = Recent.Rows([.. Enumerable.Range(0, Recent.Count).Where(row => counts[row] > cap)]) };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [new ContactCaps { Of = this }, new ContactTrends { Of = this }, new ContactTimes("Days since the message before", ByGap, this), new ContactTimes("Local hour", ByHour, this)];

    /// <inheritdoc/>
    public override Table ToTable() => ContactRates.Table("How messages are taken, by how many came before", "Messages in the seven days before", ByFrequency, Small);

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "Net value of one message, by how many came before", [.. ByFrequency.Select(one => one.Name)], new("Messages in the seven days before", Format.Text), new("Net value of one message", Format.Number(2)),
        [
            new("Net value", [.. ByFrequency.Select(one => one.Value.Value)])
            {
                Lower = [.. ByFrequency.Select(one => one.Value.Interval?.Lower ?? double.NaN)], Upper = [.. ByFrequency.Select(one => one.Value.Interval?.Upper ?? double.NaN)],
            },
        ])
    { Subtitle = $"n = {Caption.Count(Messages)} messages · {Definition.Terms}" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        $"The cap that pays best: {Cap}.",
        "Assumption: users who get many messages differ from others in nothing else. Where keen users are written to more often, fatigue looks smaller than it is.",
        "The value of a click and the loss of an unsubscription are assumed: a click is no order that would not have been.",
    ];

    internal string Small => $"n = {Caption.Count(Messages)} messages to {Caption.Count(Users)} users · seven days: the same local day and the six before · {Definition.Terms} · {Caption.PerCent(Definition.Level)} intervals over users";

    private Figure? Slope(string name, LogLinearTrend? trend, int place, int sign, string definition)
    {
        if (trend is null || place >= trend.Coefficients.Length)
            return null;
        double value = sign * trend.Coefficients[place], half = Normal.InvCDF(0, 1, 0.5 + Definition.Level / 2) * trend.StandardErrors[place];
        return new(name, value, Format.Number(3), definition) { Interval = new(value - half, value + half, Definition.Level), N = Messages };
    }

    private Figure? Factor(string name, LogLinearTrend? trend) =>
        Slope(name, trend, 2, 1, "rate at night ÷ rate by day, at equal frequency") is { Interval: { } range } log ? log with { Value = Math.Exp(log.Value!.Value), Interval = new(Math.Exp(range.Lower), Math.Exp(range.Upper), range.Level), Format = Format.Number(2) } : null;
}
