using UserOps.Activation;
using UserOps.Data;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Time;

namespace UserOps.Acquisition;

/// <summary>New users by channel, with their cost; the parts give them by step, and each channel's quality.</summary>
public sealed record AcquisitionResult : AnalysisResult
{
    internal AcquisitionResult() { }

    /// <summary>What was asked.</summary>
    public required AcquisitionDefinition Definition { get; init; }

    /// <summary>The activation goal that was counted; null where the export records nothing that users did.</summary>
    public required ActivationGoal? Goal { get; init; }

    /// <summary>The days in which users are new.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>The property that names the channel; null where the export has none.</summary>
    public required Breakdown? ChannelProperty { get; init; }

    /// <summary>The channels with new users, the largest first.</summary>
    public required IReadOnlyList<AcquisitionChannel> Channels { get; init; }

    /// <summary>All channels together; its cost per user is blended over paid and free channels.</summary>
    public required AcquisitionChannel Total { get; init; }

    /// <summary>Why there is no cost; null where there is.</summary>
    public required string? MissingCosts { get; init; }

    /// <summary>The cost of channels that brought no new user; left out of the total.</summary>
    public required IReadOnlyDictionary<string, double> OtherCosts { get; init; }

    /// <summary>Whether the export says when users signed up.</summary>
    public required bool HasSignups { get; init; }

    internal int FirstStep { get; init; }

    /// <summary>What comparisons between runs need.</summary>
    internal AcquisitionEvidence? Evidence { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts =>
        [new NewUsersByStep { Of = this }, .. Goal is null ? (AnalysisResult[])[] : [new ChannelQuality { Of = this }]];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "New users by channel",
        [
            new("Channel", Format.Text), new("New users", Format.Count), new("Share", Format.Percent()), new("Cost", Format.Money()),
            new("Cost per new user (CAC)", Format.Money()),
        ],
        Channels.Append(Total).Select(channel => new object?[]
        {
            channel.Name, channel.Users, (double)channel.Users / Total.Users, channel.Cost, channel.CostPerUser,
        }),
        Caption.Of(Total.Users, "new users", Period, Calendar, NewMeans, "CAC = cost of the channel's campaigns in the period ÷ its new users"));

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "New users by channel",
        [.. Channels.Select(channel => channel.Name)],
        new("Channel", Format.Text),
        new("New users", Format.Count),
        [new("New users", [.. Channels.Select(channel => (double)channel.Users)])])
    { Subtitle = $"n = {Caption.Count(Total.Users)} new users · {Period}" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. ChannelProperty is null ? (string[])["Channels: the export names none for its users; all new users stand together."] : [],
        .. Goal is null ? (string[])["The quality of channels is blank: the export has neither events nor orders."] : [],
        .. MissingCosts is { } why ? (string[])[$"Cost and CAC are blank: {why}."] : [],
        .. OtherCosts.Count > 0 ? (string[])[$"Left out of CAC, since these channels brought no new user: {string.Join(", ", OtherCosts.Select(pair => $"{pair.Key} {Format.Money().Write(pair.Value)}"))}."] : [],
        .. HasSignups ? (string[])[] : ["The export has no sign-up: a user is new at the first event, so users from before the data look new in its first weeks."],
    ];

    internal string NewMeans => HasSignups ? "new: signed up, else first event" : "new: first event";
}
