using UserOps.Data.Reading;

namespace UserOps.Data;

/// <summary>Drops equal rows where they repeat a key: a table without a key may well hold equal rows of different people.</summary>
internal static class RepeatedKeys
{
    private static readonly Dictionary<TableKind, string> Keys = new()
    {
        [TableKind.Users] = "user_id",
        [TableKind.Events] = "event_id",
        [TableKind.Orders] = "order_id",
        [TableKind.Touches] = "touch_id",
        [TableKind.Campaigns] = "campaign_id",
    };

    /// <summary>The table without rows that equal an earlier one, where its key then no longer repeats; otherwise the table as it is.</summary>
    public static TableReading Drop(TableReading reading, TableKind? kind)
    {
        var table = reading.Table;
        if (kind is null || !Keys.TryGetValue(kind.Value, out string? name) || !table.TryGet<TextColumn>(name, out var key) || !Repeats(key))
            return reading;
        var repeated = EqualRows.Of(table);
        if (repeated.Count == 0)
            return reading;
        int[] kept = [.. Enumerable.Range(0, table.RowCount).Except(repeated)];
        var keptKey = (TextColumn)key.Reorder(kept);
        if (Repeats(keptKey))
            return reading;
        var dropped = new Finding($"equal to an earlier row with the same {name}", repeated.Count, []);
        return reading.Keep(kept, dropped);
    }

    private static bool Repeats(TextColumn key)
    {
        var seen = new bool[key.Words.Length];
        foreach (int code in key.Codes)
            if (code >= 0 && seen[code])
                return true;
            else if (code >= 0)
                seen[code] = true;
        return false;
    }
}
