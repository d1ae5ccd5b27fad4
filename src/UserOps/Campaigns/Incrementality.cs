using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Campaigns;

/// <summary>Puts methods of measuring what a campaign added side by side.</summary>
public static class IncrementalityAnalysis
{
    /// <summary>A plain before–after comparison, difference in differences, synthetic control and causal impact, each with its assumption; a method that the data do not allow is named with the reason.</summary>
    /// <param name="panel">The measure by unit and step.</param>
    /// <param name="intervention">What was done where, and when.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="InsufficientDataException">No unit is treated, or no step lies before the campaign or within it.</exception>
    public static Incrementality Incrementality(this Panel panel, Intervention intervention, double level = 0.95)
    {
        var design = PanelDesign.Of(panel, intervention, leastBefore: 1, leastControls: 0);
        List<IncrementalEffect> effects = [BeforeAfter(design)];
        Dictionary<string, string> missing = new(StringComparer.Ordinal);
        Try("Difference in differences", () => panel.DifferenceInDifferences(intervention, PanelScale.Index, level).Incremental);
        Try("Synthetic control", () => panel.SyntheticControl(intervention, PanelScale.Index, level).Incremental);
        Try("Causal impact", () => panel.CausalImpact(intervention, level).Incremental);
        return new() { Design = design, Level = level, Effects = effects, Missing = missing };

        void Try(string method, Func<IncrementalEffect> ask)
        {
            try
            {
                effects.Add(ask());
            }
            catch (InsufficientDataException reason)
            {
                missing[method] = reason.Message;
            }
        }
    }

    private static IncrementalEffect BeforeAfter(PanelDesign design)
    {
        double[] treated = design.Mean(design.Treated);
        double before = treated.Take(design.Before).Average(), during = treated.Skip(design.Before).Average();
        return before > 0 ? new()
        {
            Method = "Plain before–after",
            Assumption = "nothing else changed: no growth, no season",
            Lift = during / before - 1,
            Interval = null,
            Inference = "none: growth and season are no chance",
            Doubt = "counts growth and season as the effect",
        } : throw new InsufficientDataException($"a mean of {before} before the campaign", "a mean above 0 is", "Take another measure or more time before.");
    }
}

/// <summary>What a campaign added, method by method.</summary>
public sealed record Incrementality : AnalysisResult
{
    internal Incrementality() { }

    internal PanelDesign Design { get; init; } = null!;

    /// <summary>The confidence level.</summary>
    public required double Level { get; init; }

    /// <summary>The effects.</summary>
    public required IReadOnlyList<IncrementalEffect> Effects { get; init; }

    /// <summary>Methods that the data do not allow, and why.</summary>
    public required IReadOnlyDictionary<string, string> Missing { get; init; }

    /// <summary>The effect by a method that has an interval and nothing against it: causal impact, else difference in differences, else synthetic control; null where there is none.</summary>
    public IncrementalEffect? Preferred => Usable("Causal impact") ?? Usable("Difference in differences") ?? Usable("Synthetic control");

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"What '{Design.Intervention.Name}' added, by four methods",
        [
            new("Method", Format.Text), new("Lift", Format.Percent()), new("Lower", Format.Percent()), new("Upper", Format.Percent()), new("p", Format.Text),
            new("It holds if", Format.Text), new("Against it", Format.Text),
        ],
        [
            .. Effects.Select(one => new object?[] { one.Method, one.Lift, one.Interval?.Lower, one.Interval?.Upper, one.PValue is { } p ? PWords.Cell(p) : null, one.Assumption, one.Doubt }),
            .. Missing.Select(pair => new object?[] { pair.Key, null, null, null, null, null, pair.Value }),
        ],
        $"n = {Design.Treated.Length} treated and {Design.Controls.Length} other units · {Design.Before} steps before, {Design.During} within {Design.Intervention.Period} · {Design.Panel.Measure} · {Caption.PerCent(Level)} intervals");

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "Lift by method", [.. Effects.Select(one => one.Method)], new("Method", Format.Text), new("Lift over what would have been", Format.Percent(0)),
        [
            new("Lift", [.. Effects.Select(one => one.Lift ?? double.NaN)])
            {
                Lower = [.. Effects.Select(one => one.Interval?.Lower ?? double.NaN)], Upper = [.. Effects.Select(one => one.Interval?.Upper ?? double.NaN)],
            },
        ])
    { Subtitle = $"{Design.Panel.Measure} · {Design.Intervention.Period} · {Caption.PerCent(Level)} intervals" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Effects.Where(one => one.Inference.Length > 0).Select(one => $"{one.Method}, how sure: {one.Inference}."),
        .. Design.Notes,
    ];

    private IncrementalEffect? Usable(string method) => Effects.FirstOrDefault(one => one.Method == method && one.Doubt is null && one.Interval is not null);
}
