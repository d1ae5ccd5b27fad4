namespace UserOps.Data;

/// <summary>Orders as events named <c>order</c>, for exports without events.</summary>
internal static class OrderEvents
{
    public static EventStore Of(OrderStore orders)
    {
        Order[] paid = [.. orders.All().Where(order => order.Amount > 0)];
        var names = new TextColumn("event", new int[paid.Length], ["order"]);
        return EventStore.Build(orders.Users, [.. paid.Select(order => order.User)], names, new("at", [.. paid.Select(order => order.Ticks)]), []);
    }
}
