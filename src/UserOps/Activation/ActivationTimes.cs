using UserOps.Activity;
using UserOps.Data;

namespace UserOps.Activation;

/// <summary>Finds when each user reached a goal.</summary>
internal sealed class ActivationTimes
{
    private readonly Dataset _data;
    private readonly ActivationGoal _goal;
    private readonly EventStore? _events;
    private readonly OrderStore? _orders;

    public ActivationTimes(Dataset data, ActivationGoal goal)
    {
        (_data, _goal) = (data, goal);
        if (goal is ActivationGoal.Event { Names.Count: 0 })
            throw new UserOpsException("The activation goal names no event. Name at least one, such as new ActivationGoal.Event(\"pay\").");
        _orders = goal is ActivationGoal.FirstOrder ? data.Orders : null;
        _events = _orders is null ? QualifyingEvents.Of(data, goal is ActivationGoal.Event named ? named.Names : []) : null;
    }

    /// <summary>The moment, in UTC ticks, at which a user who starts at <paramref name="start"/> reached the goal; missing when never.</summary>
    public long Of(int user, long start)
    {
        if (_orders is not null)
            return FirstOrder(_orders[user], start);
        long from = _goal is ActivationGoal.SecondActiveDay ? _data.Calendar.StartOf(_data.Calendar.DayOf(start) + 1) : start;
        foreach (var e in _events![user])
            if (e.Ticks >= from)
                return e.Ticks;
        return TimeColumn.Missing;
    }

    private static long FirstOrder(ReadOnlySpan<Order> orders, long start)
    {
        foreach (var order in orders)
            if (order.Ticks >= start && order.Amount > 0)
                return order.Ticks;
        return TimeColumn.Missing;
    }
}
