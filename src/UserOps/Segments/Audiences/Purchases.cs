using UserOps.Data;

namespace UserOps.Segments.Audiences;

/// <summary>The orders of an audience and of everyone, as far as they were known when the audience was told.</summary>
internal sealed class Purchases
{
    private readonly bool[] _member;

    /// <exception cref="UserOpsException">The export has no orders, or none of the members is a user of it.</exception>
    /// <exception cref="InsufficientDataException">Fewer members bought than may be shown.</exception>
    public Purchases(Dataset data, AudienceMembers audience)
    {
        _member = new bool[data.Users.Count];
        foreach (string id in audience.Users.Ids)
            if (data.Users.Find(id) is var user and >= 0)
                _member[user] = true;
        if (audience.Count > 0 && !_member.Contains(true))
            throw new UserOpsException($"None of the {audience.Count} members of '{audience.Name}' is a user of this export. Ask the export that the features were made from.");
        Orders = audience.Of.CutOff is { } known ? data.Orders.Between(TimeColumn.Missing + 1, known.Ticks) : data.Orders;
        Buyers = Enumerable.Range(0, _member.Length).Count(user => _member[user] && HasBought(user));
        if (Buyers < SmallGroups.Least)
            throw new InsufficientDataException($"fewer than {SmallGroups.Least} buyers in '{audience.Name}'", $"at least {SmallGroups.Least}", "Widen the rule of the audience.");
    }

    /// <summary>The orders that were known.</summary>
    public OrderStore Orders { get; }

    /// <summary>Members who bought something.</summary>
    public int Buyers { get; }

    /// <summary>Everyone who bought something.</summary>
    public int AllBuyers => Enumerable.Range(0, _member.Length).Count(HasBought);

    public bool IsMember(int user) => _member[user];

    /// <summary>Every paid line, with its buyer.</summary>
    public IEnumerable<(int User, OrderLine Line)> Lines()
    {
        foreach (var order in Orders.All())
            foreach (var line in Orders.Lines(order).ToArray())
                if (line.Amount > 0)
                    yield return (order.User, line);
    }

    private bool HasBought(int user)
    {
        foreach (var order in Orders[user])
            if (order.Amount > 0)
                return true;
        return false;
    }
}
