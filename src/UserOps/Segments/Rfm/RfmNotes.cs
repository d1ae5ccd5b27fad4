namespace UserOps.Segments.Rfm;

/// <summary>What a reader must know of the scores.</summary>
internal static class RfmNotes
{
    public static IEnumerable<string> Of(RfmResult result)
    {
        foreach (var (name, part) in ((string, Func<RfmScore, int>)[])[("Recency", s => s.Recency), ("Frequency", s => s.Frequency), ("Money", s => s.Monetary)])
            if (Missing(result, part) is { Length: > 0 } missing)
                yield return $"{name}: nobody has score {missing}, because many customers share a value and equal values get equal scores.";
        if (result.OrdersAfter > 0)
            yield return $"{Caption.Count(result.OrdersAfter)} orders after the reference date do not count.";
        if (result.Definition.Segmentation.Uncovered is var open and > 0)
            yield return $"{open} of 125 cells have no name of their own and are '{RfmSegmentation.Others}'.";
    }

    private static string Missing(RfmResult result, Func<RfmScore, int> part) =>
        string.Join(" or ", result.ScoreCounts(part).Select((count, i) => (Count: count, Score: i + 1)).Where(pair => pair.Count == 0).Select(pair => pair.Score));
}
