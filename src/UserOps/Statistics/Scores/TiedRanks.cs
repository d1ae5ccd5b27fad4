namespace UserOps.Statistics;

/// <summary>Users in the order of falling scores, cut into groups of equal scores.</summary>
/// <param name="Order">User numbers from the highest score down; within equal scores in the order given.</param>
/// <param name="Ends">Where each group of equal scores ends in <paramref name="Order"/>, exclusive.</param>
internal sealed record TiedRanks(int[] Order, int[] Ends)
{
    public static TiedRanks Of(double[] scores)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length)];
        double[] keys = [.. scores.Select(score => -score)];
        Array.Sort(keys, order);
        var ends = new List<int>();
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start];)
                end++;
            Array.Sort(order, start, end - start);
            ends.Add(end);
        }
        return new(order, [.. ends]);
    }

    /// <summary>For each depth the sum of the amounts of the users down to it; of users with equal scores that straddle a depth, a part.</summary>
    /// <param name="depths">Shares of all users, ascending.</param>
    /// <param name="times">How often each user counts, as many as there are users in all; once each where empty.</param>
    /// <param name="amounts">The amount of each user.</param>
    public double[] SumsTo(double[] depths, ReadOnlySpan<int> times, double[] amounts)
    {
        double[] sums = new double[depths.Length];
        int at = 0, next = 0;
        double seen = 0, sum = 0;
        foreach (int end in Ends)
        {
            double users = 0, group = 0;
            for (; at < end; at++)
            {
                int user = Order[at], count = times.IsEmpty ? 1 : times[user];
                users += count;
                group += count * amounts[user];
            }
            for (; next < depths.Length && users > 0 && depths[next] * Order.Length <= seen + users + 1e-9; next++)
                sums[next] = sum + group * Math.Min(1, (depths[next] * Order.Length - seen) / users);
            (seen, sum) = (seen + users, sum + group);
        }
        return sums;
    }

    /// <summary>The groups from the highest score down, each as the numbers of its users.</summary>
    public IEnumerable<ArraySegment<int>> Groups()
    {
        int start = 0;
        foreach (int end in Ends)
        {
            yield return new(Order, start, end - start);
            start = end;
        }
    }
}
