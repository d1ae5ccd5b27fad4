using UserOps.Data;

namespace UserOps.Features;

/// <summary>The rows of a table that are dated before a moment, arranged by user, then time, then file order.</summary>
internal sealed class KnownRows
{
    private readonly int[] _order;
    private readonly int[] _starts;

    private KnownRows(TypedTable table, int[] order, int[] starts) => (Table, _order, _starts) = (table, order, starts);

    /// <summary>The whole table; read only rows that <see cref="this[int]"/> names.</summary>
    public TypedTable Table { get; }

    /// <summary>The row numbers of a user.</summary>
    public ReadOnlySpan<int> this[int user] => _order.AsSpan(_starts[user], _starts[user + 1] - _starts[user]);

    public static KnownRows Of(Dataset data, TableKind kind, string time, long cutOff)
    {
        var table = data.Table(kind);
        long[] ticks = [.. table.Get<TimeColumn>(time).Ticks.Select(moment => moment < cutOff ? moment : TimeColumn.Missing)];
        (int[] order, int[] starts) = UserRows.Arrange(UsersOf(data, table), ticks, data.Users.Count);
        return new(table, order, starts);
    }

    /// <summary>The user of each row, −1 where it names none.</summary>
    public static int[] UsersOf(Dataset data, TypedTable table)
    {
        var ids = table.Get<TextColumn>("user_id");
        int[] userOfWord = [.. ids.Words.Select(data.Users.Find)];
        return [.. ids.Codes.Select(code => code < 0 ? -1 : userOfWord[code])];
    }
}
