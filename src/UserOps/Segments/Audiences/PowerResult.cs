using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Segments.Audiences;

/// <summary>How much a group of buyers buys and how dear.</summary>
/// <param name="Buyers">Users with an order.</param>
/// <param name="Orders">Orders with an amount.</param>
/// <param name="Spend">Spend before refunds.</param>
/// <param name="Revenue">Revenue after refunds.</param>
public sealed record PurchasePower(int Buyers, int Orders, double Spend, double Revenue)
{
    /// <summary>Discounts over the spend before them, a fraction; null where the export has no discounts.</summary>
    public required double? DiscountShare { get; init; }

    /// <summary>The shares of lines in the lower, the middle and the upper third of everyone's prices a piece.</summary>
    public required IReadOnlyList<double> Bands { get; init; }

    /// <summary>Revenue per order 客单价.</summary>
    public double AverageOrderValue => Revenue / Orders;

    /// <summary>Orders per buyer.</summary>
    public double OrdersPerBuyer => (double)Orders / Buyers;

    /// <summary>Revenue per buyer.</summary>
    public double RevenuePerBuyer => Revenue / Buyers;
}

/// <summary>The purchase power of an audience against everyone's.</summary>
public sealed record PowerResult : AnalysisResult
{
    internal PowerResult() { }

    /// <summary>The name of the audience.</summary>
    public required string Audience { get; init; }

    /// <summary>Where everyone's lines are cut into thirds by the price a piece.</summary>
    public required (double Low, double High) Limits { get; init; }

    /// <summary>The audience.</summary>
    public required PurchasePower Members { get; init; }

    /// <summary>Everyone who bought.</summary>
    public required PurchasePower All { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Purchase power of '{Audience}'",
        [new("Figure", Format.Text), new(Audience, Format.Text), new("Everyone", Format.Text)],
        [
            Row("Buyers", Format.Count, power => power.Buyers),
            Row("Orders per buyer", Format.Number(), power => power.OrdersPerBuyer),
            Row("Revenue per order 客单价", Format.Money(), power => power.AverageOrderValue),
            Row("Revenue per buyer", Format.Money(), power => power.RevenuePerBuyer),
            Row("Discounts over the spend before them", Format.Percent(), power => power.DiscountShare),
            .. Bands.Select((band, i) => Row($"Lines at {band} a piece", Format.Percent(), power => power.Bands[i])),
        ],
        $"n = {Caption.Count(Members.Buyers)} of {Caption.Count(All.Buyers)} buyers · revenue after refunds, prices before them · price bands: thirds of everyone's order lines");

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        $"Price bands of '{Audience}' and of everyone", Bands, new("Price a piece", Format.Text), new("Share of order lines", Format.Percent()),
        [new(Audience, Members.Bands), new("Everyone", All.Bands)])
    { Subtitle = $"n = {Caption.Count(Members.Buyers)} buyers in the audience" };

    private string[] Bands =>
        [$"up to {Price(Limits.Low)}", $"over {Price(Limits.Low)} to {Price(Limits.High)}", $"over {Price(Limits.High)}"];

    private static string Price(double price) => Format.Money(digits: 2).Write(price);

    private object?[] Row(string name, Format format, Func<PurchasePower, double?> figure) => [name, format.Write(figure(Members)), format.Write(figure(All))];
}
