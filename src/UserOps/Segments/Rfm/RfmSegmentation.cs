namespace UserOps.Segments.Rfm;

/// <summary>Names for groups of the 125 score cells; every cell has exactly one.</summary>
public sealed class RfmSegmentation
{
    /// <summary>The name of cells that no rule of a rule list covers.</summary>
    public const string Others = "Others";

    private readonly int[] _segmentOfCell;

    private RfmSegmentation(string name, IReadOnlyList<string> segments, Func<RfmScore, string> segmentOf)
    {
        Name = name;
        string[] names = [.. RfmScore.All.Select(segmentOf)];
        Segments = [.. segments.Concat(names).Distinct(StringComparer.Ordinal)];
        _segmentOfCell = [.. names.Select(segment => Segments.ToList().IndexOf(segment))];
    }

    /// <summary>What the set of names is called.</summary>
    public string Name { get; }

    /// <summary>The names in the order in which tables show them, the best first.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>Cells that no rule covers; 0 where the segmentation names every cell.</summary>
    public int Uncovered => RfmScore.All.Count(score => this[score] == Others);

    /// <summary>The segment of a cell.</summary>
    public string this[RfmScore score] => Segments[IndexOf(score)];

    internal int IndexOf(RfmScore score) => _segmentOfCell[score.Cell];

    /// <summary>Ten segments that cover all 125 cells: recency against the mean of frequency and money, halves rounded up.</summary>
    /// <remarks>The ten names and their fields on recency and value are those in wide use since S. Putler's customer grid; here money has a voice in the second axis, so
    /// that no cell is left without a name.</remarks>
    public static RfmSegmentation Standard { get; } = new("ten segments on recency × value", StandardGrid.Names, StandardGrid.Of);

    /// <summary>A segmentation by rules: a cell belongs to the first rule that covers it, else to <see cref="Others"/>.</summary>
    /// <param name="name">What the set is called.</param>
    /// <param name="rules">The rules in order of precedence.</param>
    public static RfmSegmentation FirstMatch(string name, params IReadOnlyList<RfmRule> rules) =>
        new(name, [.. rules.Select(rule => rule.Segment)], score => rules.FirstOrDefault(rule => rule.Covers(score))?.Segment ?? Others);

    /// <inheritdoc/>
    public override string ToString() => Uncovered == 0 ? $"{Name}, all 125 cells named" : $"{Name}, {Uncovered} of 125 cells without a name";
}

/// <summary>A segment as ranges of scores, both ends included.</summary>
/// <param name="Segment">Its name.</param>
/// <param name="Recency">Lowest and highest recency score.</param>
/// <param name="Frequency">Lowest and highest frequency score.</param>
/// <param name="Monetary">Lowest and highest money score.</param>
public sealed record RfmRule(string Segment, (int Low, int High) Recency, (int Low, int High) Frequency, (int Low, int High) Monetary)
{
    /// <summary>Whether the cell lies in all three ranges.</summary>
    public bool Covers(RfmScore score) =>
        Within(Recency, score.Recency) && Within(Frequency, score.Frequency) && Within(Monetary, score.Monetary);

    private static bool Within((int Low, int High) range, int score) => score >= range.Low && score <= range.High;
}
