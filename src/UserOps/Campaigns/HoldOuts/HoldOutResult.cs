using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;
using UserOps.Time;

namespace UserOps.Campaigns;

/// <summary>What a campaign added over users held out by lot; the part gives it by segment.</summary>
public sealed record HoldOutResult : AnalysisResult
{
    internal HoldOutResult() { }

    /// <summary>What was asked.</summary>
    public required HoldOutDefinition Definition { get; init; }

    /// <summary>The campaign with its costs; null where the export has none of the name.</summary>
    public required Campaign? Campaign { get; init; }

    /// <summary>Whether the table of campaigns says what it cost.</summary>
    public bool IsCostKnown => Campaign is { IsCostKnown: true };

    /// <summary>Users with rows in two arms; they are left out.</summary>
    public required int InTwoArms { get; init; }

    /// <summary>Rows of the experiment that name no user, arm or time; they are left out.</summary>
    public required int Blank { get; init; }

    /// <summary>The days of the campaign.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>All users together.</summary>
    public required HoldOutGroup Total { get; init; }

    /// <summary>By segment, the largest first; empty where none was asked for.</summary>
    public required IReadOnlyList<HoldOutGroup> Segments { get; init; }

    /// <summary>Costs other than the discounts in the orders.</summary>
    public required double FixedCost { get; init; }

    /// <summary>Whether orders name the coupon.</summary>
    public required bool HasCoupons { get; init; }

    /// <summary>Whether orders say what the coupon took off.</summary>
    public required bool HasDiscounts { get; init; }

    /// <summary>How many days after the campaign the data cover, of those asked for.</summary>
    public required int WatchedAfter { get; init; }

    internal string MarginWords { get; init; } = "";

    /// <summary>Profit as a key number; null where the cost is not known.</summary>
    public Metric? Profit => !IsCostKnown ? null : Of("Profit", Total.Profit, Format.Money(), "").ToMetric("campaigns.holdout_profit", "money", Direction.Up)! with { Label = $"Profit by hold-out: {Name}", N = Total.Treatment + Total.Control, Definition = "Incremental margin less costs, over users held out by lot." };

    /// <summary>Return on investment as a key number; null without a cost.</summary>
    public Metric? Roi => IsCostKnown && Total.ReturnOnInvestment is { } roi ? Of("ROI", roi, Format.Percent(), "").ToMetric("campaigns.holdout_roi", "fraction", Direction.Up)! with { Label = $"ROI by hold-out: {Name}", N = Total.Treatment + Total.Control, Definition = "Incremental profit ÷ cost, over users held out by lot." } : null;

    /// <summary>Orders that would not have been, as a figure.</summary>
    public Figure ExtraOrders => Of("orders", Total.Orders, Format.Number(0), "that would not have been, over users held out by lot");

    /// <summary>Net revenue that would not have been, as a figure.</summary>
    public Figure ExtraRevenue => Of("net revenue", Total.Revenue, Format.Number(0), "that would not have been, over users held out by lot");

    /// <summary>The difference of the shares who order, by segment.</summary>
    public IEnumerable<Figure> Uplifts => Segments.Where(one => one.IsCounted).Select(one => Of(one.Name, one.BuyerShare, Format.Percent(), "share who order with the campaign less share without") with { N = one.Treatment + one.Control });

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => Segments.Count == 0 ? [] : [new HoldOutSegments { Of = this }];

    /// <inheritdoc/>
    public override Table ToTable() => Figure.Table($"What '{Name}' added: users held out by lot",
        [
            new("Users with the campaign", Total.Treatment, Format.Count, "assigned by lot"),
            new("Users held out", Total.Control, Format.Count, "assigned by lot"),
            Of("More who order", Total.BuyerShare, Format.Points(), "share with the campaign less share held out; Newcombe interval"),
            Of("Orders that would not have been", Total.Orders, Format.Number(1), "difference of means × users with the campaign; Welch interval"),
            Of("Net revenue that would not have been", Total.Revenue, Format.Money(), "the same of net revenue"),
            Of("Margin that would not have been", Total.Margin, Format.Money(), $"the same of {MarginWords}, after discounts"),
            new("Discounts given", HasDiscounts ? Total.Discount : null, Format.Money(), "in the orders with the coupon; the margin is already lower by them"),
            new("Other costs", IsCostKnown ? FixedCost : null, Format.Money(), "of the table of campaigns, incentives left out where orders show the discounts"),
            Of("Profit", IsCostKnown ? Total.Profit : null, Format.Money(), "margin that would not have been less other costs"),
            Of("ROI", IsCostKnown ? Total.ReturnOnInvestment : null, Format.Percent(), "profit ÷ (discounts and other costs); Fieller interval"),
            Of("iROAS", IsCostKnown ? Total.ReturnOnSpend : null, Format.Number(2), "net revenue that would not have been ÷ (discounts and other costs); Fieller interval"),
            new("Redemption", HasCoupons ? Total.Redeemers.Share : null, Format.Percent(), "users with the coupon who used it; Wilson interval") { Interval = HasCoupons ? Total.Redeemers.Interval(Definition.Level) : null },
            new("Orders with the coupon", HasCoupons ? Total.Redeemed : null, Format.Count, "gross: what a report of coupons would claim"),
            Of("Would have bought anyway", HasCoupons ? Total.Cannibalised : null, Format.Percent(), "1 − orders that would not have been ÷ orders with the coupon; Fieller interval"),
            Of($"Orders in the {WatchedAfter} days after", WatchedAfter > 0 ? Total.After : null, Format.Number(1), "change against the held out; below 0: drawn forward (post-campaign dip)"),
        ],
        Caption.Of(Total.Treatment + Total.Control, "users", Period, Calendar, "all who were assigned, whether or not they saw it", $"{Caption.PerCent(Definition.Level)} intervals"));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        "Assumption: users were assigned by lot, and nobody held out got the campaign. It needs no other.",
        .. Campaign is null ? (string[])["Costs, profit and returns are blank: the table of campaigns has no campaign of this name."] : [],
        .. Campaign is { IsCostKnown: false } ? (string[])["Costs, profit and returns are blank: the table of campaigns does not say what it cost."] : [],
        .. InTwoArms > 0 ? (string[])[$"{(InTwoArms == 1 ? "1 user stands" : $"{Caption.Count(InTwoArms)} users stand")} in two arms, which leaves them out: assignment leaked, look for a shared device or a second draw."] : [],
        .. Blank > 0 ? (string[])[$"{(Blank == 1 ? "1 row" : $"{Caption.Count(Blank)} rows")} of the experiment left out, for want of a known user, an arm or a time."] : [],
        .. IsCostKnown && Campaign is { Cost: 0 } && Total.Cost == 0 ? (string[])["ROI and iROAS are blank: the campaign has no cost, and nothing divides by 0."] : [],
        .. HasCoupons ? (string[])[] : ["Redemption and cannibalisation are blank: no order names the coupon."],
        .. HasDiscounts && Campaign?.Costs.ContainsKey(CostKind.Incentive) == true ? (string[])[$"Incentives of {Format.Money().Write(Campaign.Costs[CostKind.Incentive])} in the table of campaigns are the discounts of the orders: they count once."] : [],
        .. WatchedAfter < Definition.AfterDays ? (string[])[$"Only {WatchedAfter} of the {Definition.AfterDays} days after the campaign are in the data."] : [],
        .. Total.Orders.Interval is { Lower: <= 0, Upper: >= 0 } ? (string[])["The interval of the orders holds 0: chance alone could explain the difference."] : [],
    ];

    /// <summary>What the money of a segment is: without a known cost nothing is taken off the margin.</summary>
    internal string GainWords => IsCostKnown ? "Profit" : "Margin before costs";

    internal string Name => Definition.Campaign ?? Definition.Experiment;

    internal static Figure Of(string name, Estimate? estimate, Format format, string definition) => new(name, estimate?.Value, format, definition) { Interval = estimate?.Interval };
}

/// <summary>What the campaign added, by segment.</summary>
public sealed record HoldOutSegments : AnalysisResult
{
    internal HoldOutSegments() { }

    internal HoldOutResult Of { get; init; } = null!;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"What '{Of.Name}' added, by segment",
        [
            new("Segment", Format.Text), new("With", Format.Count), new("Held out", Format.Count), new("Ordered with", Format.Percent()), new("Ordered without", Format.Percent()),
            new("More who order", Format.Points()), new("Lower", Format.Points()), new("Upper", Format.Points()),
            new("Extra orders", Format.Number(1)), new(Of.GainWords, Format.Money()), new($"{Of.GainWords}: lower", Format.Money()), new($"{Of.GainWords}: upper", Format.Money()), new("ROI", Format.Percent()),
        ],
        Of.Segments.Select(Row),
        "exploratory: segments were looked at one by one, without correction · other costs by users with the campaign");

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        $"{Of.GainWords} by segment", [.. Counted.Select(one => one.Name)], new("Segment", Format.Text), new(Of.GainWords, Format.Count),
        [
            new(Of.GainWords, [.. Counted.Select(one => one.Profit.Value)])
            {
                Lower = [.. Counted.Select(one => one.Profit.Interval?.Lower ?? double.NaN)], Upper = [.. Counted.Select(one => one.Profit.Interval?.Upper ?? double.NaN)],
            },
        ])
    { Subtitle = $"n = {Caption.Count(Of.Total.Treatment + Of.Total.Control)} users · {Caption.PerCent(Of.Definition.Level)} Welch intervals" };

    private HoldOutGroup[] Counted => [.. Of.Segments.Where(one => one.IsCounted)];

    private object?[] Row(HoldOutGroup one) => !one.IsCounted ? [one.Name, one.Treatment, one.Control, null, null, null, null, null, null, null, null, null, null] :
    [
        one.Name, one.Treatment, one.Control, one.TreatmentBuyers.Share, one.ControlBuyers.Share, one.BuyerShare.Value, one.BuyerShare.Interval?.Lower, one.BuyerShare.Interval?.Upper,
        one.Orders.Value, one.Profit.Value, one.Profit.Interval?.Lower, one.Profit.Interval?.Upper, Of.IsCostKnown ? one.ReturnOnInvestment?.Value : null,
    ];
}
