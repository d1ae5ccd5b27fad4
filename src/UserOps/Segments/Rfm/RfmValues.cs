using UserOps.Data;

namespace UserOps.Segments.Rfm;

/// <summary>Recency in days, frequency in orders and net revenue of each customer, in columns.</summary>
/// <param name="Users">The index that user numbers refer to.</param>
/// <param name="User">The user's number of each customer, ascending.</param>
/// <param name="Recency">Whole days since the last order.</param>
/// <param name="Frequency">Orders with an amount.</param>
/// <param name="Monetary">Revenue after refunds.</param>
internal sealed record RfmValues(UserIndex Users, int[] User, double[] Recency, double[] Frequency, double[] Monetary)
{
    public int Count => User.Length;

    /// <summary>Everyone who bought up to the end of the day; refunds count up to then, too.</summary>
    public static RfmValues Of(Dataset data, DateOnly at, int? windowDays)
    {
        int lastDay = at.DayNumber;
        long from = windowDays is { } days ? data.Calendar.StartOf(lastDay - days + 1) : long.MinValue, to = data.Calendar.StartOf(lastDay + 1);
        var orders = data.Orders;
        int[] user = new int[data.Users.Count];
        double[] recency = new double[user.Length], frequency = new double[user.Length], monetary = new double[user.Length];
        var localDays = data.Calendar.Days();
        int count = 0;
        for (int number = 0; number < user.Length; number++)
        {
            var (bought, last, net) = Sum(orders[number], from, to);
            if (bought == 0)
                continue;
            (user[count], recency[count], frequency[count], monetary[count]) = (number, lastDay - localDays.Of(last), bought, net);
            count++;
        }
        return new(data.Users, user[..count], recency[..count], frequency[..count], monetary[..count]);
    }

    private static (int Orders, long Last, double Net) Sum(ReadOnlySpan<Order> orders, long from, long to)
    {
        var (bought, last, net) = (0, 0L, 0.0);
        foreach (ref readonly var order in orders)
        {
            if (order.Ticks < from || order.Ticks >= to)
                continue;
            net += order.Net;
            if (order.Amount > 0)
                (bought, last) = (bought + 1, order.Ticks);
        }
        return (bought, last, net);
    }
}
