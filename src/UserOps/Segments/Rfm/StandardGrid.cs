namespace UserOps.Segments.Rfm;

/// <summary>The ten usual segments by recency (row) and value (column), each 1 to 5.</summary>
internal static class StandardGrid
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "Champions", "Loyal customers", "Potential loyalists", "New customers", "Promising",
        "Need attention", "About to sleep", "At risk", "Can't lose them", "Hibernating",
    ];

    public static string Of(RfmScore score) => Of(score.Recency, (score.Frequency + score.Monetary + 1) / 2);

    private static string Of(int recency, int value) => (recency, value) switch
    {
        (5, >= 4) => "Champions",
        (5, 1) => "New customers",
        (4, 1) => "Promising",
        ( >= 4, <= 3) => "Potential loyalists",
        ( >= 3, >= 4) => "Loyal customers",
        (3, 3) => "Need attention",
        (3, _) => "About to sleep",
        (_, 5) => "Can't lose them",
        (_, >= 3) => "At risk",
        _ => "Hibernating",
    };
}
