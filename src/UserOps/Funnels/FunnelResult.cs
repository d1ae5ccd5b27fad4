using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Time;

namespace UserOps.Funnels;

/// <summary>One step of a funnel.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Users">Users who reached it.</param>
public sealed record FunnelStepResult(string Name, long Users)
{
    /// <summary>The share of those who reached the step before; null for the first step and where nobody did.</summary>
    public double? FromPrevious { get; init; }

    /// <summary>The Wilson interval of <see cref="FromPrevious"/>; null where that is.</summary>
    public Interval? FromPreviousInterval { get; init; }

    /// <summary>The share of those who entered, 1 for the first step; null where nobody did.</summary>
    public double? FromFirst { get; init; }

    /// <summary>The Wilson interval of <see cref="FromFirst"/>; null for the first step and where nobody entered.</summary>
    public Interval? FromFirstInterval { get; init; }

    /// <summary>The median time from the step before, among those who reached this one; null for the first step and where nobody did.</summary>
    public TimeSpan? MedianTime { get; init; }
}

/// <summary>The funnel of one group of users.</summary>
/// <param name="Name">The group's name.</param>
/// <param name="Steps">Its steps.</param>
public sealed record FunnelGroup(string Name, IReadOnlyList<FunnelStepResult> Steps)
{
    /// <summary>The share of those who entered that took the last step.</summary>
    public double? Conversion => Steps[^1].FromFirst;
}

/// <summary>How many users took each step of a funnel.</summary>
public sealed record FunnelResult : AnalysisResult
{
    internal FunnelResult() { }

    /// <summary>What was asked.</summary>
    public required FunnelDefinition Definition { get; init; }

    /// <summary>The days in which attempts start.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>The steps in order.</summary>
    public required IReadOnlyList<FunnelStepResult> Steps { get; init; }

    /// <summary>The groups of the breakdown, the largest first; empty without one.</summary>
    public required IReadOnlyList<FunnelGroup> Groups { get; init; }

    /// <summary>How far each user came and when.</summary>
    public required FunnelJourneys Journeys { get; init; }

    /// <summary>Users whose window reaches beyond the data: they count as dropped and may still convert.</summary>
    public required int StillOpen { get; init; }

    /// <summary>Users who entered.</summary>
    public long Entered => Steps[0].Users;

    /// <summary>The share of those who entered that took the last step.</summary>
    public double Conversion => (double)Steps[^1].Users / Entered;

    /// <summary>The Wilson interval of <see cref="Conversion"/>; null where there is one step.</summary>
    public Interval? ConversionInterval => Steps[^1].FromFirstInterval;

    /// <summary>What comparisons of the conversion between runs need.</summary>
    internal Func<MetricEvidence?>? Evidence { get; init; }

    /// <summary>The conversion as a metric of a report.</summary>
    /// <param name="name">A stable name such as <c>core_path.conversion</c>.</param>
    /// <param name="label">What a reader calls it.</param>
    public Metric ConversionMetric(string name, string label) => new(name, Conversion, "fraction")
    {
        Label = label,
        N = Entered,
        Interval = ConversionInterval,
        Better = Direction.Up,
        Definition = $"Share of users with the first step who reach the last{(Definition.Window is { } window ? $" within {Format.Duration.Write(window)}" : "")}: {string.Join(" → ", Steps.Select(step => step.Name))}.",
        Evidence = Evidence,
    };

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Funnel",
        [
            new("Step", Format.Text), new("Users", Format.Count),
            new("From previous", Format.Percent()), new("From previous: lower", Format.Percent()), new("From previous: upper", Format.Percent()),
            new("From first", Format.Percent()), new("From first: lower", Format.Percent()), new("From first: upper", Format.Percent()),
            new("Median time", Format.Duration),
        ],
        Steps.Select(step => new object?[]
        {
            step.Name, step.Users,
            step.FromPrevious, step.FromPreviousInterval?.Lower, step.FromPreviousInterval?.Upper,
            step.FromFirst, step.FromFirstInterval?.Lower, step.FromFirstInterval?.Upper,
            step.MedianTime,
        }),
        CaptionText);

    /// <inheritdoc/>
    public override Chart ToChart() =>
        new FunnelChart("Funnel", [.. Steps.Select(step => step.Name)], [.. Steps.Select(step => step.Users)]) { Subtitle = CaptionText };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => StillOpen == 0
        ? []
        : [$"{Caption.Count(StillOpen)} of {Caption.Count(Entered)} users started less than the window before the data end: "
            + "they count as dropped and may still convert."];

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => Groups.Count == 0 ? [] : [new FunnelGroupsResult(this)];

    internal string CaptionText => Caption.Of(Entered, "users entered", Period, Calendar, [.. FunnelWords.Of(Definition), Caption.Level(Definition.Level)]);
}
