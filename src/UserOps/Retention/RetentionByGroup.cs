using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Retention;

/// <summary>Retention over all cohorts, compared between the values of a property.</summary>
public sealed record RetentionByGroup : AnalysisResult
{
    internal RetentionByGroup() { }

    /// <summary>The result whose groups are compared.</summary>
    public required RetentionResult Of { get; init; }

    private RetentionDefinition Definition => Of.Definition;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Retention by {Definition.By!.Property}",
        [
            new(Definition.By!.Property, Format.Text), new("Period", Format.Text), new("Users", Format.Count), new("Retained", Format.Count),
            new("Retention", Format.Percent()), new("Lower", Format.Percent()), new("Upper", Format.Percent()),
        ],
        Of.Groups.SelectMany(group => group.Points.Select(point => Row(group, point))),
        Caption.Of(Of.Users, "users", Of.Period, Of.Calendar, [.. Words.Of(Definition), Words.Interval(Definition)]));

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        $"Retention by {Definition.By!.Property}",
        [.. Of.Ranges.Select(range => (object)Definition.Kind.Label(range, Definition.Grain))],
        new(Words.PeriodAxis(Definition), Format.Text),
        new("Share of users who came back", Format.Percent(0)),
        [.. Of.Groups.Take(8).Select(group => Words.Line($"{group.Name} (n = {Caption.Count(group.Users)})", group.Points))])
    { Subtitle = Words.Interval(Definition) };

    private object?[] Row(RetentionGroup group, RetentionPoint point) =>
    [
        group.Name, Definition.Kind.Label(point.Range, Definition.Grain), point.Users, point.Retained, point.Rate,
        point.Interval?.Lower, point.Interval?.Upper,
    ];
}
