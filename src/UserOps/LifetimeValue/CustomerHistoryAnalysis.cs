using UserOps.Data;

namespace UserOps.LifetimeValue;

/// <summary>One history a customer from transactions.</summary>
public static class CustomerHistoryAnalysis
{
    /// <summary>Sums the orders up to frequency, recency, age and mean value of each customer, and to what each did in the hold-out.</summary>
    /// <remarks>
    /// Orders of one local day are one purchase; the first purchase is not counted in frequency, nor in the mean value. A negative amount is a refund, of the
    /// purchase before it. An order of 0 without a refund is a purchase.
    /// </remarks>
    /// <exception cref="UserOpsException">The export has no orders, or the ends do not lie in order within the data.</exception>
    /// <exception cref="InsufficientDataException">No customer has a first purchase before the end of calibration.</exception>
    public static CustomerHistoryResult CustomerHistories(this Dataset data, CustomerHistoryDefinition? definition = null)
    {
        definition ??= new();
        double unit = definition.Unit.Days();
        var days = HistoryDays.Of(data, definition);
        var summary = new HistorySummary(data, definition, days, unit);
        for (int user = 0; user < data.Users.Count; user++)
            summary.Add(user);
        if (summary.Rows.Count == 0)
            throw new InsufficientDataException(
                $"no customer with a first purchase from {days.First:yyyy-MM-dd} to {days.Calibration:yyyy-MM-dd}", "at least one", $"The data cover {data.Period}; move the end of calibration.");
        return new()
        {
            Definition = definition,
            Calendar = data.Calendar,
            Start = days.Start,
            CalibrationEnd = days.Calibration,
            HoldOutEnd = days.HoldOut,
            Users = [.. summary.Users],
            Histories = LifetimeValue.CustomerHistories.From(definition.Unit, summary.Rows),
            HoldOut = days.HoldOut is { } end ? new((end.DayNumber - days.Calibration.DayNumber) / unit, [.. summary.HeldOut], [.. summary.HeldOutValue]) : null,
            Orders = summary.Orders,
            PurchaseDays = summary.PurchaseDays,
            GivenBack = summary.GivenBack,
            LaterCustomers = summary.Later,
        };
    }
}

/// <summary>The days between which purchases count.</summary>
internal sealed record HistoryDays(DateOnly Start, DateOnly First, DateOnly Last, DateOnly Calibration, DateOnly? HoldOut)
{
    public static HistoryDays Of(Dataset data, CustomerHistoryDefinition definition)
    {
        var last = data.Observed.End.AddDays(-1);
        var calibration = definition.CalibrationEnd ?? last;
        var end = definition.HoldOutEnd ?? last;
        var (start, first) = (data.Period.Start, definition.FirstPurchase?.Start ?? data.Period.Start);
        if (calibration < start || end > last || end < calibration)
            throw new UserOpsException(
                $"Calibration ends on {calibration:yyyy-MM-dd} and the hold-out on {end:yyyy-MM-dd}; both must lie in this order within the whole days of the data, {start:yyyy-MM-dd} to {last:yyyy-MM-dd}.");
        return new(start, first, definition.FirstPurchase?.End.AddDays(-1) ?? end, calibration, end > calibration ? end : null);
    }
}

/// <summary>Sums up one customer after the other.</summary>
internal sealed class HistorySummary(Dataset data, CustomerHistoryDefinition definition, HistoryDays days, double unit)
{
    private readonly PurchaseDays _days = new(data, definition.Refunds);

    public List<int> Users { get; } = [];
    public List<CustomerHistory> Rows { get; } = [];
    public List<int> HeldOut { get; } = [];
    public List<double> HeldOutValue { get; } = [];
    public long Orders { get; private set; }
    public long PurchaseDays { get; private set; }
    public int GivenBack { get; private set; }
    public int Later { get; private set; }

    public void Add(int user)
    {
        PurchaseDay[] known = [.. _days.Of(user, days.Calibration.DayNumber)];
        int before = _days.GivenBack;
        var all = _days.Of(user, (days.HoldOut ?? days.Calibration).DayNumber);
        if (known.Length == 0)
        {
            Later += all.Count > 0 && IsAsked(all[0]) ? 1 : 0;
            return;
        }
        if (!IsAsked(known[0]))
            return;
        Users.Add(user);
        Rows.Add(History(user, known));
        HeldOut.Add(all.Count(day => day.Day > days.Calibration.DayNumber));
        // What is given back later is a loss of the hold-out: the models cannot know of it.
        HeldOutValue.Add(all.Sum(day => day.Value) - known.Sum(day => day.Value));
        (Orders, PurchaseDays) = (Orders + all.Sum(day => day.Orders), PurchaseDays + all.Count);
        GivenBack += _days.GivenBack - before;
    }

    private bool IsAsked(PurchaseDay first) => first.Day >= days.First.DayNumber && first.Day <= days.Last.DayNumber;

    private CustomerHistory History(int user, PurchaseDay[] known) => new(
        data.Users[user], known.Length - 1, (known[^1].Day - known[0].Day) / unit, (days.Calibration.DayNumber - known[0].Day) / unit,
        known.Length == 1 ? double.NaN : known.Skip(1).Average(day => day.Value));
}
