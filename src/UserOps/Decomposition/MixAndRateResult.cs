using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Decomposition;

/// <summary>What one group added to the change of a total.</summary>
/// <param name="Of">The group in both periods.</param>
public sealed record SegmentEffect(Segment Of)
{
    /// <summary>Because there are more or fewer units in all.</summary>
    public required double Volume { get; init; }

    /// <summary>Because the group's share of the units changed; positive where a group with a high rate grew.</summary>
    public required double Mix { get; init; }

    /// <summary>Because the group's own rate changed.</summary>
    public required double Rate { get; init; }

    /// <summary>All three.</summary>
    public double Total => Volume + Mix + Rate;
}

/// <summary>The change of a total, split over a dimension into volume, mix and rate.</summary>
public sealed record MixAndRateResult : AnalysisResult
{
    internal MixAndRateResult() { }

    /// <summary>What the total is called.</summary>
    public required string Name { get; init; }

    /// <summary>One entry a group.</summary>
    public required IReadOnlyList<SegmentEffect> Segments { get; init; }

    /// <summary>What the groups are, such as <c>channel</c>.</summary>
    public string Dimension { get; init; } = "Group";

    /// <summary>What a unit of volume is, such as <c>orders</c>.</summary>
    public string Unit { get; init; } = "units";

    /// <summary>How the total is printed.</summary>
    public Format Format { get; init; } = Format.Number();

    /// <summary>The names of the two periods.</summary>
    public (string Before, string After) Periods { get; init; } = ("before", "after");

    /// <summary>The effect of more or fewer units in all.</summary>
    public double Volume => Segments.Sum(segment => segment.Volume);

    /// <summary>The effect of another mix of groups.</summary>
    public double Mix => Segments.Sum(segment => segment.Mix);

    /// <summary>The effect of other rates within groups.</summary>
    public double Rate => Segments.Sum(segment => segment.Rate);

    /// <summary>The change of the total: volume, mix and rate together.</summary>
    public double Change => Segments.Sum(segment => segment.Of.TotalAfter - segment.Of.TotalBefore);

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Name}: why it changed, by {Dimension}",
        [
            new(Dimension, Format.Text), new("Before", Format), new("After", Format), new("Change", Format),
            new("Volume", Format), new("Mix", Format), new("Rate", Format),
        ],
        [.. Segments.Select(Row), ["All", Segments.Sum(s => s.Of.TotalBefore), Segments.Sum(s => s.Of.TotalAfter), Change, Volume, Mix, Rate]],
        $"{Periods.Before} → {Periods.After} · volume: {Unit} in all · mix: share of {Unit} · rate: {Name} per one of the {Unit} · no residual");

    /// <inheritdoc/>
    public override Chart ToChart() => new WaterfallChart(
        $"{Name}: why it changed, by {Dimension}", Periods.Before, Segments.Sum(segment => segment.Of.TotalBefore),
        ["Volume", "Mix", "Rate"], [Volume, Mix, Rate], Periods.After, new(Name, Format))
    { Subtitle = $"Volume: {Unit} in all · mix: shares of {Dimension} · rate: per one of the {Unit}" };

    private static object?[] Row(SegmentEffect effect) =>
    [
        effect.Of.Name, effect.Of.TotalBefore, effect.Of.TotalAfter, effect.Of.TotalAfter - effect.Of.TotalBefore,
        effect.Volume, effect.Mix, effect.Rate,
    ];
}
