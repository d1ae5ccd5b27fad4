using UserOps.Data;
using UserOps.Reports.Contracts;

namespace UserOps.Reports.Tests.Contracts;

public class DriftTests
{
    /// <remarks>
    /// Source of the number, Python 3 with numpy:
    /// <code>
    /// e, a = np.array([200, 500, 300]) + .5, np.array([100, 450, 450]) + .5
    /// e, a = e / e.sum(), a / a.sum(); ((a - e) * np.log(a / e)).sum()   # 0.13486238289671795
    /// </code>
    /// </remarks>
    [Fact]
    public void The_index_is_the_one_that_numpy_computes()
    {
        var drift = Drift.Between(Words(200, 500, 300), Words(100, 450, 450));
        Assert.Equal(0.13486238289671795, drift.Index, 12);
        Assert.Equal("c", drift.Group);
    }

    [Fact]
    public void Equal_shares_do_not_drift_and_the_index_is_the_same_both_ways()
    {
        Assert.Equal(0, Drift.Between(Words(20, 50, 30), Words(20, 50, 30)).Index, 12);
        Assert.Equal(Drift.Between(Words(20, 50, 30), Words(1, 2, 3)).Index, Drift.Between(Words(1, 2, 3), Words(20, 50, 30)).Index, 12);
    }

    [Fact]
    public void Small_tables_do_not_drift_by_chance()
    {
        Assert.Empty(Drift.Find(new([Words(3, 5, 2)]), new([Words(5, 2, 3)])));
        Assert.Single(Drift.Find(new([Words(300, 500, 200)]), new([Words(100, 100, 800)])));
    }

    [Fact]
    public void Numbers_are_counted_between_the_borders_of_the_export_before()
    {
        var before = ColumnProfile.Of("orders", new NumberColumn("amount", [.. Enumerable.Range(1, 1000).Select(i => (double)i)]))!;
        var now = ColumnProfile.Of("orders", new NumberColumn("amount", [.. Enumerable.Range(1, 1000).Select(i => i * 3.0)]), before.Borders)!;
        Assert.Equal(1000, before.Counts.Sum());
        Assert.All(before.Counts, count => Assert.InRange(count, 99, 101));
        Assert.Equal(700, now.Counts[now.Groups.ToList().FindIndex(group => group == $"over {before.Borders![^1]}")], 10.0);
        Assert.Single(Drift.Find(new([before]), new([now])));
    }

    [Fact]
    public void Words_of_few_people_are_not_kept()
    {
        var profile = ColumnProfile.Of("users", TextColumn.From("city", [.. Enumerable.Repeat("Beijing", 10), "Atlantis", null]))!;
        Assert.Equal(["(missing)", "Beijing", "(other)"], profile.Groups);
        Assert.Equal([1, 10, 1], profile.Counts);
    }

    [Fact]
    public void A_profile_reads_back_as_it_was_written()
    {
        var profile = new DataProfile([Words(1, 2, 3), ColumnProfile.Of("orders", new NumberColumn("amount", [0.1, 2.5, double.NaN]))!]);
        Assert.Equal(profile.ToJson(), DataProfile.TryRead(profile.ToJson())!.ToJson());
        Assert.Null(DataProfile.TryRead("{ broken"));
    }

    private static ColumnProfile Words(params long[] counts) => new("users", "channel", ["a", "b", "c"], counts);
}
