namespace UserOps.Display;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>The candidate that differs in the fewest letters, or the first that begins with the name; null when none is near.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        var nearest = candidates.Select(candidate => (candidate, distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal).FirstOrDefault();
        return nearest.candidate is not null && nearest.distance <= Math.Max(1, name.Length / 3) ? nearest.candidate
            : name.Length < 2 ? null : candidates.FirstOrDefault(candidate => candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A sentence that offers the nearest candidate, with a blank before it; empty when none is near.</summary>
    public static string Suggest(string name, IEnumerable<string> candidates, string prefix = "") =>
        Find(name, candidates) is { } nearest ? $" Did you mean '{prefix}{nearest}'?" : "";

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that make one word of the other.</summary>
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            for (int j = 0; j <= b.Length; j++)
                cost[i, j] = i == 0 || j == 0 ? i + j : Step(i, j);
        return cost[a.Length, b.Length];

        int Step(int i, int j)
        {
            int best = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            return swapped ? Math.Min(best, cost[i - 2, j - 2] + 1) : best;
        }
    }
}
