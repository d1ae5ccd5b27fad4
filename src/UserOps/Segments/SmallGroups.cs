namespace UserOps.Segments;

/// <summary>Keeps groups so small that they point to persons out of what is shown, and a second group where a total would give the small one away.</summary>
/// <remarks>Hiding a complement: complementary cell suppression, L. Willenborg and T. de Waal (2001), "Elements of Statistical Disclosure Control".</remarks>
internal static class SmallGroups
{
    /// <summary>The smallest group that is shown.</summary>
    public const int Least = 5;

    public const string Note = "Groups of fewer than 5 users are not shown (< 5), nor is a second group (–) where the total would give the first away.";

    /// <summary>Which groups to hide, their total being shown.</summary>
    public static bool[] Hidden(IReadOnlyList<int> counts) => Hidden([counts])[0];

    /// <summary>Which cells of a matrix to hide, the totals of rows and columns being shown where they are not small themselves.</summary>
    public static bool[][] Hidden(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        bool[][] hidden = [.. counts.Select(row => row.Select(IsSmall).ToArray())];
        bool more = true;
        while (more)
        {
            more = false;
            for (int row = 0; row < counts.Count; row++)
                more |= HideSecond(counts[row].Count, cell => counts[row][cell], cell => hidden[row][cell], cell => hidden[row][cell] = true);
            for (int column = 0; counts.Count > 1 && column < counts[0].Count; column++)
                more |= HideSecond(counts.Count, row => counts[row][column], row => hidden[row][column], row => hidden[row][column] = true);
        }
        return hidden;
    }

    /// <summary>What stands for a count.</summary>
    public static object Show(int count, bool hidden) => !hidden ? count : IsSmall(count) ? $"< {Least}" : "–";

    public static bool IsSmall(int count) => count is > 0 and < Least;

    /// <summary>Where a single cell of a line is hidden and the total is shown, the smallest other one that is not empty goes with it.</summary>
    private static bool HideSecond(int cells, Func<int, int> count, Func<int, bool> hidden, Action<int> hide)
    {
        int[] all = [.. Enumerable.Range(0, cells)];
        if (all.Count(hidden) != 1 || IsSmall(all.Sum(count)))
            return false;
        int[] others = [.. all.Where(cell => !hidden(cell) && count(cell) > 0).OrderBy(count)];
        if (others.Length > 0)
            hide(others[0]);
        return others.Length > 0;
    }
}
