namespace UserOps.Statistics;

/// <summary>The rising step function nearest to what came true, by pooling neighbours that fall.</summary>
/// <remarks>M. Ayer, H. D. Brunk, G. M. Ewing, W. T. Reid and E. Silverman (1955), "An empirical distribution function for sampling with incomplete information".</remarks>
internal static class IsotonicFit
{
    public static Calibration.Isotonic Of(BinaryScores scores)
    {
        ArraySegment<int>[] groups = [.. scores.Ranks.Groups().Reverse()];
        var blocks = Pool(groups.Select(group => (group.Average(user => scores.Outcomes[user] ? 1.0 : 0), (double)group.Count)));
        var (at, values) = (new List<double>(), new List<double>());
        int next = 0;
        foreach (var (i, block) in blocks.Index())
        {
            double value = Guarded(blocks, i);
            double first = scores.Scores[groups[next][0]], last = scores.Scores[groups[next + block.Count - 1][0]];
            next += block.Count;
            at.AddRange(last > first ? [first, last] : [first]);
            values.AddRange(last > first ? [value, value] : [value]);
        }
        return new(at, values);
    }

    /// <summary>The rising values nearest to these in weighted squares, one for each.</summary>
    public static double[] Rising(IEnumerable<(double Value, double Weight)> points) =>
        [.. Pool(points).SelectMany(block => Enumerable.Repeat(block.Value, block.Count))];

    private static List<Block> Pool(IEnumerable<(double Value, double Weight)> points)
    {
        var blocks = new List<Block>();
        foreach (var (value, weight) in points)
        {
            var block = new Block(value, weight, 1);
            while (blocks.Count > 0 && blocks[^1].Value >= block.Value)
            {
                block = blocks[^1].With(block);
                blocks.RemoveAt(blocks.Count - 1);
            }
            blocks.Add(block);
        }
        return blocks;
    }

    private static double Guarded(List<Block> blocks, int i) => blocks[i].Value switch
    {
        <= 0 => Math.Min(0.5 / (blocks[i].Weight + 1), i + 1 < blocks.Count ? blocks[i + 1].Value : 1),
        >= 1 => Math.Max(1 - 0.5 / (blocks[i].Weight + 1), i > 0 ? blocks[i - 1].Value : 0),
        var inside => inside,
    };

    /// <summary>Neighbours that share a value.</summary>
    private readonly record struct Block(double Value, double Weight, int Count)
    {
        public Block With(Block next) =>
            new((Value * Weight + next.Value * next.Weight) / (Weight + next.Weight), Weight + next.Weight, Count + next.Count);
    }
}
