using CsCheck;
using UserOps.Data;
using UserOps.Data.Cache;
using UserOps.Data.Reading;
using UserOps.Testing;

namespace UserOps.Tests.Data.Cache;

public sealed class TableCacheTests : IDisposable
{
    private const string Key = "00112233445566778899aabbccddeeff";
    private static readonly string[] Files = ["rows.parquet", "words.parquet", "table.json", "checksums"];

    private readonly TemporaryFolder _folder = new();
    private TableCache Cache => new(_folder.Path);
    private string Entry => CacheFolder.EntryOf(_folder.Path, Key);

    public void Dispose() => _folder.Dispose();

    private static TableReading Reading(params Column[] columns) => new(new("events", columns), new()
    {
        Table = "events",
        Files = [new("a.csv", "events", 4, "00ff"), new("b.csv", "events", 6, "ff00")],
        Encoding = "GB18030, found in the text",
        Delimiter = "comma",
        RowsRead = 12,
        RowsKept = 10,
        Dropped = [new("another number of fields", 2, [new("a.csv", 3, "a;b"), new("b.csv", 7, "用户")])],
        Columns = [new("at", "时间", "time (day/month/year)", 1) { Coerced = [new("no date", 1, [new("a.csv", 4, "n/a")])] }],
        Guesses = ["The first row is a header."],
    });

    private static TableReading Sample() => Reading(
        TextColumn.From("user_id", ["0012", null, "用户", "0012"]), new NumberColumn("amount", [1.5, double.NaN, -0.0, double.MaxValue]),
        new TimeColumn("at", [1, TimeColumn.Missing, DateTime.MaxValue.Ticks, 0]), new FlagColumn("paid", [1, 0, -1, 1]));

    [Fact]
    public void What_was_kept_is_found_again_with_its_quality()
    {
        Cache.Keep(Key, Sample());
        var found = Cache.Find(Key)!;
        AssertEqual(Sample().Table, found.Table);
        Assert.Equivalent(Sample().Quality, found.Quality, strict: true);
        Assert.Null(Cache.Find("ffeeddccbbaa99887766554433221100"));
    }

    [Fact]
    public void Words_left_in_the_cache_are_there_when_asked_for_even_after_it_was_cleared()
    {
        Cache.Keep(Key, Sample());
        var left = Cache.Leave(Key, Sample(), _ => false);
        CacheFolder.Clear(_folder.Path);
        AssertEqual(Sample().Table, left.Table);
    }

    [Fact]
    public void A_table_that_was_not_kept_stays_in_memory()
    {
        var reading = Sample();
        Assert.Same(reading, Cache.Leave(Key, reading, _ => false));
    }

    [Fact]
    public void Any_table_comes_back_as_it_was()
    {
        var words = Gen.OneOf(Gen.Const((string?)null), Gen.String[Gen.Char['!', '鿿'], 0, 5].Select(word => (string?)word));
        var rows = Gen.Select(words, Gen.Double, Gen.Long, Gen.SByte[-1, 1]).Array[0, 40];
        rows.Sample(row =>
        {
            using var folder = new TemporaryFolder();
            var table = Reading(
                TextColumn.From("a.b", row.Select(r => r.Item1)), new NumberColumn("用户 \"x\"", [.. row.Select(r => r.Item2)]),
                new TimeColumn("", [.. row.Select(r => r.Item3)]), new FlagColumn("a b", [.. row.Select(r => r.Item4)]), TextColumn.From("none", row.Select(_ => (string?)null)));
            var cache = new TableCache(folder.Path, keepPersonalData: true);
            cache.Keep(Key, table);
            AssertEqual(table.Table, cache.Find(Key)!.Table);
        }, iter: 60);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(999_999)]
    [InlineData(1_000_000)]
    [InlineData(2_000_001)]
    public void Tables_at_the_edges_of_row_groups_come_back_whole(int rows)
    {
        var reading = Reading(new TimeColumn("at", [.. Enumerable.Range(0, rows).Select(i => 638_000_000_000_000_000 + i * 9_999_999L)]));
        Cache.Keep(Key, reading);
        AssertEqual(reading.Table, Cache.Find(Key)!.Table);
    }

    [Theory]
    [InlineData("rows.parquet")]
    [InlineData("words.parquet")]
    [InlineData("table.json")]
    [InlineData("checksums")]
    public void A_flipped_bit_a_lost_end_or_a_lost_file_is_found_and_the_entry_made_anew(string file)
    {
        string path = Path.Combine(Entry, file);
        Action<byte[]>[] damages =
        [
            bytes => File.WriteAllBytes(path, bytes[..^1]), bytes => File.WriteAllBytes(path, []), _ => File.Delete(path),
            .. Enumerable.Range(0, 5).Select<int, Action<byte[]>>(i => bytes => File.WriteAllBytes(path, Flip(bytes, i * (bytes.Length - 1) / 4))),
        ];
        foreach (var damage in damages)
        {
            Cache.Keep(Key, Sample());
            damage(File.ReadAllBytes(path));
            Assert.Null(Cache.Find(Key));
            Assert.False(Directory.Exists(Entry));
        }
        Cache.Keep(Key, Sample());
        Assert.NotNull(Cache.Find(Key));
    }

    [Fact]
    public void An_entry_of_another_version_or_under_another_key_is_not_taken()
    {
        Cache.Keep(Key, Sample());
        string other = CacheFolder.EntryOf(_folder.Path, "ffffffffffffffffffffffffffffffff");
        Directory.Move(Entry, other);
        Assert.Null(Cache.Find(Path.GetFileName(other)));

        Cache.Keep(Key, Sample());
        string description = Path.Combine(Entry, "table.json");
        File.WriteAllText(description, File.ReadAllText(description).Replace("\"Version\":1", "\"Version\":0", StringComparison.Ordinal));
        File.Delete(Path.Combine(Entry, "checksums"));
        Checksums.Write(Entry, Files[..3]);
        Assert.Null(Cache.Find(Key));
    }

    [Fact]
    public void Nothing_but_whole_entries_is_left_behind()
    {
        Cache.Keep(Key, Sample());
        Cache.Keep(Key, Sample());
        Assert.Equal([Key], Directory.GetFileSystemEntries(Path.Combine(_folder.Path, "tables")).Select(Path.GetFileName));
        Assert.Equal(Files.Order(), Directory.GetFiles(Entry).Select(path => Path.GetFileName(path)).Order());
    }

    [Fact]
    public void Only_the_owner_may_look_in()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no modes; the user's own folder protects the cache.");
            return;
        }
        Cache.Keep(Key, Sample());
        string[] folders = [Path.Combine(_folder.Path, "tables"), Entry];
        foreach (string folder in folders)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        foreach (string file in Directory.GetFiles(Entry))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_gives_one_warning_and_no_failure()
    {
        File.WriteAllText(_folder["file"], "");
        var cache = new TableCache(Path.Combine(_folder["file"], "below a file"));
        cache.Keep(Key, Sample());
        cache.Keep(Key, Sample());
        Assert.Contains("USEROPS_CACHE", cache.Warning);
        Assert.Null(cache.Find(Key));
    }

    [Fact]
    public void A_failure_while_keeping_gives_one_warning_and_leaves_nothing_half_done()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "tables"));
        File.WriteAllText(Entry, "in the way");
        var cache = Cache;
        cache.Keep(Key, Sample());
        Assert.Contains("results are complete", cache.Warning);
        Assert.Equal([Entry], Directory.GetFileSystemEntries(Path.Combine(_folder.Path, "tables")));
    }

    [Fact]
    public void Raw_personal_data_are_kept_only_when_that_was_asked_for()
    {
        var personal = Reading(TextColumn.From("user_id", ["a"]), TextColumn.From("phone", ["13812345678"]));
        var ids = Reading(TextColumn.From("user_id", ["13812345678", "b"]));
        foreach (var reading in new[] { personal, ids })
        {
            Cache.Keep(Key, reading);
            Assert.Null(Cache.Find(Key));
        }
        new TableCache(_folder.Path, keepPersonalData: true).Keep(Key, personal);
        Assert.NotNull(Cache.Find(Key));
    }

    [Fact]
    public void Masked_columns_are_kept()
    {
        Cache.Keep(Key, Reading(TextColumn.From("phone", ["138****5678", null]), TextColumn.From("姓名", ["张**", "李**"])));
        Assert.NotNull(Cache.Find(Key));
    }

    private static byte[] Flip(byte[] bytes, int place)
    {
        bytes[place] ^= 1;
        return bytes;
    }

    private static void AssertEqual(TypedTable expected, TypedTable actual)
    {
        Assert.Equal(expected.Columns.Select(column => (column.Name, column.GetType())), actual.Columns.Select(column => (column.Name, column.GetType())));
        Assert.Equal(expected.RowCount, actual.RowCount);
        foreach (var (before, after) in expected.Columns.Zip(actual.Columns))
            switch (before, after)
            {
                case (TextColumn a, TextColumn b): Assert.Equal(a.Codes, b.Codes); Assert.Equal(a.Words, b.Words); break;
                case (NumberColumn a, NumberColumn b): Assert.Equal(a.Values.Select(BitConverter.DoubleToInt64Bits), b.Values.Select(BitConverter.DoubleToInt64Bits)); break;
                case (TimeColumn a, TimeColumn b): Assert.True(a.Ticks.AsSpan().SequenceEqual(b.Ticks)); break;
                case (FlagColumn a, FlagColumn b): Assert.Equal(a.Flags, b.Flags); break;
            }
    }
}
