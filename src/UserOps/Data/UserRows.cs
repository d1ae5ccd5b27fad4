namespace UserOps.Data;

/// <summary>Rows of a table arranged by user, then time, then file order: the rows of user u are <c>Starts[u]</c> to <c>Starts[u + 1]</c>.</summary>
internal static class UserRows
{
    /// <summary>The row order by (user, time, file order), and the start of each user's range. Rows with user −1 or no time are left out.</summary>
    public static (int[] Order, int[] Starts) Arrange(ReadOnlySpan<int> users, ReadOnlySpan<long> ticks, int userCount)
    {
        int[] starts = CountStarts(users, ticks, userCount);
        int[] order = LargeArray.Uninitialized<int>(starts[userCount]);
        int[] next = starts[..userCount];
        for (int row = 0; row < users.Length; row++)
            if (Belongs(users[row], ticks[row]))
                order[next[users[row]]++] = row;
        // Most exports come in time order; then each user's rows do too, and nobody need look at them in random order to learn it.
        if (!IsInTimeOrder(ticks))
            SortWithinUsers(order, starts, ticks);
        return (order, starts);
    }

    /// <summary>Whether all rows stand in the order in which they came, as exports that are sorted by user and time do.</summary>
    public static bool IsFileOrder(int[] order, int rows)
    {
        if (order.Length != rows)
            return false;
        for (int i = 0; i < order.Length; i++)
            if (order[i] != i)
                return false;
        return true;
    }

    private static bool Belongs(int user, long ticks) => user >= 0 && ticks != TimeColumn.Missing;

    private static bool IsInTimeOrder(ReadOnlySpan<long> ticks)
    {
        long last = long.MinValue;
        foreach (long moment in ticks)
        {
            if (moment < last && moment != TimeColumn.Missing)
                return false;
            last = Math.Max(last, moment);
        }
        return true;
    }

    private static int[] CountStarts(ReadOnlySpan<int> users, ReadOnlySpan<long> ticks, int userCount)
    {
        int[] starts = new int[userCount + 1];
        for (int row = 0; row < users.Length; row++)
            if (Belongs(users[row], ticks[row]))
                starts[users[row] + 1]++;
        for (int user = 0; user < userCount; user++)
            starts[user + 1] += starts[user];
        return starts;
    }

    private static void SortWithinUsers(int[] order, int[] starts, ReadOnlySpan<long> ticks)
    {
        long[] keys = [];
        for (int user = 0; user + 1 < starts.Length; user++)
        {
            var rows = order.AsSpan(starts[user], starts[user + 1] - starts[user]);
            if (IsOrdered(rows, ticks))
                continue;
            if (keys.Length < rows.Length)
                keys = new long[Math.Max(rows.Length, 2 * keys.Length)];
            SortStably(rows, keys.AsSpan(0, rows.Length), ticks);
        }
    }

    private static bool IsOrdered(ReadOnlySpan<int> rows, ReadOnlySpan<long> ticks)
    {
        for (int i = 1; i < rows.Length; i++)
            if (ticks[rows[i]] < ticks[rows[i - 1]])
                return false;
        return true;
    }

    /// <summary>Sorts by time; runs of equal times return to file order, since the sort itself is not stable.</summary>
    private static void SortStably(Span<int> rows, Span<long> keys, ReadOnlySpan<long> ticks)
    {
        for (int i = 0; i < rows.Length; i++)
            keys[i] = ticks[rows[i]];
        keys.Sort(rows);
        for (int start = 0; start < rows.Length;)
        {
            int end = start + 1;
            while (end < rows.Length && keys[end] == keys[start])
                end++;
            if (end - start > 1)
                rows[start..end].Sort();
            start = end;
        }
    }
}
