using System.Numerics;
using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Segments.Audiences;

/// <summary>How large audiences are and how they overlap.</summary>
public sealed record AudiencesResult : AnalysisResult
{
    private const int MostRegions = 20;

    internal AudiencesResult() { }

    /// <summary>The audiences, in the order given.</summary>
    public required IReadOnlyList<Audience> Audiences { get; init; }

    /// <summary>How many users there are in all.</summary>
    public required int Users { get; init; }

    /// <summary>The moment before which everything was known; null for a ready table.</summary>
    public required DateTime? CutOff { get; init; }

    internal string Known { get; init; } = "ready table";

    /// <summary>Users by the audiences to which they belong and to no other: bit i of the index stands for audience i.</summary>
    public required IReadOnlyList<int> RegionCounts { get; init; }

    /// <summary>How many users belong to an audience.</summary>
    /// <exception cref="UserOpsException">There is no such audience.</exception>
    public int Size(string audience) => Sum(1 << Find(audience));

    /// <summary>How many users belong to both of two audiences.</summary>
    /// <exception cref="UserOpsException">There is no such audience.</exception>
    public int Overlap(string first, string second) => Sum(1 << Find(first) | 1 << Find(second));

    /// <inheritdoc/>
    public override Table ToTable()
    {
        bool[] hidden = Hidden;
        return new(
            "Audiences 人群包",
            [
                new("Audience", Format.Text), new("Who", Format.Text), new("Users", Format.Count), new("of all", Format.Percent()), new("in no other", Format.Count),
            ],
            Audiences.Select((audience, i) => Sum(1 << i) is var size && SmallGroups.IsSmall(size)
                ? (object?[])[audience.Name, audience.Rule.ToString(), SmallGroups.Show(size, true), null, null]
                : [audience.Name, audience.Rule.ToString(), size, (double)size / Users, SmallGroups.Show(RegionCounts[1 << i], hidden[1 << i])]),
            $"n = {Caption.Count(Users)} users · {Known} · a user may be in several audiences");
    }

    /// <inheritdoc/>
    public override Chart ToChart()
    {
        bool[] hidden = Hidden;
        return new UpSetChart(
            "How the audiences overlap", [.. Audiences.Select(audience => audience.Name)],
            [.. Audiences.Select((_, i) => Sum(1 << i)).Select(size => SmallGroups.IsSmall(size) ? double.NaN : size)],
            [.. Shown.Select(region => new UpSetRegion(Members(region), hidden[region] ? double.NaN : RegionCounts[region]))],
            new("Users", Format.Count))
        {
            Subtitle = $"bars: users in exactly these audiences and in no other · n = {Caption.Count(Users)} users, "
                + $"{(hidden[0] ? "some" : Caption.Count(RegionCounts[0]))} of them in none",
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Hidden.Contains(true) ? (string[])[SmallGroups.Note] : [],
        .. NonEmpty.Count() - Shown.Count is > 0 and var more ? (string[])[$"{more} smaller combinations are not drawn."] : [],
    ];

    private IEnumerable<int> NonEmpty => Enumerable.Range(1, RegionCounts.Count - 1).Where(region => RegionCounts[region] > 0);

    private List<int> Shown => [.. NonEmpty.OrderByDescending(region => RegionCounts[region]).ThenBy(region => BitOperations.PopCount((uint)region)).Take(MostRegions)];

    // The sizes of the audiences and the number of all users are shown: no region may be told from them.
    private bool[] Hidden
    {
        get
        {
            int[] all = [.. Enumerable.Range(0, RegionCounts.Count)];
            return SmallGroups.Hidden(RegionCounts, [all, .. Audiences.Select((_, i) => all.Where(region => (region >> i & 1) == 1).ToArray())]);
        }
    }

    private static int[] Members(int region) => [.. Enumerable.Range(0, AudienceAnalysis.Most).Where(i => (region >> i & 1) == 1)];

    private int Sum(int within)
    {
        int sum = 0;
        for (int region = 0; region < RegionCounts.Count; region++)
            sum += (region & within) == within ? RegionCounts[region] : 0;
        return sum;
    }

    private int Find(string audience) => Audiences.Select(one => one.Name).ToList().IndexOf(audience) is var found and >= 0
        ? found
        : throw new UserOpsException($"There is no audience '{audience}'. There are: {string.Join(", ", Audiences.Select(one => one.Name))}.");
}
