using UserOps.Data;
using UserOps.Features;
using UserOps.Segments.Clustering;
using UserOps.Testing;

namespace UserOps.Tests.Segments.Clustering;

public sealed class ClusterModelTests : IDisposable
{
    private static readonly ClusterResult Found = Blobs.Table(3).Clusters(new() { Clusters = 3 });
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Users_go_back_to_the_clusters_that_they_made() =>
        Assert.Equal(Found.Assignment.Labels, Found.Model.Assign(Blobs.Table(3)).Labels);

    [Fact]
    public void New_users_of_the_same_kinds_go_to_the_same_clusters()
    {
        var users = Found.Model.Assign(Blobs.Table(77));
        Assert.Equal([60, 50, 40], Enumerable.Range(0, 3).Select(cluster => users.Members(cluster).Count));
        Assert.Empty(users.Notes);
    }

    [Fact]
    public void Users_unlike_anybody_before_are_pointed_out()
    {
        var users = Found.Model.Assign(Blobs.Table(("spend", [10, 9_999]), ("visits", [3.5, 3.5]), ("days", [61, 61]), ("noise", [0.5, 0.5])));
        Assert.Equal([1], users.Unlike);
        Assert.Contains("Make the clusters anew", users.Notes.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_model_assigns_exactly_as_before()
    {
        Found.Model.Save(_folder["clusters.json"]);
        var loaded = ClusterModel.Load(_folder["clusters.json"]);
        Assert.Equal(Found.Model.Features, loaded.Features);
        Assert.Equal(Found.Model.Centres, loaded.Centres);
        Assert.Equal(Found.Assignment.Labels, loaded.Assign(Blobs.Table(3)).Labels);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    [InlineData(0)]
    public void A_file_that_is_cut_short_is_refused(double share)
    {
        Found.Model.Save(_folder["clusters.json"]);
        string text = File.ReadAllText(_folder["clusters.json"]);
        File.WriteAllText(_folder["clusters.json"], text[..(int)(share * text.Length)]);
        Assert.Contains("cut short", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_changed_number_is_refused()
    {
        Found.Model.Save(_folder["clusters.json"]);
        string text = File.ReadAllText(_folder["clusters.json"]);
        File.WriteAllText(_folder["clusters.json"], text.Replace("150", "151", StringComparison.Ordinal));
        Assert.Contains("was changed", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_version_or_kind_is_refused_with_both_named()
    {
        Found.Model.Save(_folder["clusters.json"]);
        string text = File.ReadAllText(_folder["clusters.json"]);
        File.WriteAllText(_folder["clusters.json"], text.Replace("\"Version\":1", "\"Version\":7", StringComparison.Ordinal));
        Assert.Contains("has form 7 of 'userops clusters'; this version reads form 1", Refusal(), StringComparison.Ordinal);
        File.WriteAllText(_folder["clusters.json"], text.Replace("userops clusters", "something else", StringComparison.Ordinal));
        Assert.Contains("holds 'something else'; a file of 'userops clusters'", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused_by_its_name() =>
        Assert.Contains("clusters.json", Refusal(), StringComparison.Ordinal);

    [Fact]
    public void A_table_without_a_feature_of_the_model_is_refused_with_the_difference()
    {
        var problem = Assert.Throws<UserOpsException>(() => Found.Model.Assign(Blobs.Table(("spend", [1]), ("other", [2]))));
        Assert.Contains("compares users by visits, days, noise, which the table lacks; it has: spend, other", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_with_words_where_the_model_needs_numbers_is_refused()
    {
        var table = FeatureTable.From(new("t", [
            TextColumn.From("id", ["a"]), TextColumn.From("spend", ["much"]), new NumberColumn("visits", [1]), new NumberColumn("days", [1]), new NumberColumn("noise", [1]),
        ]), "id");
        Assert.Contains("needs 'spend' as a number", Assert.Throws<UserOpsException>(() => Found.Model.Assign(table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cluster_that_is_not_there_is_refused_with_those_there_are() =>
        Assert.Contains("there are 3", Assert.Throws<UserOpsException>(() => Found.Assignment.Members(3)).Message, StringComparison.Ordinal);

    private string Refusal() => Assert.Throws<UserOpsException>(() => ClusterModel.Load(_folder["clusters.json"])).Message;
}
