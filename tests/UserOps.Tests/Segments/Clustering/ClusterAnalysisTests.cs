using UserOps.Data;
using UserOps.Features;
using UserOps.Segments.Clustering;

namespace UserOps.Tests.Segments.Clustering;

public class ClusterAnalysisTests
{
    private static readonly ClusterResult Found = Blobs.Table(3).Clusters();

    [Fact]
    public void Three_kinds_that_stand_apart_are_found_chosen_and_found_again()
    {
        Assert.Equal(3, Found.Choice.Chosen.Clusters);
        Assert.True(Found.Choice.Chosen.IsStable);
        Assert.Equal([60, 50, 40], Found.Profiles.Select(profile => profile.Users));
        Assert.Equal(1, AdjustedRand.Of([.. Found.Assignment.Labels], Blobs.Truth(3)), 1e-12);
        Assert.Empty(Found.Choice.Notes);
    }

    [Fact]
    public void Every_user_is_in_exactly_one_cluster()
    {
        var found = Found.Assignment;
        Assert.Equal(found.Table.Ids.Order(StringComparer.Ordinal), Enumerable.Range(0, 3).SelectMany(found.Members).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Words_name_what_sets_a_cluster_apart_with_typical_values_of_it_and_of_the_others()
    {
        Assert.Equal("1 · high days, low spend", Found.Profiles[0].Name);
        Assert.StartsWith("high: days 6", Found.Profiles[0].Description, StringComparison.Ordinal);
        Assert.Contains("low: spend 10.", Found.Profiles[0].Description, StringComparison.Ordinal);
        Assert.Contains("(others 6", Found.Profiles[0].Description, StringComparison.Ordinal);
        Assert.DoesNotContain("noise", Found.Profiles[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flag_is_told_as_a_share()
    {
        var table = FeatureTable.From(
            new("t", [TextColumn.From("id", Enumerable.Range(0, 40).Select(i => $"u{i}")), new FlagColumn("member", [.. Enumerable.Range(0, 40).Select(i => (sbyte)(i / 20))])]), "id");
        var found = table.Clusters(new() { Clusters = 2 });
        Assert.Contains(found.Profiles, profile => profile.Description.Replace('\u00a0', ' ') == "high: member 100 % (others 0 %)");
    }

    [Fact]
    public void Users_who_differ_by_degrees_only_are_told_so()
    {
        var random = new Random(4);
        var table = Blobs.Table(("a", Normal(random)), ("b", Normal(random)), ("c", Normal(random)));
        Assert.Contains(table.Clusters(new() { Most = 4 }).Notes, note => note.Contains("drawn, not found", StringComparison.Ordinal));

        static double[] Normal(Random random) => [.. Enumerable.Range(0, 300).Select(_ => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1))];
    }

    [Fact]
    public void Equal_seeds_give_equal_clusters()
    {
        ClusterResult one = Blobs.Table(3).Clusters(new() { Clusters = 3, Seed = 9 }), two = Blobs.Table(3).Clusters(new() { Clusters = 3, Seed = 9 });
        Assert.Equal(one.Assignment.Labels, two.Assignment.Labels);
        Assert.Equal(one.ToString(), two.ToString());
    }

    [Fact]
    public void The_page_has_a_heat_map_a_profile_and_the_curve()
    {
        string page = Found.Render()[Display.MimeBundle.Html]!;
        Assert.Contains("Kinds of users", page, StringComparison.Ordinal);
        Assert.Contains("Typical users of each kind", page, StringComparison.Ordinal);
        Assert.Contains("How many clusters", page, StringComparison.Ordinal);
        Assert.Contains("How features were prepared", page, StringComparison.Ordinal);
        Assert.StartsWith("<svg", Found.ToChart().ToSvg(), StringComparison.Ordinal);
        Assert.StartsWith("<svg", Found.Choice.ToChart()!.ToSvg(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1 clusters were asked for; 2 or more")]
    [InlineData(-3, "-3 clusters were asked for; 2 or more")]
    [InlineData(16, "150 users; 160 (10 for each of 16 clusters)")]
    public void A_number_of_clusters_that_cannot_be_is_refused(int clusters, string message) =>
        Assert.Contains(message, Assert.ThrowsAny<UserOpsException>(() => Blobs.Table(3).Clusters(new() { Clusters = clusters })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_range_that_is_upside_down_is_refused() =>
        Assert.Contains("5 to 3 clusters", Assert.Throws<UserOpsException>(() => Blobs.Table(3).Clusters(new() { Fewest = 5, Most = 3 })).Message, StringComparison.Ordinal);

    [Fact]
    public void Infinite_values_are_refused_by_the_name_of_the_feature()
    {
        double[] values = [.. Enumerable.Range(0, 50).Select(i => i == 7 ? double.PositiveInfinity : i)];
        Assert.Contains("'spend'", Assert.Throws<UserOpsException>(() => Blobs.Table(("spend", values)).Clusters(new() { Clusters = 2 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Users_of_whom_too_few_differ_are_refused()
    {
        var table = Blobs.Table(("a", [.. Enumerable.Range(0, 60).Select(i => (double)(i % 2))]));
        Assert.Contains("only 2 differ", Assert.Throws<InsufficientDataException>(() => table.Clusters(new() { Clusters = 3 })).Message, StringComparison.Ordinal);
    }
}
