using UserOps.Activity;
using UserOps.Data;

namespace UserOps.Features;

/// <summary>What was known of users before a moment: the only source that features read. Nothing dated later passes through here.</summary>
/// <remarks>
/// A property whose value is overwritten without a date (status, refund amount, most profile columns) may tell of a later day and is not handed on.
/// An event, order line, touch or span belongs to the moment at which it is dated; a span's end after the cut-off reads as open.
/// </remarks>
internal sealed class KnownHistory
{
    private readonly Dataset _data;
    private readonly Lazy<OrderStore?> _orders;
    private readonly Lazy<EventStore> _activity;

    public KnownHistory(Dataset data, long cutOff, FeatureDefinition definition)
    {
        (_data, CutOff) = (data, cutOff);
        _orders = new(() => data.Has(TableKind.Orders) ? KnownOrders.Of(data, cutOff) : null);
        _activity = new(() =>
        {
            var all = data.Has(TableKind.Events) ? QualifyingEvents.Of(data, definition.Activity) : OrderEvents.Of(Need(_orders.Value));
            return all.Between(long.MinValue + 1, cutOff);
        });
    }

    /// <summary>The moment, in UTC ticks, before which things are known.</summary>
    public long CutOff { get; }

    /// <summary>The export; only for what never changes: its calendar, the numbering of users.</summary>
    public Dataset Data => _data;

    /// <summary>Events before the cut-off; where the export has only orders, the orders as events.</summary>
    public EventStore Activity => _activity.Value;

    /// <summary>Orders placed before the cut-off, null without orders. A refund counts where it is dated before the cut-off.</summary>
    public OrderStore? Orders => _orders.Value;

    /// <summary>The rows of touches or memberships dated before the cut-off, arranged by user; null where the export has no such table.</summary>
    public KnownRows? Rows(TableKind kind, string time) => _data.Has(kind) ? KnownRows.Of(_data, kind, time, CutOff) : null;

    /// <summary>When a user was first seen: a sign-up before the cut-off, else the first activity before it; missing for those who came later.</summary>
    public long FirstSeen(int user) => Signup(user) is var signup && signup != TimeColumn.Missing && signup < CutOff ? signup : FirstActivity(user);

    /// <summary>Whether the user's row of the users table had been written: a user may act first and sign up later.</summary>
    public bool HasProfile(int user) => Signup(user) < CutOff;

    private long Signup(int user) => _data.Has(TableKind.Users) ? _data.Profiles.SignupAt.Ticks[user] : TimeColumn.Missing;

    private long FirstActivity(int user)
    {
        long first = Activity[user].FirstTicks;
        if (Orders is null || Orders[user].IsEmpty)
            return first;
        return first == TimeColumn.Missing ? Orders[user][0].Ticks : Math.Min(first, Orders[user][0].Ticks);
    }

    private static OrderStore Need(OrderStore? orders) => orders ?? throw new MissingDataException(
        "Features of behaviour need events or orders; the export has neither. Add a file with events or orders, or wrap a ready table with FeatureTable.From.");
}
