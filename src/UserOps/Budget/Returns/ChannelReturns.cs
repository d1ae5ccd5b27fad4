using MathNet.Numerics.Distributions;
using UserOps.Acquisition;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;

namespace UserOps.Budget;

/// <summary>What a unit of money spent on new users brings back, by channel.</summary>
/// <remarks>The next users of a channel are taken to cost and to bring what its users so far did: true near today's spend, not far from it.</remarks>
public sealed record ChannelReturns : AnalysisResult
{
    private const int DrawCount = 400;

    internal ChannelReturns() { }

    /// <summary>New users, their cost and their first revenue.</summary>
    public required AcquisitionResult Acquisition { get; init; }

    /// <summary>The channels that cost something, the one with the highest return first.</summary>
    public required IReadOnlyList<AcquisitionChannel> Channels { get; init; }

    /// <summary>What a unit of money brings back.</summary>
    public Estimate Return(AcquisitionChannel channel)
    {
        double cost = channel.CostPerUser!.Value;
        var interval = channel.Revenue!.Value.Interval(Acquisition.Definition.Level);
        return new(channel.Revenue.Value.Mean!.Value / cost, interval is { } one ? new Interval(one.Lower / cost, one.Upper / cost, one.Level) : null);
    }

    /// <summary>Each channel's revenue a user, to compare with a planted truth.</summary>
    public IReadOnlyList<Figure> RevenuePerUser =>
    [
        .. Channels.Select(channel => new Figure(channel.Name, channel.Revenue!.Value.Mean, Format.Money(), $"net revenue of a new user in {Acquisition.Definition.RevenueDays} days")
        {
            Interval = channel.Revenue.Value.Interval(Acquisition.Definition.Level), N = channel.Revenue.Value.Count,
        }),
    ];

    /// <summary>The channels ready to divide a budget, with a straight line each; spend is that of 30 days.</summary>
    public IReadOnlyList<BudgetChannel> ForBudget()
    {
        double months = Acquisition.Period.Days / 30.0;
        return [.. Channels.Select((channel, i) => new BudgetChannel(channel.Name, channel.Cost!.Value / months, Line(Return(channel).Value)) { Draws = Draws(channel, i) })];
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What a unit of money spent on new users brings back",
        [
            new("Channel", Format.Text), new("Cost", Format.Money(digits: 0)), new("New users", Format.Count), new("Cost per new user (CAC)", Format.Money()), new("Revenue per user", Format.Money()),
            new("A unit brings", Format.Number()), new("Lower", Format.Number()), new("Upper", Format.Number()), new("n", Format.Count),
        ],
        Channels.Select(channel => (object?[])
        [
            channel.Name, channel.Cost, channel.Users, channel.CostPerUser, channel.Revenue!.Value.Mean, Return(channel).Value, Return(channel).Interval?.Lower, Return(channel).Interval?.Upper,
            channel.Revenue.Value.Count,
        ]),
        Caption.Of(Acquisition.Total.Users, "new users", Acquisition.Period, Acquisition.Calendar, $"net revenue in the first {Acquisition.Definition.RevenueDays} days of users seen so long (n)",
            $"{Caption.PerCent(Acquisition.Definition.Level)} Student intervals, costs taken as known"));

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "What a unit of money spent on new users brings back", [.. Channels.Select(channel => channel.Name)], new("Channel", Format.Text),
        new($"Net revenue in {Acquisition.Definition.RevenueDays} days for a unit of money", Format.Number(1)),
        [
            new("Return", [.. Channels.Select(channel => Return(channel).Value)])
            {
                Lower = [.. Channels.Select(channel => Return(channel).Interval?.Lower ?? double.NaN)], Upper = [.. Channels.Select(channel => Return(channel).Interval?.Upper ?? double.NaN)],
            },
        ])
    { Horizontal = true, Subtitle = $"n = {Caption.Count(Acquisition.Total.Users)} new users · {Acquisition.Period}" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
        ["Straight lines: the next users of a channel are taken to cost and to bring what those so far did. Move money in steps and look again."];

    private ResponseCurve[] Draws(AcquisitionChannel channel, int number)
    {
        var found = Return(channel);
        double deviation = found.Interval is { } interval ? (interval.Upper - interval.Lower) / 2 / Normal.InvCDF(0, 1, 0.5 + interval.Level / 2) : 0;
        var chance = Samples.Chance.For(number, Samples.Purpose.Resample);
        ResponseCurve[] draws = new ResponseCurve[DrawCount];
        for (int draw = 0; draw < DrawCount; draw++)
            draws[draw] = Line(found.Value + deviation * Samples.Distributions.Normal(ref chance));
        return draws;
    }

    // A channel that loses money on every user is left at its lower bound, as one that brings nothing is.
    private static ResponseCurve Line(double slope) => new(Math.Max(0, slope), new Saturation.None());
}
