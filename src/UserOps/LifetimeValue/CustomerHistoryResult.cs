using UserOps.Display;
using UserOps.Time;

namespace UserOps.LifetimeValue;

/// <summary>The histories of all customers, what they did in the hold-out, and how many orders stand behind them.</summary>
public sealed record CustomerHistoryResult : AnalysisResult
{
    internal CustomerHistoryResult() { }

    /// <summary>What was asked.</summary>
    public required CustomerHistoryDefinition Definition { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>The first day of the data.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The last day whose purchases are in the histories; ages are measured up to it.</summary>
    public required DateOnly CalibrationEnd { get; init; }

    /// <summary>The last day of the hold-out; null where nothing is held out.</summary>
    public required DateOnly? HoldOutEnd { get; init; }

    /// <summary>The histories, one a customer.</summary>
    public required CustomerHistories Histories { get; init; }

    /// <summary>The histories without customers whose repeat purchases were worth nothing, free or given back: what models of value are fitted to.</summary>
    public CustomerHistories Valued => Histories.Where(customer => !(customer.MonetaryValue <= 0));

    /// <summary>What the same customers did after calibration, in the same order; null where nothing is held out.</summary>
    public required HoldOut? HoldOut { get; init; }

    /// <summary>Orders of these customers, calibration and hold-out together.</summary>
    public required long Orders { get; init; }

    /// <summary>Days on which they bought: orders of one day are one purchase.</summary>
    public required long PurchaseDays { get; init; }

    /// <summary>Days left out since all that was bought on them was given back.</summary>
    public required int GivenBack { get; init; }

    /// <summary>Customers whose first purchase came after calibration.</summary>
    public required int LaterCustomers { get; init; }

    /// <summary>The number of each customer in the dataset, in the order of the histories.</summary>
    internal IReadOnlyList<int> Users { get; init; } = [];

    /// <inheritdoc/>
    public override Table ToTable() => Figure.Table("Customers and their purchases", Figures(), Caption.Of(
        Histories.Count, "customers", new(Start, (HoldOutEnd ?? CalibrationEnd).AddDays(1)), Calendar, $"times in {Definition.Unit.Plural()}",
        "purchases of one day are one; the first is not a repeat", Rule));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Note(GivenBack > 0, $"Left out: {Caption.Count(GivenBack)} purchase days whose whole value was given back."),
        .. Note(LaterCustomers > 0, $"Left out: {Caption.Count(LaterCustomers)} customers whose first purchase came after calibration."),
        .. Note(HoldOut is null, "Nothing is held out: give an earlier end of calibration to judge models by what came after."),
    ];

    private string Rule => Definition.Refunds == RefundRule.Subtract ? "refunds are subtracted; what was given back in full is no purchase" : "refunds are ignored";

    private IEnumerable<Figure> Figures()
    {
        int repeaters = Histories.Frequency.Count(x => x > 0);
        double? value = Histories.MonetaryValue?.Where(mean => !double.IsNaN(mean)).DefaultIfEmpty(double.NaN).Average();
        yield return new("Customers", Histories.Count, Format.Count, $"first purchase up to {CalibrationEnd:yyyy-MM-dd}");
        yield return new("Orders", Orders, Format.Count, "of these customers");
        yield return new("Purchases", PurchaseDays, Format.Count, "days on which a customer bought");
        yield return new("Repeat purchases", Histories.Frequency.Sum(x => (long)x), Format.Count, "up to the end of calibration, first ones not counted");
        yield return new("Repeat buyers", repeaters, Format.Count, "customers with one or more");
        yield return new("Mean value of a repeat purchase", value is { } mean && !double.IsNaN(mean) ? mean : null, Format.Money(), "mean over repeat buyers of their means");
        if (HoldOut is { } held)
        {
            yield return new("Purchases held out", held.TotalPurchases, Format.Count, $"from then to {HoldOutEnd:yyyy-MM-dd}");
            yield return new("Value held out", held.TotalValue, Format.Money(), "of these purchases");
        }
    }

    private static string[] Note(bool applies, string words) => applies ? [words] : [];
}
