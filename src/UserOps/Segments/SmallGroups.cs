namespace UserOps.Segments;

/// <summary>Keeps groups so small that they point to persons out of what is shown, and a second group where a total would give the small one away.</summary>
/// <remarks>Hiding a complement: complementary cell suppression, L. Willenborg and T. de Waal (2001), "Elements of Statistical Disclosure Control".</remarks>
internal static class SmallGroups
{
    /// <summary>The smallest group that is shown.</summary>
    public const int Least = 5;

    public const string Note = "Groups of fewer than 5 users are not shown (< 5), nor is a second group (–) where the total would give the first away.";

    /// <summary>Which groups to hide, their total being shown.</summary>
    public static bool[] Hidden(IReadOnlyList<int> counts) => Hidden(counts, [[.. Enumerable.Range(0, counts.Count)]]);

    /// <summary>Which cells of a matrix to hide, the totals of rows and columns being shown where they are not small themselves.</summary>
    public static bool[][] Hidden(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        int columns = counts.Count == 0 ? 0 : counts[0].Count;
        var rowLines = Enumerable.Range(0, counts.Count).Select(row => Enumerable.Range(row * columns, columns).ToArray());
        var columnLines = Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, counts.Count).Select(row => row * columns + column).ToArray());
        bool[] hidden = Hidden([.. counts.SelectMany(row => row)], [.. rowLines, .. columnLines]);
        return [.. hidden.Chunk(Math.Max(1, columns))];
    }

    /// <summary>Which groups to hide.</summary>
    /// <param name="counts">How many are in each group.</param>
    /// <param name="totals">The groups that make up each total that is shown.</param>
    public static bool[] Hidden(IReadOnlyList<int> counts, IReadOnlyList<int[]> totals)
    {
        bool[] hidden = [.. counts.Select(IsSmall)];
        while (totals.Any(line => HideSecond(counts, line, hidden)))
            continue;
        return hidden;
    }

    /// <summary>What stands for a count.</summary>
    public static object Show(int count, bool hidden) => !hidden ? count : IsSmall(count) ? $"< {Least}" : "–";

    public static bool IsSmall(int count) => count is > 0 and < Least;

    /// <summary>Where a single group of a total is hidden and the total is shown, the smallest other one that is not empty goes with it.</summary>
    private static bool HideSecond(IReadOnlyList<int> counts, int[] total, bool[] hidden)
    {
        if (total.Count(group => hidden[group]) != 1 || IsSmall(total.Sum(group => counts[group])))
            return false;
        int[] others = [.. total.Where(group => !hidden[group] && counts[group] > 0).OrderBy(group => counts[group])];
        if (others.Length > 0)
            hidden[others[0]] = true;
        return others.Length > 0;
    }
}
