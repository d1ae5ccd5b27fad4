using UserOps.Data;
using UserOps.Differences;
using UserOps.Statistics;
using UserOps.Time;

namespace UserOps.Revenue;

/// <summary>How new buyers come back for a second order 二转.</summary>
internal sealed class SecondOrders
{
    /// <summary>Users whose first order in the data lies in the period.</summary>
    public int NewBuyers { get; private init; }

    /// <summary>Those of them who were watched long enough.</summary>
    public int Watched { get; private init; }

    /// <summary>Those of the watched who ordered again in time.</summary>
    public int Returned { get; private init; }

    /// <summary>Days from the first to the second order, those without one censored at the end of the data.</summary>
    public required KaplanMeier Days { get; init; }

    /// <param name="data">The export.</param>
    /// <param name="definition">What is asked.</param>
    /// <param name="period">The days of first orders.</param>
    /// <param name="sums">Takes in who was watched and who ordered again, if given.</param>
    public static SecondOrders Of(Dataset data, RevenueDefinition definition, Period period, UserSums? sums = null)
    {
        (long from, long to) = data.Ticks(period);
        long end = data.Ticks(data.Period).To, limit = definition.SecondOrderDays * TimeSpan.TicksPerDay;
        List<double> days = [];
        List<bool> seen = [];
        int watched = 0, returned = 0;
        for (int user = 0; user < data.Orders.Users.Count; user++)
        {
            (long first, long second) = FirstTwo(data.Orders[user]);
            if (first == TimeColumn.Missing || first < from || first >= to || first >= end)
                continue;
            bool again = second != TimeColumn.Missing && second < end;
            days.Add((double)((again ? second : end) - first) / TimeSpan.TicksPerDay);
            seen.Add(again);
            bool isWatched = first + limit <= end, inTime = again && second - first <= limit;
            watched += isWatched ? 1 : 0;
            returned += isWatched && inTime ? 1 : 0;
            if (isWatched)
                sums?.Add(user, inTime ? 1 : 0, 1);
        }
        return new() { NewBuyers = days.Count, Watched = watched, Returned = returned, Days = KaplanMeier.Fit([.. days], [.. seen], definition.Level) };
    }

    private static (long First, long Second) FirstTwo(ReadOnlySpan<Order> orders)
    {
        long first = TimeColumn.Missing;
        foreach (var order in orders)
            if (order.Amount > 0)
            {
                if (first != TimeColumn.Missing)
                    return (first, order.Ticks);
                first = order.Ticks;
            }
        return (first, TimeColumn.Missing);
    }
}
