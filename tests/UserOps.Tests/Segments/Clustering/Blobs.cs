using MathNet.Numerics.Distributions;
using UserOps.Data;
using UserOps.Features;

namespace UserOps.Tests.Segments.Clustering;

/// <summary>Users of three kinds that stand far apart in spend, visits and days, and alike in a feature of noise.</summary>
internal static class Blobs
{
    private static readonly int[] Sizes = [60, 50, 40];

    public static FeatureTable Table(int seed)
    {
        var random = new Random(seed);
        int[] truth = Truth(seed);
        double[] spend = [.. truth.Select(kind => 10 + 50 * kind + 4 * (random.NextDouble() - 0.5))];
        double[] visits = [.. truth.Select(kind => new[] { 3, 20, 9 }[kind] + random.NextDouble())];
        double[] days = [.. truth.Select(kind => new[] { 60, 30, 5 }[kind] + 4 * random.NextDouble())];
        return Table(("spend", spend), ("visits", visits), ("days", days), ("noise", [.. truth.Select(_ => Normal.Sample(random, 0, 1))]));
    }

    public static int[] Truth(int seed)
    {
        int[] kinds = [.. Sizes.SelectMany((size, kind) => Enumerable.Repeat(kind, size))];
        new Random(seed + 1000).Shuffle(kinds);
        return kinds;
    }

    public static FeatureTable Table(params (string Name, double[] Values)[] columns) => FeatureTable.From(
        new("users", [TextColumn.From("id", columns[0].Values.Select((_, row) => $"u{row}")), .. columns.Select(column => new NumberColumn(column.Name, column.Values))]), "id");
}
