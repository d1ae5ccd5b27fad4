using UserOps.Statistics;

namespace UserOps.Segments.Rfm;

/// <summary>Sizes, orders and revenue of groups of customers.</summary>
internal static class SegmentSums
{
    public static IReadOnlyList<SegmentFigures> Of(RfmValues values, IReadOnlyList<string> names, Func<int, int> groupOf)
    {
        List<int>[] members = [.. names.Select(_ => new List<int>())];
        for (int i = 0; i < values.Count; i++)
            members[groupOf(i)].Add(i);
        double total = values.Monetary.Sum();
        return [.. names.Select((name, group) => Of(values, name, members[group], total))];
    }

    private static SegmentFigures Of(RfmValues values, string name, List<int> members, double total)
    {
        double revenue = members.Sum(i => values.Monetary[i]);
        return new(name, members.Count, (long)members.Sum(i => values.Frequency[i]), revenue, SampleMedian.Of([.. members.Select(i => values.Recency[i])])?.Median)
        {
            ShareOfUsers = values.Count == 0 ? 0 : (double)members.Count / values.Count,
            ShareOfRevenue = total > 0 ? revenue / total : null,
        };
    }
}
