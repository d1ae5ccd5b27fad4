using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Campaigns;

/// <summary>What a measured lift was worth.</summary>
public static class CampaignWorthAnalysis
{
    /// <summary>The extra units behind the preferred lift, their value against the cost of the campaign.</summary>
    /// <param name="measured">The lift, method by method.</param>
    /// <param name="counts">The same units and days as a plain count, such as visits.</param>
    /// <param name="valueOfUnit">The margin that one unit brings.</param>
    /// <exception cref="InsufficientDataException">No method gives a lift with an interval and nothing against it, or the counts do not reach the days of the campaign.</exception>
    public static CampaignWorth Worth(this Incrementality measured, Panel counts, double valueOfUnit)
    {
        if (!double.IsFinite(valueOfUnit))
            throw new UserOpsException(FormattableString.Invariant($"A unit is said to be worth {valueOfUnit}; a finite number is needed."));
        var lift = measured.Preferred ?? throw new InsufficientDataException("no lift with an interval and nothing against it", "one", "See what speaks against each method; a hold-out by lot answers best.");
        var design = PanelDesign.Of(counts, measured.Design.Intervention, leastBefore: 0, leastControls: 0);
        double seen = design.Treated.Sum(unit => design.Panel[unit][design.Before..].ToArray().Sum());
        double Extra(double one) => seen * one / (1 + one);
        double value = lift.Lift!.Value;
        return new()
        {
            Intervention = measured.Design.Intervention,
            Lift = lift,
            Seen = seen,
            Extra = new(Extra(value), lift.Interval is { Lower: > -1 } range ? new(Extra(range.Lower), Extra(range.Upper), range.Level) : null),
            ValueOfUnit = valueOfUnit,
            Unit = counts.Measure,
        };
    }
}

/// <summary>The value of what a campaign added against its cost.</summary>
public sealed record CampaignWorth : AnalysisResult
{
    internal CampaignWorth() { }

    /// <summary>The campaign.</summary>
    public required Intervention Intervention { get; init; }

    /// <summary>The lift and its method.</summary>
    public required IncrementalEffect Lift { get; init; }

    /// <summary>Units seen in the treated units in the days of the campaign.</summary>
    public required double Seen { get; init; }

    /// <summary>Those that would not have been.</summary>
    public required Estimate Extra { get; init; }

    /// <summary>The margin that one unit brings, as given.</summary>
    public required double ValueOfUnit { get; init; }

    internal string Unit { get; init; } = "";

    /// <summary>Margin of the extra units less the cost; null without a cost.</summary>
    public Estimate? Profit => Intervention.Cost is { } cost ? Times(ValueOfUnit, -cost) : null;

    /// <summary>Profit ÷ cost; null without a cost.</summary>
    public Estimate? ReturnOnInvestment => Intervention.Cost is > 0 and var cost ? Times(ValueOfUnit / cost, -1) : null;

    /// <summary>The value of a unit at which the campaign just pays; null where it added nothing or has no cost.</summary>
    public double? BreakEvenValue => Extra.Value > 0 ? Intervention.Cost / Extra.Value : null;

    /// <summary>The profit as a key number; null without a cost.</summary>
    public Metric? Metric => Figures.First(one => one.Name == "Profit").ToMetric("campaigns.region_profit", "money", Direction.Up) is { } metric ? metric with { Label = $"Profit where it ran: {Intervention.Name}", Definition = $"Margin of what {Lift.Method} says was added, less cost." } : null;

    /// <summary>Extra units as a figure under this name.</summary>
    public Figure ExtraUnits => new("extra", Extra.Value, Format.Number(0), $"units that would not have been, by {Lift.Method}") { Interval = Extra.Interval };

    /// <inheritdoc/>
    public override Table ToTable() => Figure.Table($"What '{Intervention.Name}' was worth", Figures,
        $"{Intervention.Period} · lift by {Lift.Method} · cost exact, value of a unit as given · {(Lift.Interval is { } range ? Caption.PerCent(range.Level) : "no")} intervals");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        $"It holds if {Lift.Assumption}.",
        .. Intervention.Cost is null ? (string[])["Profit and ROI are blank: the export does not say what the campaign cost."] : [],
        .. Intervention.Cost == 0 ? (string[])["ROI is blank: the campaign has no cost, and nothing divides by 0."] : [],
        .. Profit is { Interval: { Lower: < 0, Upper: > 0 } } ? (string[])["Loss and gain are both possible: repeat it with more regions before it grows."] : [],
    ];

    private IEnumerable<Figure> Figures =>
    [
        HoldOutResult.Of("Lift", new(Lift.Lift!.Value, Lift.Interval), Format.Percent(), "over what would have been"),
        new("Seen", Seen, Format.Count, $"{Unit} where it ran"),
        HoldOutResult.Of("Would not have been", Extra, Format.Number(0), "seen × lift ÷ (1 + lift)"),
        new("Value of one", ValueOfUnit, Format.Money(), "margin, as given"),
        new("Cost", Intervention.Cost, Format.Money(), "of the table of campaigns"),
        HoldOutResult.Of("Profit", Profit, Format.Money(), "margin of what would not have been less cost"),
        HoldOutResult.Of("ROI", ReturnOnInvestment, Format.Percent(0), "profit ÷ cost"),
        new("Break-even value of one", BreakEvenValue, Format.Money(), "from here on it pays"),
    ];

    private Estimate Times(double factor, double shift) =>
        new(Extra.Value * factor + shift, Extra.Interval is { } range ? new(Math.Min(range.Lower * factor, range.Upper * factor) + shift, Math.Max(range.Lower * factor, range.Upper * factor) + shift, range.Level) : null);
}
