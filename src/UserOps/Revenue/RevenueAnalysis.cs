using UserOps.Data;

namespace UserOps.Revenue;

/// <summary>What users spend, how many of them, how often.</summary>
public static class RevenueAnalysis
{
    /// <summary>GMV, net revenue, paying rate, ARPU, ARPPU, AOV 客单价, orders per buyer, repeat purchases 复购, second orders 二转, concentration; by step.</summary>
    /// <remarks>Paying rate and ARPU need events to know who was active; without them they are blank and the notes say so.</remarks>
    /// <exception cref="UserOpsException">The export has no orders, or they are in several currencies.</exception>
    /// <exception cref="InsufficientDataException">The period has no order.</exception>
    public static RevenueResult Revenue(this Dataset data, RevenueDefinition? definition = null)
    {
        definition ??= new();
        if (definition.SecondOrderDays < 1)
            throw new UserOpsException($"A second order within {definition.SecondOrderDays} days has no meaning; 1 day or more is needed.");
        var period = definition.Period ?? data.Period;
        (long from, long to) = data.Ticks(period);
        var orders = data.Orders.Between(from, to);
        var totals = RevenueTotals.Of(orders, data.Has(TableKind.Events) ? data.Events.Between(from, to) : null);
        if (totals.Orders == 0)
            throw new InsufficientDataException($"no order in {period}", "at least one", $"The data cover {data.Period}; choose a period within them.");
        return new()
        {
            Definition = definition,
            Period = period,
            Calendar = data.Calendar,
            Figures = new(totals, SecondOrders.Of(data, definition, period), definition, new(data, definition, period)),
            HasEvents = data.Has(TableKind.Events),
            Steps = RevenueSteps.Of(data, period, definition.Grain),
            OrdersOutside = definition.Period is null ? data.Orders.All().Count(order => order.Ticks < from || order.Ticks >= to) : 0,
            UnpaidLines = data.Orders.UnpaidLines,
        };
    }
}
