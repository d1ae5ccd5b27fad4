namespace UserOps.Statistics;

/// <summary>How probabilities are cut into bins.</summary>
public enum Binning
{
    /// <summary>Bins of equally many users, cut at quantiles (interpolated); users of equal scores share a bin.</summary>
    EqualMass,
    /// <summary>Bins of equal width from 0 to 1; few users may stand behind some.</summary>
    EqualWidth,
}

internal static class ScoreBins
{
    /// <summary>The users of each bin that has some, from the lowest scores up. A score on an edge belongs to the bin below it.</summary>
    public static int[][] Of(BinaryScores scores, Binning binning, int bins) => Of(scores.Scores, binning, bins);

    /// <inheritdoc cref="Of(BinaryScores, Binning, int)"/>
    public static int[][] Of(IReadOnlyList<double> scores, Binning binning, int bins)
    {
        if (!(bins >= 2))
            throw new UserOpsException($"{bins} bins were asked for; at least 2 are needed.");
        double[] edges = binning == Binning.EqualWidth ? [.. Enumerable.Range(1, bins - 1).Select(k => (double)k / bins)] : Quantiles(scores, bins);
        var users = new List<int>[bins];
        for (int user = 0; user < scores.Count; user++)
            (users[BinOf(edges, scores[user])] ??= []).Add(user);
        return [.. users.Where(bin => bin is not null).Select(bin => bin.ToArray())];
    }

    private static double[] Quantiles(IReadOnlyList<double> scores, int bins)
    {
        double[] sorted = [.. scores.Order()];
        return [.. Enumerable.Range(1, bins - 1).Select(k => At((double)k / bins * (sorted.Length - 1)))];

        double At(double place) => sorted[(int)place] + (place - (int)place) * (sorted[Math.Min((int)place + 1, sorted.Length - 1)] - sorted[(int)place]);
    }

    private static int BinOf(double[] edges, double score)
    {
        int low = 0, high = edges.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = edges[middle] < score ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
