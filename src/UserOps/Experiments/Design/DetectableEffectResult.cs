using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Experiments.Design;

/// <summary>What can be found after some weeks.</summary>
/// <param name="Week">After how many weeks.</param>
/// <param name="Users">Users of all arms by then.</param>
/// <param name="Effect">The smallest effect found with the power of the plan, on its scale; null where none is.</param>
public sealed record DetectableEffect(int Week, long Users, double? Effect);

/// <summary>The smallest effect that can be found with the traffic there is.</summary>
public sealed record DetectableEffectResult : AnalysisResult
{
    internal DetectableEffectResult() { }

    /// <summary>What was asked.</summary>
    public required ExperimentPlan Plan { get; init; }

    /// <summary>The weeks, in order.</summary>
    public required IReadOnlyList<DetectableEffect> Weeks { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Which effect can be found after how many weeks?",
        [new("Week", Format.Count), new("Users of all arms", Format.Count), new("Smallest effect found", Plan.EffectFormat())],
        Weeks.Select(week => new object?[] { week.Week, week.Users, week.Effect }),
        Plan.Describe());

    /// <inheritdoc/>
    public override Chart? ToChart() => Weeks.Count < 2 || Weeks.Any(week => week.Effect is null)
        ? null
        : new LineChart(
            "Smallest effect found", [.. Weeks.Select(week => (object)week.Week)], new("Weeks", Format.Count), new("Effect", Plan.EffectFormat()),
            [new("Smallest effect", [.. Weeks.Select(week => week.Effect!.Value)])]);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
        ["An effect that is smaller than this is missed more often than the plan allows: what is not found is not thereby absent."];
}
