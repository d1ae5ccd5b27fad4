using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Funnels;

/// <summary>What users did next who left the path.</summary>
/// <param name="Event">The event.</param>
/// <param name="Users">How many did it next.</param>
public sealed record NextEvent(string Event, int Users);

/// <summary>One break of a path: those who took a step and not the next.</summary>
/// <param name="Step">The last step taken.</param>
/// <param name="NextStep">The step not taken.</param>
public sealed record DeviationBreak(string Step, string NextStep)
{
    /// <summary>Users who took the step.</summary>
    public required long Reached { get; init; }

    /// <summary>Those who did not take the next.</summary>
    public required long Dropped { get; init; }

    /// <summary>Dropped users without another event inside the window.</summary>
    public required int Left { get; init; }

    /// <summary>Dropped users with an event later than the return time.</summary>
    public required int CameBack { get; init; }

    /// <summary>Dropped users who did the next step's event at some later time, outside the attempt.</summary>
    public required int TookStepLater { get; init; }

    /// <summary>Dropped users who did the last step's event at some later time, outside the attempt.</summary>
    public required int FinishedLater { get; init; }

    /// <summary>Dropped users who came back and have not finished: those whom an intervention can reach.</summary>
    public required int InReach { get; init; }

    /// <summary>Dropped and not finished since, times the share of those who took the next step that finished; null where nobody took it.</summary>
    public required double? Recoverable { get; init; }

    /// <summary>The interval of <see cref="Recoverable"/>, from the Wilson interval of that share.</summary>
    public required Interval? RecoverableInterval { get; init; }

    /// <summary>What the dropped did next inside the window, the most frequent first.</summary>
    public required IReadOnlyList<NextEvent> Next { get; init; }
}

/// <summary>Where users left a path, what they did instead, and what can be recovered.</summary>
public sealed record DeviationResult : AnalysisResult
{
    internal DeviationResult() { }

    /// <summary>What was asked.</summary>
    public required DeviationDefinition Definition { get; init; }

    /// <summary>The funnel of the path.</summary>
    public required FunnelResult Funnel { get; init; }

    /// <summary>One entry a break, in order.</summary>
    public required IReadOnlyList<DeviationBreak> Breaks { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Deviation from the path",
        [
            new("Break", Format.Text), new("Reached", Format.Count), new("Dropped", Format.Count), new("Share dropped", Format.Percent()),
            new("Left", Format.Count), new("Came back", Format.Count), new("Took the step later", Format.Count), new("Finished later", Format.Count),
            new("In reach", Format.Count), new("Recoverable", Format.Count), new("Recoverable: lower", Format.Count), new("Recoverable: upper", Format.Count),
        ],
        Breaks.Select(Row),
        Caption.Of(
            Funnel.Entered, "users entered", Funnel.Period, Funnel.Calendar,
            [
                .. FunnelWords.Of(Definition.Funnel),
                $"came back: an event {Format.Duration.Write(Definition.ReturnAfter)} or more after the last step",
                Caption.Level(Definition.Funnel.Level),
            ]));

    /// <inheritdoc/>
    public override Chart ToChart() => DeviationChart.Of(this);

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [new NextEventsResult { Of = this }];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Funnel.Notes,
        "Recoverable: those who have not finished since, times the share of those who took the next step that finished. "
            + "It is what could be won at most if they went on like the others.",
    ];

    private static object?[] Row(DeviationBreak at) =>
    [
        $"{at.Step} → {at.NextStep}", at.Reached, at.Dropped, at.Reached == 0 ? null : (double)at.Dropped / at.Reached,
        at.Left, at.CameBack, at.TookStepLater, at.FinishedLater, at.InReach,
        at.Recoverable, at.RecoverableInterval?.Lower, at.RecoverableInterval?.Upper,
    ];
}
