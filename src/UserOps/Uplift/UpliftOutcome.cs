using UserOps.Data;

namespace UserOps.Uplift;

/// <summary>What a user did in the days after the assignment.</summary>
public abstract record UpliftOutcome
{
    private UpliftOutcome(int days) => Days = days;

    /// <summary>How many days after the assignment count, 1 or more.</summary>
    public int Days { get; }

    /// <summary>The outcome in words, such as <c>ordered within 14 days</c>.</summary>
    internal abstract string Words { get; }

    /// <summary>The outcome of a user between two moments.</summary>
    internal abstract Func<int, long, long, double> Of(Dataset data);

    /// <summary>Whether the user placed a paid order.</summary>
    public sealed record Buys(int Length = 14) : UpliftOutcome(Length)
    {
        internal override string Words => $"ordered within {Days} days";

        internal override Func<int, long, long, double> Of(Dataset data) => (user, from, to) => Sum(data, user, from, to, order => order.Amount > 0 ? 1 : 0) > 0 ? 1 : 0;
    }

    /// <summary>What the user spent, after refunds, in the currency of the export.</summary>
    public sealed record NetRevenue(int Length = 14) : UpliftOutcome(Length)
    {
        internal override string Words => $"net revenue within {Days} days";

        internal override Func<int, long, long, double> Of(Dataset data) => (user, from, to) => Sum(data, user, from, to, order => order.Net);
    }

    /// <summary>Whether the user did something.</summary>
    /// <param name="Event">The name of the event.</param>
    /// <param name="Length">How many days after the assignment count, 1 or more.</param>
    public sealed record Does(string Event, int Length = 14) : UpliftOutcome(Length)
    {
        internal override string Words => $"{Event} within {Days} days";

        internal override Func<int, long, long, double> Of(Dataset data)
        {
            int code = data.Events.KnownCode(Event);
            return (user, from, to) =>
            {
                foreach (var e in data.Events[user])
                    if (e.Code == code && e.Ticks >= from && e.Ticks < to)
                        return 1;
                return 0;
            };
        }
    }

    private static double Sum(Dataset data, int user, long from, long to, Func<Order, double> value)
    {
        double sum = 0;
        foreach (var order in data.Orders[user])
            sum += order.Ticks >= from && order.Ticks < to ? value(order) : 0;
        return sum;
    }
}
