using UserOps.Data;
using UserOps.Decomposition;
using UserOps.Time;

namespace UserOps.Revenue;

/// <summary>Orders (or order lines) and net revenue of each group in two periods.</summary>
internal static class RevenueSegments
{
    private const int MostSegments = 20;

    public static IReadOnlyList<Segment> Of(Dataset data, RevenueDimension dimension, Period before, Period after)
    {
        var groups = GroupCodes.Of(dimension is RevenueDimension.OfLine
            ? data.Orders.LineProperty<Column>(dimension.Property)
            : data.Profiles.Property<Column>(dimension.Property));
        var (first, second) = (Sum(data, dimension, groups, before), Sum(data, dimension, groups, after));
        var segments = groups.Names.Select((name, group) => new Segment(
            name, first[group].Volume, first[group].Net, second[group].Volume, second[group].Net));
        return Pool([.. segments.Where(segment => !IsEmpty(segment)).OrderByDescending(segment => segment.TotalBefore + segment.TotalAfter)]);
    }

    private static (double Volume, double Net)[] Sum(Dataset data, RevenueDimension dimension, GroupCodes groups, Period period)
    {
        (long from, long to) = data.Ticks(period);
        var sums = new (double Volume, double Net)[groups.Names.Count];
        foreach (var order in data.Orders.Between(from, to).All())
            if (dimension is RevenueDimension.OfUser)
                Add(groups[order.User], order.Amount, order.Net);
            else
                foreach (var line in data.Orders.Lines(order))
                    Add(groups[line.Row], line.Amount, line.Net);
        return sums;

        void Add(int group, double amount, double net) =>
            sums[group] = (sums[group].Volume + (amount > 0 ? 1 : 0), sums[group].Net + net);
    }

    /// <summary>Small groups, and those with refunds but no order, become one; it takes in more until it has an order wherever it has money.</summary>
    private static List<Segment> Pool(List<Segment> segments)
    {
        List<Segment> named = [.. segments.Where(segment => !IsOdd(segment)).Take(MostSegments)];
        List<Segment> pooled = [.. segments.Except(named)];
        while (pooled.Count > 0 && IsOdd(Join(pooled)) && named.Count > 0)
        {
            pooled.Add(named[^1]);
            named.RemoveAt(named.Count - 1);
        }
        return pooled.Count == 0 ? named : [.. named, Join(pooled)];
    }

    private static Segment Join(List<Segment> pooled) => pooled.Count == 1 ? pooled[0] : new(
        $"({pooled.Count} others)",
        pooled.Sum(s => s.VolumeBefore), pooled.Sum(s => s.TotalBefore), pooled.Sum(s => s.VolumeAfter), pooled.Sum(s => s.TotalAfter));

    private static bool IsOdd(Segment segment) =>
        (segment.VolumeBefore == 0 && segment.TotalBefore != 0) || (segment.VolumeAfter == 0 && segment.TotalAfter != 0);

    private static bool IsEmpty(Segment segment) => segment is { VolumeBefore: 0, TotalBefore: 0, VolumeAfter: 0, TotalAfter: 0 };
}
