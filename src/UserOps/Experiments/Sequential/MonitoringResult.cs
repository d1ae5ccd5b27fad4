using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Experiments.Sequential;

/// <summary>What the looks of a running experiment say.</summary>
public sealed record MonitoringResult : AnalysisResult
{
    internal MonitoringResult() { }

    /// <summary>What was planned.</summary>
    public required GroupSequentialDesign Design { get; init; }

    /// <summary>The looks in order.</summary>
    public required IReadOnlyList<JudgedLook> Looks { get; init; }

    /// <summary>The p-value of the look that stopped the experiment, or of the last one, over all looks together.</summary>
    public required double PValue { get; init; }

    /// <summary>The first look that stops; null where the experiment goes on.</summary>
    public JudgedLook? Stop => Looks.FirstOrDefault(look => look.Stops);

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What do the looks say?",
        [
            new("Look", Format.Count), new("Share of users", Format.Percent()), new("Difference", Format.Number(4)), new("Lower", Format.Number(4)), new("Upper", Format.Number(4)),
            new("z", Format.Number()), new("Stops beyond", Format.Number()), new("Stops", Format.Flag),
        ],
        Looks.Select((look, i) => new object?[] { i + 1, look.Look.Share, look.Look.Estimate, Finite(look.Interval.Lower), Finite(look.Interval.Upper), look.Look.Z, Finite(look.Bound), look.Stops }),
        $"{Design.Boundary.Describe()} · repeated {Caption.PerCent(Design.Level)} intervals · {PWords.Of(PValue)} over all looks");

    /// <inheritdoc/>
    public override Chart? ToChart() => Looks.Count < 2 || !Looks.All(look => double.IsFinite(look.Interval.Upper - look.Interval.Lower)) ? null : new LineChart(
        "Difference at each look", [.. Looks.Select(look => (object)look.Look.Share)], new("Share of the planned users", Format.Percent(0)), new("Difference", Format.Number(4)),
        [new("Difference", [.. Looks.Select(look => look.Look.Estimate)]) { Lower = [.. Looks.Select(look => look.Interval.Lower)], Upper = [.. Looks.Select(look => look.Interval.Upper)] }]);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => Stop is { } stop
        ? [$"Stop: the bound was crossed at {Format.Percent(0).Write(stop.Look.Share)} of the planned users. The estimate at an early stop is larger than the truth on average; its interval holds."]
        : Looks[^1].Look.Share >= 1
            ? ["The experiment has ended without crossing a bound: no difference of the planned size was found."]
            : ["Go on: no bound was crossed."];

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
