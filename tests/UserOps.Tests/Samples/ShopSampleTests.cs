using UserOps.Samples;

namespace UserOps.Tests.Samples;

public sealed class ShopSampleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shop-sample");

    [Fact]
    public void Equal_options_give_equal_bytes()
    {
        var options = new ShopOptions { Users = 400, Seed = 3, Days = 60 };
        Assert.Equal(Files(Write("a", options)), Files(Write("b", options)));
    }

    [Fact]
    public void Another_seed_gives_another_shop() =>
        Assert.NotEqual(Files(Write("a", new() { Users = 400, Seed = 3, Days = 60 })), Files(Write("b", new() { Users = 400, Seed = 4, Days = 60 })));

    [Fact]
    public void Exactly_as_many_people_sign_up_as_were_asked_for()
    {
        foreach (int users in (int[])[100, 1_234])
            Assert.Equal(users, new SampleFolder(Write(FormattableString.Invariant($"{users}"), new() { Users = users })).Users().Count);
    }

    [Fact]
    public void Rows_are_told_as_they_stand_in_the_files()
    {
        string folder = Path.Combine(_folder.FullName, "rows");
        var written = ShopSample.Write(folder, new() { Users = 300 }, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(8, written.Rows.Count);
        foreach ((string table, long rows) in written.Rows)
            Assert.Equal(rows, new SampleFolder(folder).Rows(table).LongCount());
    }

    [Fact]
    public void Every_day_is_reported()
    {
        var days = new List<int>();
        ShopSample.Write(_folder.FullName, new() { Users = 100, Days = 28 }, new Told(progress => days.Add(progress.Day)), TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, 28), days);
    }

    [Fact]
    public void A_cancelled_simulation_leaves_nothing_behind()
    {
        using var stop = new CancellationTokenSource();
        var after = new Told(progress => { if (progress.Day == 5) stop.Cancel(); });
        Assert.Throws<OperationCanceledException>(() => ShopSample.Write(_folder.FullName, new() { Users = 100 }, after, stop.Token));
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData(99, 182)]
    [InlineData(20_000_001, 182)]
    [InlineData(5_000, 27)]
    [InlineData(5_000, 731)]
    public void Sizes_out_of_range_are_refused_with_the_range(int users, int days)
    {
        var failure = Assert.Throws<UserOpsException>(() => Write("refused", new() { Users = users, Days = days }));
        Assert.Contains(" to ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_files_of_somebodys_own_is_left_alone()
    {
        string own = Path.Combine(_folder.CreateSubdirectory("own").FullName, "users.csv");
        File.WriteAllText(own, "mine");
        Assert.Contains("no sample", Assert.Throws<UserOpsException>(() => Write("own", new() { Users = 100 })).Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(own));
    }

    [Fact]
    public void A_folder_that_is_a_file_is_refused_in_one_message()
    {
        string file = Path.Combine(_folder.FullName, "taken");
        File.WriteAllText(file, "");
        Assert.Contains("taken", Assert.Throws<UserOpsException>(() => Write("taken", new())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shop_that_closes_before_the_campaigns_does_not_claim_them()
    {
        var truth = new SampleFolder(Write("short", new() { Users = 200, Days = 30 })).Truth;
        Assert.Equal(System.Text.Json.JsonValueKind.Null, truth.GetProperty("winback_coupon").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, truth.GetProperty("checkout_test").ValueKind);
        Assert.Empty(truth.GetProperty("calendar").GetProperty("days").EnumerateArray());
    }

    public void Dispose() => _folder.Delete(true);

    private string Write(string name, ShopOptions options) => ShopSample.Write(Path.Combine(_folder.FullName, name), options, cancellation: TestContext.Current.CancellationToken).Folder;

    private static string[] Files(string folder) =>
        [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => Path.GetFileName(file) + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))))];

    private sealed class Told(Action<ShopProgress> tell) : IProgress<ShopProgress>
    {
        public void Report(ShopProgress value) => tell(value);
    }
}
