using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>The share without the event over time, with its median and its mean within a horizon.</summary>
public sealed record SurvivalCurves : AnalysisResult
{
    private const int FewSpells = 50;

    internal SurvivalCurves() { }

    /// <summary>What was asked.</summary>
    public required SurvivalCurvesDefinition Definition { get; init; }

    /// <summary>The spells.</summary>
    public required SurvivalData Data { get; init; }

    /// <summary>The horizon of the restricted means.</summary>
    public required double Until { get; init; }

    /// <summary>The groups, the largest first; one named All without a column.</summary>
    public required IReadOnlyList<SurvivalCurve> Groups { get; init; }

    /// <summary>Spells left out because the column has no value for them.</summary>
    public required int Missing { get; init; }

    /// <summary>The survival of the first group, or of all where there is one.</summary>
    public KaplanMeier Fit => Groups[0].Fit;

    /// <summary>The survival of a group.</summary>
    /// <exception cref="UserOpsException">There is no such group; the message lists those there are.</exception>
    public SurvivalCurve this[string group] => Groups.FirstOrDefault(one => one.Name == group)
        ?? throw new UserOpsException($"There is no group '{group}'. There are: {string.Join(", ", Groups.Select(one => one.Name))}.");

    /// <summary>The median of the first group as a key number; null where it was not reached.</summary>
    public Metric? MedianMetric => Fit.Median is not { } median ? null : new("survival.median", median, Data.Unit)
    {
        Label = $"Median time to {Data.EventName}",
        N = Data.UserCount,
        Interval = Fit.MedianInterval is { } interval && double.IsFinite(interval.Upper) ? interval : null,
        Definition = "The time by which half have had the event (Kaplan–Meier); those still there are censored.",
        Better = Direction.Up,
    };

    /// <summary>The survival of the first group at a time as a key number; null beyond what was observed.</summary>
    /// <param name="time">The time, zero or more, in the unit of the data.</param>
    /// <exception cref="UserOpsException">The time is negative or no number.</exception>
    public Metric? MetricAt(double time) => !(time >= 0)
        ? throw new UserOpsException(FormattableString.Invariant($"The survival at {time} was asked for; a time of zero or more is needed."))
        : time > Fit.LastTime ? null : new("survival.at_horizon", Fit.SurvivalAt(time), "fraction")
        {
            Label = FormattableString.Invariant($"Still there after {time:0.##} {Data.Unit}").TrimEnd(),
            N = Data.UserCount,
            Interval = Fit.PointAt(time) is { } point && double.IsFinite(point.Lower) ? new(point.Lower, point.Upper, Fit.Level) : null,
            Definition = "Share without the event by then (Kaplan–Meier).",
            Better = Direction.Up,
        };

    /// <summary>The survival at some times, a row a time and group.</summary>
    /// <param name="times">The times, in the unit of the data; those beyond the longest time of a group are blank.</param>
    public Table At(params IReadOnlyList<double> times) => new(
        $"Share without {Data.EventName} at some times",
        [
            new(Definition.By ?? "Group", Format.Text), new(Data.InUnit("Time"), Format.Plain), new("At risk", Format.Count), new("Survival", Format.Percent()),
            new("Std. error", Format.Points(2)), new("Lower", Format.Percent()), new("Upper", Format.Percent()),
        ],
        Groups.SelectMany(group => times.Select(time => Row(group, time))),
        Describe());

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"How long users last without {Data.EventName}",
        [
            new(Definition.By ?? "Group", Format.Text), new("Spells", Format.Count), new("Events", Format.Count), new(Data.InUnit("Median"), Format.Number(1)),
            new("Median lower", Format.Number(1)), new("Median upper", Format.Number(1)), new(FormattableString.Invariant($"Mean within {Until:0.#}"), Format.Number(2)),
            new("Std. error of the mean", Format.Number(2)),
        ],
        Groups.Select(group => new object?[]
        {
            group.Name, group.Fit.Count, group.Fit.Events, group.Fit.Median, group.Fit.MedianInterval?.Lower, Reached(group.Fit.MedianInterval?.Upper),
            group.Mean.Value, group.Mean.StandardError,
        }),
        Describe());

    /// <inheritdoc/>
    public override Chart ToChart() => SurvivalChart.Of(this);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Groups.Any(group => group.Fit.MedianInterval is null || !double.IsFinite(group.Fit.MedianInterval.Value.Upper))
            ? (string[])["Blank median or bound: the curve, or its band, did not come down to one half in the time observed."] : [],
        .. Definition.Band == SurvivalBand.Plain ? (string[])["Plain intervals are too narrow in small samples; the log-log scale is the safer choice."] : [],
        .. Groups.Where(group => group.Fit.Count < FewSpells).ToList() is { Count: > 0 } small
            ? (string[])[$"Fewer than {FewSpells} spells in {string.Join(", ", small.Select(group => group.Name))}: the interval of a mean holds the truth less often there than its level says (about 92 of 100 times at 20 spells)."] : [],
        .. Missing > 0 ? (string[])[$"Left out: {Caption.Count(Missing)} spells without a value of '{Definition.By}'."] : [],
    ];

    /// <summary>The small print of the pictures and tables.</summary>
    internal string Describe() => Data.Describe("Kaplan–Meier", BandWords);

    internal string BandWords => $"{Format.Percent(0).Write(Definition.Level)} intervals ({Definition.Band switch { SurvivalBand.LogLog => "log-log", SurvivalBand.Log => "log", _ => "plain" }})";

    private static double? Reached(double? upper) => upper is { } bound && double.IsFinite(bound) ? bound : null;

    private static object?[] Row(SurvivalCurve group, double time)
    {
        if (time > group.Fit.LastTime && group.Fit.SurvivalAt(time) > 0)
            return [group.Name, time, 0, null, null, null, null];
        var point = group.Fit.PointAt(time);
        return [group.Name, time, group.Fit.AtRisk(time), point?.Survival ?? 1, point?.StandardError, point?.Lower, point?.Upper];
    }
}
