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
        Found.Model.Save(_folder["clusters"]);
        var loaded = ClusterModel.Load(_folder["clusters"]);
        Assert.Equal(Found.Model.Features, loaded.Features);
        Assert.Equal(Found.Model.Centres, loaded.Centres);
        Assert.Equal(Found.Assignment.Labels, loaded.Assign(Blobs.Table(3)).Labels);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void A_file_that_is_cut_short_is_refused(double share)
    {
        Found.Model.Save(_folder["clusters"]);
        byte[] bytes = File.ReadAllBytes(_folder["clusters"]);
        File.WriteAllBytes(_folder["clusters"], bytes[..(int)(share * bytes.Length)]);
        Assert.Contains("cut short or changed", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_changed_byte_is_refused()
    {
        Found.Model.Save(_folder["clusters"]);
        byte[] bytes = File.ReadAllBytes(_folder["clusters"]);
        bytes[^100] ^= 1;
        File.WriteAllBytes(_folder["clusters"], bytes);
        Assert.Contains("cut short or changed", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_kind_or_form_is_refused_with_both_named()
    {
        new ModelFile("churn", 1).Write(_folder["clusters"], new Dictionary<string, byte[]>());
        Assert.Contains("holds a model of churn; one of clusters is needed", Refusal(), StringComparison.Ordinal);
        new ModelFile("clusters", 7).Write(_folder["clusters"], new Dictionary<string, byte[]>());
        Assert.Contains("has form 7; this version reads form 1", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_holds_something_else_is_refused()
    {
        File.WriteAllText(_folder["clusters"], "{}");
        Assert.Contains("holds no model", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused_by_its_name() =>
        Assert.Contains("clusters", Refusal(), StringComparison.Ordinal);

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

    private string Refusal() => Assert.Throws<UserOpsException>(() => ClusterModel.Load(_folder["clusters"])).Message;
}
