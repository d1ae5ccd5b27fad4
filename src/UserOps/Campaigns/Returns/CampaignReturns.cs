using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Campaigns;

/// <summary>Gross returns of campaigns on their cost.</summary>
public sealed record CampaignReturns : AnalysisResult
{
    internal CampaignReturns() { }

    /// <summary>What was asked.</summary>
    public required CampaignReturnDefinition Definition { get; init; }

    /// <summary>What was spent.</summary>
    public required CampaignSpending Spending { get; init; }

    /// <summary>The campaigns, the dearest first.</summary>
    public required IReadOnlyList<CampaignReturn> Returns { get; init; }

    internal string MarginWords { get; init; } = "";

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Gross return of campaigns on their cost",
        [
            new("Campaigns", Format.Text), new("Orders tied by", Format.Text), new("Cost", Format.Money(digits: 0)), new("New users", Format.Count), new("CAC", Format.Money()), new("Buyers", Format.Count),
            new("CPA", Format.Money()), new("CPA: lower", Format.Money()), new("CPA: upper", Format.Money()), new("Net revenue", Format.Money(digits: 0)),
            new("ROAS", Format.Number()), new("ROAS: lower", Format.Number()), new("ROAS: upper", Format.Number()), new("ROI", Format.Percent(0)), new("ROI: lower", Format.Percent(0)), new("ROI: upper", Format.Percent(0)),
        ],
        Returns.Select(Row),
        $"n = {Spending.Campaigns.Count} campaigns or channel-months · users brought: orders in {Definition.HorizonDays} × 24 h · messages: orders in {Definition.ResponseDays} × 24 h after the last message · {MarginWords} · costs exact · {Caption.PerCent(Definition.Level)} intervals over users");

    /// <inheritdoc/>
    public override Chart? ToChart() => Returns.Where(one => one.ReturnOnAdSpend is not null).ToArray() is not { Length: > 0 } known ? null : new BarChart(
        "Gross return on ad spend (ROAS)", [.. known.Select(one => one.Name)], new("Campaigns", Format.Text), new("Net revenue ÷ cost", Format.Number(1)),
        [
            new("ROAS", [.. known.Select(one => one.ReturnOnAdSpend!.Value.Value)])
            {
                Lower = [.. known.Select(one => one.ReturnOnAdSpend!.Value.Interval?.Lower ?? double.NaN)], Upper = [.. known.Select(one => one.ReturnOnAdSpend!.Value.Interval?.Upper ?? double.NaN)],
            },
        ])
    { Horizontal = true, Subtitle = $"what would have come anyway is in it · {Caption.PerCent(Definition.Level)} intervals" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        "Gross: what would have come anyway is in it. A message to somebody about to buy has a splendid ROAS and adds nothing.",
        .. Returns.Any(one => one.Link == OrderLink.None) ? (string[])[$"No return, since nothing ties orders to them: {string.Join(", ", Returns.Where(one => one.Link == OrderLink.None).Select(one => one.Name))}."] : [],
        .. Returns.Any(one => one.Cost == 0) ? (string[])["Without a cost ROAS and ROI are blank: nothing divides by 0."] : [],
        .. Spending.WithoutCampaign != 0 ? (string[])[$"{Format.Money().Write(Spending.WithoutCampaign)} name no campaign and are left out here."] : [],
    ];

    private static object?[] Row(CampaignReturn one) =>
    [
        one.Name, Words(one.Link), one.Cost, one.NewUsers, one.CostPerUser, one.Link == OrderLink.None ? null : one.Buyers, one.CostPerBuyer, one.CostPerBuyerInterval?.Lower, one.CostPerBuyerInterval?.Upper,
        one.Link == OrderLink.None ? null : one.Revenue.Sum, one.ReturnOnAdSpend?.Value, one.ReturnOnAdSpend?.Interval?.Lower, one.ReturnOnAdSpend?.Interval?.Upper,
        one.ReturnOnInvestment?.Value, one.ReturnOnInvestment?.Interval?.Lower, one.ReturnOnInvestment?.Interval?.Upper,
    ];

    private static string Words(OrderLink link) => link switch { OrderLink.BroughtUser => "user brought", OrderLink.Coupon => "coupon", OrderLink.Message => "message before", _ => "nothing" };
}
