using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Funnels;

/// <summary>The funnel by group: users by step, overall conversion with its interval.</summary>
public sealed record FunnelGroupsResult : AnalysisResult
{
    private readonly FunnelResult _funnel;

    internal FunnelGroupsResult(FunnelResult funnel) => _funnel = funnel;

    private string Property => _funnel.Definition.By?.Property ?? "group";

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Funnel by {Property}",
        [
            new(Property, Format.Text), .. _funnel.Steps.Select((step, i) => new TableColumn($"{i + 1} {step.Name}", Format.Count)),
            new("Conversion", Format.Percent()), new("Conversion: lower", Format.Percent()), new("Conversion: upper", Format.Percent()),
        ],
        _funnel.Groups.Select(Row),
        _funnel.CaptionText);

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        $"Conversion by {Property}",
        [.. _funnel.Groups.Select(group => group.Name)],
        new(Property, Format.Text),
        new($"Conversion to {_funnel.Steps[^1].Name}", Format.Percent()),
        [
            new("Conversion", [.. _funnel.Groups.Select(group => group.Conversion ?? double.NaN)])
            {
                Lower = [.. _funnel.Groups.Select(group => group.Steps[^1].FromFirstInterval?.Lower ?? double.NaN)],
                Upper = [.. _funnel.Groups.Select(group => group.Steps[^1].FromFirstInterval?.Upper ?? double.NaN)],
            },
        ])
    { Subtitle = _funnel.CaptionText };

    private static object?[] Row(FunnelGroup group) =>
    [
        group.Name, .. group.Steps.Select(step => (object?)step.Users),
        group.Conversion, group.Steps[^1].FromFirstInterval?.Lower, group.Steps[^1].FromFirstInterval?.Upper,
    ];
}
