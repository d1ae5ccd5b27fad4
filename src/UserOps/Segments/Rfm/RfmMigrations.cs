namespace UserOps.Segments.Rfm;

/// <summary>Counts who was in which segment before and is in which now.</summary>
internal static class RfmMigrations
{
    private const string NotYet = "(no order yet)";
    private const string Gone = "(no order in the window)";

    public static MigrationResult Between(RfmResult before, RfmResult now)
    {
        int users = now.Values.Users.Count;
        var segments = now.Definition.Segmentation.Segments;
        int[] from = States(before, users, segments.Count), to = States(now, users, segments.Count);
        bool leaves = now.Definition.WindowDays is not null;
        return new()
        {
            Title = "RFM segments",
            From = before.At!.Value,
            To = now.At!.Value,
            FromStates = [.. segments, NotYet],
            ToStates = leaves ? [.. segments, Gone] : segments,
            Counts = MigrationCounts.Of(from, to, segments.Count + 1, leaves ? segments.Count + 1 : segments.Count, pair => pair == (segments.Count, segments.Count)),
            Rule = "both dates scored by the cut points of the later one; " + now.Cuts.Describe(),
        };
    }

    private static int[] States(RfmResult result, int users, int absent)
    {
        int[] states = new int[users];
        Array.Fill(states, absent);
        for (int i = 0; i < result.Count; i++)
            states[result.Values.User[i]] = result.SegmentOf(i);
        return states;
    }
}
