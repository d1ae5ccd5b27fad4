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
