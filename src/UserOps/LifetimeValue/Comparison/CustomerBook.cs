using UserOps.Data;

namespace UserOps.LifetimeValue.Comparison;

/// <summary>The customers whose value is predicted: known before the cut-off, with what came from each after it.</summary>
internal sealed class CustomerBook
{
    private CustomerBook(Dataset data, HoldOutDays days, CustomerHistoryResult histories, int seed) =>
        (Data, Days, Histories, Seed) = (data, days, histories, seed);

    public Dataset Data { get; }
    public HoldOutDays Days { get; }
    public CustomerHistoryResult Histories { get; }
    public int Seed { get; }

    /// <summary>The number of each customer in the dataset.</summary>
    public IReadOnlyList<int> Users => Histories.Users;

    /// <summary>What came from each in the hold-out.</summary>
    public IReadOnlyList<double> Actual => Histories.HoldOut!.Value;

    /// <summary>The moment of the cut-off in UTC ticks.</summary>
    public long CutOff => Data.Ticks(Days.HeldOut).From;

    public static CustomerBook Of(Dataset data, ComparisonDefinition definition)
    {
        var days = HoldOutDays.Of(data, definition.HorizonDays, definition.CutOff);
        return new(data, days, data.CustomerHistories(new()
        {
            Unit = TimeUnit.Week,
            CalibrationEnd = days.CutOff.AddDays(-1),
            HoldOutEnd = days.HeldOut.End.AddDays(-1),
            Refunds = definition.Refunds,
        }), definition.Seed);
    }
}
