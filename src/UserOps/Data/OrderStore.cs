namespace UserOps.Data;

/// <summary>One order: who, when, how much before and after refunds.</summary>
/// <param name="User">The user's number, see <see cref="UserIndex"/>.</param>
/// <param name="Ticks">The moment in UTC ticks: the first of its lines.</param>
/// <param name="Amount">The amount before refunds, in the currency of the export.</param>
/// <param name="Refund">What was given back, zero or more.</param>
/// <param name="Row">The order's row in the store; see <see cref="OrderStore.Id"/>.</param>
public readonly record struct Order(int User, long Ticks, double Amount, double Refund, int Row)
{
    /// <summary>The amount after refunds.</summary>
    public double Net => Amount - Refund;
}

/// <summary>Orders sorted by (user, time, file order), their lines joined by order id. Immutable; a period is a view.</summary>
public sealed class OrderStore
{
    private readonly Order[] _orders;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly string[] _ids;

    internal OrderStore(UserIndex users, Order[] orders, string[] ids, int[] starts, int[] ends) =>
        (Users, _orders, _ids, _starts, _ends) = (users, orders, ids, starts, ends);

    /// <summary>The users that numbers refer to; some may have no order here.</summary>
    public UserIndex Users { get; }

    /// <summary>The orders of one user in time order.</summary>
    public ReadOnlySpan<Order> this[int user] => _orders.AsSpan(_starts[user], _ends[user] - _starts[user]);

    /// <summary>The order's id as it stands in the export, or one made of user and time where the export has none.</summary>
    public string Id(Order order) => _ids[order.Row];

    /// <summary>A view of the orders from <paramref name="fromTicks"/> (included) to <paramref name="toTicks"/> (excluded), UTC.</summary>
    public OrderStore Between(long fromTicks, long toTicks)
    {
        int[] starts = [.. _starts], ends = [.. _ends];
        for (int user = 0; user < starts.Length; user++)
        {
            while (starts[user] < ends[user] && _orders[starts[user]].Ticks < fromTicks)
                starts[user]++;
            while (ends[user] > starts[user] && _orders[ends[user] - 1].Ticks >= toTicks)
                ends[user]--;
        }
        return new(Users, _orders, _ids, starts, ends);
    }

    /// <summary>A view of the orders of users for whom <paramref name="keep"/> is true.</summary>
    public OrderStore OfUsers(Func<int, bool> keep)
    {
        int[] ends = [.. _ends];
        for (int user = 0; user < ends.Length; user++)
            if (!keep(user))
                ends[user] = _starts[user];
        return new(Users, _orders, _ids, _starts, ends);
    }

    /// <summary>All orders of the view, by user, then time.</summary>
    public IEnumerable<Order> All()
    {
        for (int user = 0; user < Users.Count; user++)
            for (int row = _starts[user]; row < _ends[user]; row++)
                yield return _orders[row];
    }
}
