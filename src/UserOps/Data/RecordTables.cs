namespace UserOps.Data;

/// <summary>Turns records in memory into tables with canonical columns.</summary>
internal static class RecordTables
{
    public static Dictionary<TableKind, TypedTable> Make(IEnumerable<UserRow>? users, IEnumerable<EventRow>? events, IEnumerable<OrderRow>? orders)
    {
        var tables = new Dictionary<TableKind, TypedTable>();
        if (users is not null)
            tables.Add(TableKind.Users, Users([.. users]));
        if (events is not null)
            tables.Add(TableKind.Events, Events([.. events]));
        if (orders is not null)
            tables.Add(TableKind.Orders, Orders([.. orders]));
        return tables;
    }

    private static TypedTable Users(UserRow[] rows) => new("users",
    [
        TextColumn.From("user_id", rows.Select(row => row.UserId)),
        new TimeColumn("signup_at", [.. rows.Select(row => row.SignupAt?.Ticks ?? TimeColumn.Missing)]),
        TextColumn.From("channel", rows.Select(row => row.Channel)),
        TextColumn.From("referrer_id", rows.Select(row => row.ReferrerId)),
    ]);

    private static TypedTable Events(EventRow[] rows)
    {
        var names = rows.SelectMany(row => row.Properties.Keys).Distinct(StringComparer.Ordinal);
        var properties = names.Select(name => TextColumn.From(name, rows.Select(row => row.Properties.GetValueOrDefault(name))));
        return new("events",
        [
            TextColumn.From("user_id", rows.Select(row => row.UserId)),
            TextColumn.From("event", rows.Select(row => row.Event)),
            new TimeColumn("at", [.. rows.Select(row => row.At.Ticks)]),
            .. properties,
        ]);
    }

    private static TypedTable Orders(OrderRow[] rows) => new("orders",
    [
        TextColumn.From("user_id", rows.Select(row => row.UserId)),
        new TimeColumn("at", [.. rows.Select(row => row.At.Ticks)]),
        new NumberColumn("amount", [.. rows.Select(row => row.Amount)]),
        TextColumn.From("order_id", rows.Select(row => row.OrderId)),
        new NumberColumn("refund_amount", [.. rows.Select(row => row.Refund)]),
    ]);
}
