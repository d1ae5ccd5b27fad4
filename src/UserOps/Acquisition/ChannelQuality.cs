using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Acquisition;

/// <summary>How good each channel's new users are: activation, day-7 retention and first revenue.</summary>
public sealed record ChannelQuality : AnalysisResult
{
    internal ChannelQuality() { }

    /// <summary>The result that the figures are from.</summary>
    public required AcquisitionResult Of { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Quality of channels",
        [
            new("Channel", Format.Text), .. Columns("Activated", Format.Percent()), .. Columns("D7 retention", Format.Percent()),
            .. Columns("Revenue per user", Format.Money()),
        ],
        Of.Channels.Append(Of.Total).Select(channel => (object?[])
        [
            channel.Name, .. Cells(channel.Activation), .. Cells(channel.DaySeven),
            channel.Revenue?.Mean, channel.Revenue?.Interval(Of.Definition.Level)?.Lower, channel.Revenue?.Interval(Of.Definition.Level)?.Upper, channel.Revenue?.Count,
        ]),
        Caption.Of(
            Of.Total.Users, "new users", Of.Period, Of.Calendar,
            $"activated: {Of.Goal!.Describe()} within {Of.Definition.WithinDays} × 24 h", "D7: active on the 7th calendar day after the first",
            $"revenue: net of refunds in the first {Of.Definition.RevenueDays} × 24 h", "only users watched that long (n)", Caption.Level(Of.Definition.Level)));

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "Quality of channels",
        [.. Of.Channels.Select(channel => channel.Name)],
        new("Channel", Format.Text),
        new("Share of new users", Format.Percent(0)),
        [Bars($"Activated within {Of.Definition.WithinDays} days", channel => channel.Activation), Bars("Back on day 7", channel => channel.DaySeven)])
    { Subtitle = $"n = {Caption.Count(Of.Total.Users)} new users · {Caption.Level(Of.Definition.Level)}" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => Of.Total.Revenue is null ? ["Revenue per user is blank: the export has no table of orders."] : [];

    private static TableColumn[] Columns(string measure, Format format) =>
        [new(measure, format), new($"{measure}: lower", format), new($"{measure}: upper", format), new($"{measure}: n", Format.Count)];

    private static object?[] Cells(Share share) => [share.Rate, share.Interval?.Lower, share.Interval?.Upper, share.Users];

    private Series Bars(string name, Func<AcquisitionChannel, Share> share) => new(name, [.. Of.Channels.Select(channel => share(channel).Rate ?? double.NaN)])
    {
        Lower = [.. Of.Channels.Select(channel => share(channel).Interval?.Lower ?? double.NaN)],
        Upper = [.. Of.Channels.Select(channel => share(channel).Interval?.Upper ?? double.NaN)],
    };
}
