namespace UserOps.Segments.Rfm;

/// <summary>The three scores of a customer, each from 1 to 5, 5 the best: most recent, most frequent, most money.</summary>
/// <param name="Recency">5 for those who bought most recently.</param>
/// <param name="Frequency">5 for those with most orders.</param>
/// <param name="Monetary">5 for those who spent most.</param>
public readonly record struct RfmScore(int Recency, int Frequency, int Monetary)
{
    /// <summary>How many scores there are in each of the three.</summary>
    public const int Levels = 5;

    /// <summary>All 125 cells, from 111 to 555.</summary>
    public static IEnumerable<RfmScore> All { get; } =
        [.. from r in Enumerable.Range(1, Levels) from f in Enumerable.Range(1, Levels) from m in Enumerable.Range(1, Levels) select new RfmScore(r, f, m)];

    /// <summary>The place of the cell among <see cref="All"/>.</summary>
    internal int Cell => ((Recency - 1) * Levels + Frequency - 1) * Levels + Monetary - 1;

    /// <summary>The three digits, such as <c>543</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Recency}{Frequency}{Monetary}");
}
