using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.LifetimeValue.Cohorts;

/// <summary>Value curves as lines with their bands.</summary>
public sealed record ValueCurves : AnalysisResult
{
    private const int MostLines = 8, MostPoints = 60;

    internal ValueCurves() { }

    /// <summary>The result that the curves are from.</summary>
    public required CohortValueResult Of { get; init; }

    /// <summary>The curves with their names.</summary>
    public required IReadOnlyList<ChannelCurve> Lines { get; init; }

    /// <summary>What the picture shows.</summary>
    public required string Title { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        Title,
        [
            new(Lines.Count > 1 ? "Channel" : "Users of", Format.Text), new("Age (days)", Format.Count), new("Watched so long", Format.Count),
            new("Value per user", Format.Money()), new("Lower", Format.Money()), new("Upper", Format.Money()),
        ],
        from line in Lines
        from age in Of.Ages
        let point = line.Curve.At(age)
        where point is not null
        select (object?[])[line.Name, age, point.Users, point.Value, point.Interval?.Lower, point.Interval?.Upper],
        Of.Describe($"{Caption.PerCent(Of.Definition.Level)} Student intervals"));

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        Title,
        [.. Drawn.Select(age => (object)(double)age)],
        new("Days after the start", Format.Count),
        new("Net revenue per user", Format.Money("", 0)),
        [.. Lines.Take(MostLines).Select(Line)])
    { Subtitle = $"n = {Caption.Count(Of.Curve.Users)} users · bands: {Caption.PerCent(Of.Definition.Level)} Student intervals" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Lines.Count > MostLines ? (string[])[$"The picture shows the {MostLines} largest channels."] : [],
        .. Lines.Any(line => Of.Ages.Any(age => line.Curve.At(age) is { Interval: null }))
            ? (string[])[$"No interval, and no line in the picture, where fewer than {ValueCurve.LeastForInterval} users were watched so long: a few of them move the value far."] : [],
    ];

    /// <summary>Ages close enough to show the bend of the first days, and the last one.</summary>
    private IEnumerable<int> Drawn =>
        Enumerable.Range(0, Of.Curve.LastAge + 1).Where(age => age % (Of.Curve.LastAge / MostPoints + 1) == 0 || age == Of.Curve.LastAge);

    private Series Line(ChannelCurve line)
    {
        ValuePoint?[] points = [.. Drawn.Select(line.Curve.At)];
        return new($"{line.Name} (n = {Caption.Count(line.Curve.Users)})", [.. points.Select(point => point?.Interval is null ? double.NaN : point.Value)])
        {
            Lower = [.. points.Select(point => point?.Interval?.Lower ?? double.NaN)],
            Upper = [.. points.Select(point => point?.Interval?.Upper ?? double.NaN)],
        };
    }
}
