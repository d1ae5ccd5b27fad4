using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Segments.Rfm;

/// <summary>Customers by recency and frequency score: where most of them stand.</summary>
public sealed record RfmGrid : AnalysisResult
{
    internal RfmGrid() { }

    /// <summary>Customers by recency score (5 first), then frequency score (1 first).</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Counts { get; init; }

    /// <summary>The small print: n, date, definition.</summary>
    public required string SmallPrint { get; init; }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        bool[][] hidden = SmallGroups.Hidden(Counts);
        return new(
            "Customers by recency and frequency score",
            [new("Recency", Format.Text), .. Columns.Select(name => new TableColumn(name, Format.Count))],
            Counts.Select((row, r) => (object?[])[Rows[r], .. row.Select((count, f) => SmallGroups.Show(count, hidden[r][f]))]),
            SmallPrint);
    }

    /// <inheritdoc/>
    public override Chart ToChart()
    {
        bool[][] hidden = SmallGroups.Hidden(Counts);
        return new HeatMap(
            "Customers by recency and frequency score", Rows, Columns, new("Recency score, 5 bought last", Format.Text), new("Frequency score, 5 bought most often", Format.Text),
            [.. Counts.Select((row, r) => row.Select((count, f) => hidden[r][f] ? double.NaN : count).ToArray())], Format.Count);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => SmallGroups.Hidden(Counts).Any(row => row.Contains(true)) ? [SmallGroups.Note] : [];

    internal static int[][] Count(byte[] cells)
    {
        int[][] counts = [.. Enumerable.Range(0, RfmScore.Levels).Select(_ => new int[RfmScore.Levels])];
        foreach (byte cell in cells)
            counts[RfmScore.Levels - 1 - cell / (RfmScore.Levels * RfmScore.Levels)][cell / RfmScore.Levels % RfmScore.Levels]++;
        return counts;
    }

    private static string[] Rows { get; } = [.. Enumerable.Range(1, RfmScore.Levels).Reverse().Select(score => $"R {score}")];

    private static string[] Columns { get; } = [.. Enumerable.Range(1, RfmScore.Levels).Select(score => $"F {score}")];
}
