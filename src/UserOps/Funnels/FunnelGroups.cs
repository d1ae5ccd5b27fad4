using UserOps.Data;

namespace UserOps.Funnels;

internal static class FunnelGroups
{
    private const int MostGroups = 20;

    /// <summary>A funnel for each group of a breakdown, the largest first, small ones beyond the twentieth as one; none without a breakdown.</summary>
    public static IReadOnlyList<FunnelGroup> Of(Dataset data, FunnelDefinition definition, FunnelJourneys journeys)
    {
        if (definition.By is not { } by)
            return [];
        var codes = GroupCodes.Of(by is Breakdown.OfUser ? data.Profiles.Property<Column>(by.Property) : data.Activity.Property<Column>(by.Property));
        var bySize = journeys.Entered()
            .GroupBy(user => codes[by is Breakdown.OfUser ? user : journeys.EntryRowOf(user)])
            .OrderByDescending(group => group.Count()).ThenBy(group => codes.Names[group.Key], StringComparer.Ordinal).ToList();
        var named = bySize.Take(MostGroups).Select(group => Group(codes.Names[group.Key], group));
        var rest = bySize.Skip(MostGroups).ToList();
        return rest.Count == 0 ? [.. named] : [.. named, Group($"({rest.Count} others)", rest.SelectMany(group => group))];

        FunnelGroup Group(string name, IEnumerable<int> users) => new(name, FunnelCounts.Of(journeys, [.. users]).ToSteps(definition));
    }
}
