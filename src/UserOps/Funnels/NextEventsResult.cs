using UserOps.Display;

namespace UserOps.Funnels;

/// <summary>What those who left a path did next, by break.</summary>
public sealed record NextEventsResult : AnalysisResult
{
    internal NextEventsResult() { }

    /// <summary>The result that the figures are from.</summary>
    public required DeviationResult Of { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What they did instead",
        [new("Break", Format.Text), new("Next event", Format.Text), new("Users", Format.Count), new("Share of dropped", Format.Percent())],
        Of.Breaks.Where(at => at.Dropped > 0).SelectMany(at => at.Next.Append(new("(left)", at.Left)).Select(next => Row(at, next))),
        Caption.Of(
            Of.Breaks.Sum(at => at.Dropped), "users dropped", Of.Funnel.Period, Of.Funnel.Calendar,
            "next: the first event after the last step, inside the window, that does not take that step again", "left: no such event"));

    private static object?[] Row(DeviationBreak at, NextEvent next) =>
        [$"{at.Step} → {at.NextStep}", next.Event, next.Users, (double)next.Users / at.Dropped];
}
