using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Time;

namespace UserOps.LifetimeValue.Channels;

/// <summary>LTV:CAC and payback by channel.</summary>
public sealed record ChannelValueResult : AnalysisResult
{
    internal ChannelValueResult() { }

    /// <summary>What was asked.</summary>
    public required ChannelValueDefinition Definition { get; init; }

    /// <summary>The days in which users are new.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>The part of net revenue that counts as value.</summary>
    public required double Margin { get; init; }

    /// <summary>The channels, the largest first.</summary>
    public required IReadOnlyList<ChannelValue> Channels { get; init; }

    /// <summary>All channels together, free ones included.</summary>
    public required ChannelValue Total { get; init; }

    /// <summary>Why there is no cost; null where there is.</summary>
    public required string? MissingCosts { get; init; }

    internal string MarginWords { get; init; } = "";

    internal bool HasMargin { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Value of a new user in {Definition.HorizonDays} days against its cost (LTV:CAC)",
        [
            new("Channel", Format.Text), new("New users", Format.Count), new("Watched so long", Format.Count), new("CAC", Format.Money()),
            new("LTV", Format.Money()), new("LTV: lower", Format.Money()), new("LTV: upper", Format.Money()),
            new("LTV:CAC", Format.Number()), new("Lower", Format.Number()), new("Upper", Format.Number()), new("Paid back in (months of 30 days)", Format.Text),
        ],
        Channels.Append(Total).Select(channel => new object?[]
        {
            channel.Name, channel.Users, channel.Watched, channel.CostPerUser, channel.Value, channel.ValueInterval?.Lower, channel.ValueInterval?.Upper,
            channel.ValueToCost, channel.ValueToCostInterval?.Lower, channel.ValueToCostInterval?.Upper, Words(channel),
        }),
        Caption.Of(
            Total.Users, "new users", Period, Calendar, $"LTV: margin per new user in the first {Definition.HorizonDays} × 24 h", MarginWords,
            "CAC: cost of the channel's campaigns in the period ÷ its new users", $"{Caption.PerCent(Definition.Level)} Student intervals"));

    /// <inheritdoc/>
    public override Chart? ToChart() => Priced is not { Count: > 0 } priced ? null : new BarChart(
        $"LTV in {Definition.HorizonDays} days for each unit of money spent",
        [.. priced.Select(channel => channel.Name)],
        new("Channel", Format.Text),
        new("LTV ÷ CAC (1 = paid back)", Format.Number(1)),
        [
            new("LTV:CAC", [.. priced.Select(channel => channel.ValueToCost ?? double.NaN)])
            {
                Lower = [.. priced.Select(channel => channel.ValueToCostInterval?.Lower ?? double.NaN)],
                Upper = [.. priced.Select(channel => channel.ValueToCostInterval?.Upper ?? double.NaN)],
            },
        ])
    { Subtitle = $"n = {Caption.Count(Total.Users)} new users · {Caption.PerCent(Definition.Level)} intervals" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Note(MissingCosts is not null, $"CAC, LTV:CAC and payback are blank: {MissingCosts}."),
        .. Note(!HasMargin, "The margin is not known: revenue is taken for margin, so that every ratio is too good. Give Margin, or orders with a column 'cost'."),
        .. Note(Channels.Any(channel => channel.CostPerUser == 0), "A channel without a cost has no ratio: nothing was paid for its users in the campaigns table."),
        .. Note(Channels.Any(channel => channel.Value is null), $"LTV is blank where nobody was watched for {Definition.HorizonDays} days."),
        "Value after the horizon is not counted: the true lifetime ratio is higher where users stay on. Costs and margin are taken as exact.",
    ];

    private IReadOnlyList<ChannelValue> Priced => [.. Channels.Where(channel => channel.ValueToCost is not null)];

    private static string? Words(ChannelValue channel) => channel.CostPerUser == 0 ? "no cost" : channel.Payback?.ToString();

    private static string[] Note(bool applies, string words) => applies ? [words] : [];
}
