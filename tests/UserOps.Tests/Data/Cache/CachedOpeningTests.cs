using UserOps.Data;
using UserOps.Data.Privacy;
using UserOps.Testing;

namespace UserOps.Tests.Data.Cache;

/// <summary>Opens with the cache in a folder that the environment names, which is one for the whole process.</summary>
[CollectionDefinition(nameof(CachedOpeningTests), DisableParallelization = true)]
public sealed class CacheEnvironment;

[Collection(nameof(CachedOpeningTests))]
public sealed class CachedOpeningTests : IDisposable
{
    private const string Csv = "user_id,event,at,phone\n0012,visit,2024-01-05 13:02:01,13812345678\n17,pay,2024/1/6,\n0012,pay,oops,13912345678\n";

    private readonly TemporaryFolder _folder = new();
    private readonly string? _before = Environment.GetEnvironmentVariable("USEROPS_CACHE");

    public CachedOpeningTests()
    {
        Environment.SetEnvironmentVariable("USEROPS_CACHE", _folder["cache"]);
        File.WriteAllText(_folder["events.csv"], Csv);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("USEROPS_CACHE", _before);
        _folder.Dispose();
    }

    private Dataset Open(OpenOptions? options = null) => Dataset.Open(_folder["events.csv"], options, cancellation: TestContext.Current.CancellationToken);

    private string[] Entries() => Directory.Exists(_folder["cache/tables"]) ? Directory.GetDirectories(_folder["cache/tables"]) : [];

    private static string Describe(Dataset data) => string.Join('\n',
        [data.Quality.ToString(), .. data.Table(TableKind.Events).Columns.Select(column => $"{column}: {string.Join(", ", Enumerable.Range(0, column.Length).Select(column.ValueAt))}")]);

    [Fact]
    public void The_second_opening_comes_from_the_cache_and_is_equal()
    {
        string first = Describe(Open());
        var written = File.GetLastWriteTimeUtc(Path.Combine(Assert.Single(Entries()), "checksums"));
        Assert.Equal(first, Describe(Open()));
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(Assert.Single(Entries()), "checksums")));
    }

    [Fact]
    public void A_damaged_entry_is_made_anew_and_never_trusted()
    {
        string first = Describe(Open()), rows = Path.Combine(Assert.Single(Entries()), "rows.parquet");
        byte[] good = File.ReadAllBytes(rows), bad = [.. good];
        bad[bad.Length / 3] ^= 4;
        File.WriteAllBytes(rows, bad);
        Assert.Equal(first, Describe(Open()));
        Assert.Equal(good, File.ReadAllBytes(rows));
    }

    [Fact]
    public void Nothing_is_sent_to_the_thread_that_waits_for_the_tables()
    {
        SynchronizationContext? before = SynchronizationContext.Current, window = new Window();
        SynchronizationContext.SetSynchronizationContext(window);
        try
        {
            Assert.Equal(Describe(Open()), Describe(Open()));
            Assert.Same(window, SynchronizationContext.Current);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
        Assert.Equal(0, ((Window)window).Posts);
    }

    private sealed class Window : SynchronizationContext
    {
        public int Posts { get; private set; }

        public override void Post(SendOrPostCallback d, object? state)
        {
            Posts++;
            base.Post(d, state);
        }
    }

    [Fact]
    public void Another_content_or_other_options_are_another_entry()
    {
        Open();
        Open(new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") });
        Assert.Equal(2, Entries().Length);
        File.AppendAllText(_folder["events.csv"], "9,visit,2024-01-07,\n");
        Assert.Equal(4, Open().Table(TableKind.Events).RowCount);
        Assert.Equal(3, Entries().Length);
    }

    [Fact]
    public void No_raw_personal_value_reaches_the_cache_unless_it_may_be_shown()
    {
        Assert.Equal("138****5678", Open().Table(TableKind.Events).Get<TextColumn>("phone")[0]);
        Assert.All(Directory.GetFiles(_folder["cache"], "*", SearchOption.AllDirectories), file => Assert.DoesNotContain("13812345678", File.ReadAllText(file)));
        Assert.Equal("13812345678", Open(new() { AllowPersonalData = true }).Table(TableKind.Events).Get<TextColumn>("phone")[0]);
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_told_once_and_the_data_are_complete()
    {
        File.WriteAllText(_folder["cache"], "a file in the way");
        var data = Open();
        Assert.Equal(3, data.Table(TableKind.Events).RowCount);
        Assert.Contains("USEROPS_CACHE", Assert.Single(data.Quality.Warnings));
        Assert.Equal(PersonalDataRule.Mask, data.PersonalData);
    }

    [Fact]
    public void Without_the_cache_nothing_is_written()
    {
        Open(new() { UseCache = false });
        Assert.Empty(Entries());
    }
}
