using UserOps.Data;

namespace UserOps.Segments.Levels;

/// <summary>The standing of every user at the end of a day; users not seen by then have none.</summary>
internal sealed class UserStandings
{
    private readonly Dataset _data;
    private readonly EventStore _activity;
    private readonly EventStore? _keyEvents;
    private readonly int _day;
    private readonly int _recentDays;
    private readonly long _end;

    public UserStandings(Dataset data, DateOnly at, IReadOnlyList<string> keyEvents, int recentDays)
    {
        (_data, _day, _recentDays, _end) = (data, at.DayNumber, recentDays, data.Calendar.StartOf(at.DayNumber + 1));
        foreach (string name in keyEvents)
            data.Activity.KnownCode(name);
        _activity = data.Activity.Between(TimeColumn.Missing + 1, _end);
        _keyEvents = keyEvents.Count > 0 ? _activity.Named(keyEvents) : null;
    }

    /// <summary>The standing of a user; null where the user was not known yet.</summary>
    public UserStanding? this[int user]
    {
        get
        {
            var orders = OrderMoments(user);
            long last = Math.Max(_activity[user].LastTicks, orders.Count > 0 ? orders[^1] : TimeColumn.Missing);
            if (_data.FirstSeen.Ticks[user] < _end)
                last = Math.Max(last, _data.FirstSeen.Ticks[user]);
            return last == TimeColumn.Missing ? null : new(
                orders.Count, orders.Count(moment => DaysSince(moment) < _recentDays), orders.Count > 0 ? DaysSince(orders[0]) : null, DaysSince(last));
        }
    }

    /// <summary>Revenue after refunds so far; 0 without orders.</summary>
    public double Revenue(int user)
    {
        double net = 0;
        if (_data.Has(TableKind.Orders))
            foreach (var order in _data.Orders[user])
                net += order.Ticks < _end ? order.Net : 0;
        return net;
    }

    private List<long> OrderMoments(int user)
    {
        var moments = new List<long>();
        if (_keyEvents is not null)
            foreach (var happening in _keyEvents[user])
                moments.Add(happening.Ticks);
        else
            foreach (var order in _data.Orders[user])
                if (order.Amount > 0 && order.Ticks < _end)
                    moments.Add(order.Ticks);
        return moments;
    }

    private int DaysSince(long ticks) => _day - _data.Calendar.DayOf(ticks);
}
