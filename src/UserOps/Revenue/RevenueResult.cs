using UserOps.Display;
using UserOps.Time;

namespace UserOps.Revenue;

/// <summary>What users spent in a period; the part gives it by step.</summary>
public sealed record RevenueResult : AnalysisResult
{
    internal RevenueResult() { }

    /// <summary>What was asked.</summary>
    public required RevenueDefinition Definition { get; init; }

    /// <summary>The days whose orders count.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>The key figures with intervals and definitions.</summary>
    public required RevenueFigures Figures { get; init; }

    /// <summary>One entry a step, in order.</summary>
    public required IReadOnlyList<RevenueStep> Steps { get; init; }

    /// <summary>Whether the export says who was active without buying.</summary>
    public required bool HasEvents { get; init; }

    /// <summary>Orders outside the days of the events; they are left out where no period was given.</summary>
    public required int OrdersOutside { get; init; }

    /// <summary>Order lines left out because nobody paid for them.</summary>
    public required int UnpaidLines { get; init; }

    /// <summary>The amounts of all paid orders before refunds.</summary>
    public double Gmv => Figures.Gmv.Value!.Value;

    /// <summary>GMV − refunds.</summary>
    public double NetRevenue => Figures.NetRevenue.Value!.Value;

    /// <summary>Orders of more than 0.</summary>
    public long Orders => (long)Figures.Orders.Value!.Value;

    /// <summary>Users with an order.</summary>
    public long Buyers => (long)Figures.Buyers.Value!.Value;

    /// <inheritdoc/>
    public override Table ToTable() => Figure.Table("Revenue", Figures.All, Caption.Of(Buyers, "buyers", Period, Calendar, Intervals));

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [new RevenueOverTime { Of = this }];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Note(!HasEvents, "Paying rate and ARPU are blank: the export has no events that say who was active without buying."),
        .. Note(Figures.TopDecileShare.Value is null, "The share of the top tenth is blank: it needs 10 buyers or more and a positive revenue."),
        .. Note(Figures.SecondOrderRate.Value is null, $"The second-order rate is blank: no new buyer was watched for {Definition.SecondOrderDays} days."),
        .. Note(
            Figures.DaysToSecondOrder.Value is null,
            "The median time to the second order is blank: fewer than half of the new buyers came back while watched."),
        .. Note(UnpaidLines > 0, $"Left out: {Caption.Count(UnpaidLines)} order lines that nobody paid for."),
        .. Note(OrdersOutside > 0, $"Left out: {Caption.Count(OrdersOutside)} orders outside the days of the events; give a period to count them."),
    ];

    private string Intervals => FormattableString.Invariant(
        $"{Definition.Level * 100:0.#} % intervals: Wilson for shares, linearised normal for ratios");

    private static string[] Note(bool applies, string words) => applies ? [words] : [];
}
