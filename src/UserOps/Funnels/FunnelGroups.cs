using UserOps.Data;

namespace UserOps.Funnels;

internal static class FunnelGroups
{
    /// <summary>A funnel for each group of a breakdown, the largest first; none without a breakdown.</summary>
    public static IReadOnlyList<FunnelGroup> Of(Dataset data, FunnelDefinition definition, FunnelJourneys journeys)
    {
        if (definition.Breakdown is not { } breakdown)
            return [];
        var groups = breakdown switch
        {
            FunnelBreakdown.ByUser(var property) => Grouping.Of(
                data.Profiles.Property<Column>(property), journeys.Users.Count, user => Entered(journeys, user, user), breakdown.Largest),
            FunnelBreakdown.ByEntry(var property) => Grouping.Of(
                data.Activity.Property<Column>(property), journeys.Users.Count, user => Entered(journeys, user, journeys.EntryRowOf(user)), breakdown.Largest),
            _ => throw new InvalidOperationException($"Unknown breakdown {breakdown}."),
        };
        return [.. groups.Names.Select((name, group) => new FunnelGroup(
            name, FunnelCounts.Of(journeys, user => groups.CodeOf(user) == group).ToSteps(definition)))];
    }

    private static int Entered(FunnelJourneys journeys, int user, int row) => journeys.DepthOf(user) > 0 ? row : Grouping.Nowhere;
}
