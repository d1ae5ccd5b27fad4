using UserOps.Data.Schema;
using UserOps.Data.Typing;

namespace UserOps.Data.Reading;

/// <summary>Joins a day and a time of day that stand in two columns, <c>date</c> and <c>time</c> or <c>下单日期</c> and <c>下单时间</c>, to one moment.</summary>
internal static class SplitTimes
{
    private const int RowsToLookAt = 200;
    private static readonly (string Day, string Clock)[] Names = [("date", "time"), ("day", "time"), ("日期", "时间")];

    /// <summary>The table with each such pair as one column under the name of the day; the same table where there is none.</summary>
    public static TableSource Join(TableSource source)
    {
        (int Day, int Clock)[] pairs = [.. Pairs(source.Header)];
        if (pairs.Length > 0)
            pairs = Confirm(source, pairs);
        return pairs.Length == 0 ? source : source with
        {
            Header = [.. source.Header.Where((_, field) => !Array.Exists(pairs, pair => pair.Clock == field))],
            Open = () => new JoinedRows(source.Open(), pairs),
            Guesses = [.. source.Guesses, .. pairs.Select(pair => $"'{source.Header[pair.Day]}' and '{source.Header[pair.Clock]}' are read as one moment.")],
        };
    }

    private static IEnumerable<(int Day, int Clock)> Pairs(IReadOnlyList<string> header)
    {
        string[] plain = [.. header.Select(ColumnNames.Plain)];
        foreach ((string day, string clock) in Names)
            for (int i = 0; i < plain.Length; i++)
                if (plain[i].EndsWith(day, StringComparison.Ordinal) && Array.IndexOf(plain, plain[i][..^day.Length] + clock) is var other and >= 0)
                    yield return (i, other);
    }

    /// <summary>The pairs whose first rows hold days alone beside times of day alone.</summary>
    private static (int Day, int Clock)[] Confirm(TableSource source, (int Day, int Clock)[] pairs)
    {
        using var rows = source.Open();
        int[] found = new int[pairs.Length];
        for (int row = 0; row < RowsToLookAt && rows.Read(); row++)
            for (int i = 0; i < pairs.Length; i++)
                if (rows.FieldCount == rows.Header.Count && found[i] >= 0)
                    found[i] = IsSplit(rows[pairs[i].Day].Trim(), rows[pairs[i].Clock].Trim()) is { } isSplit ? isSplit ? found[i] + 1 : -1 : found[i];
        return [.. pairs.Where((_, i) => found[i] > 0)];
    }

    /// <summary>Whether the two are a day and a time of day; null where one of them is missing.</summary>
    private static bool? IsSplit(ReadOnlySpan<char> day, ReadOnlySpan<char> clock)
    {
        if (day.IsEmpty || clock.IsEmpty)
            return null;
        var cursor = new Cursor(clock);
        return TimeText.IsDay(day) && clock.Contains(':') && ClockText.TryRead(ref cursor, out _) && cursor.AtEnd;
    }
}
