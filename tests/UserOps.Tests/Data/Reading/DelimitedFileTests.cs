using System.IO.Compression;
using System.Text;
using UserOps.Data;
using UserOps.Data.Reading;
using UserOps.Testing;

namespace UserOps.Tests.Data.Reading;

public sealed class DelimitedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(",", "comma")]
    [InlineData(";", "semicolon")]
    [InlineData("|", "bar")]
    [InlineData("\t", "tab")]
    public void The_delimiter_is_found(string delimiter, string name)
    {
        var source = Source("name;x,note".Replace(";", delimiter).Replace(",", delimiter) + "\n" + string.Join(delimiter, "a", "\"1;2,3|4\"", "b") + "\n");
        Assert.Equal(name, source.Delimiter);
        Assert.Equal(["name", "x", "note"], source.Header);
        Assert.Equal(["a", "1;2,3|4", "b"], Rows(source)[0]);
    }

    [Theory]
    [InlineData("sep=;\r\n", ";")]
    [InlineData("SEP=\t\n", "\t")]
    [InlineData("\uFEFFsep=,\r\n", ",")]
    public void The_line_that_tells_Excel_the_delimiter_is_understood(string line, string delimiter)
    {
        var source = Source(line + string.Join(delimiter, "user", "note, mostly".Replace(delimiter, "")) + "\n" + string.Join(delimiter, "a", "1;2".Replace(delimiter, "")) + "\n");
        Assert.Equal("user", source.Header[0]);
        Assert.Equal(2, source.Header.Count);
        using var rows = source.Open();
        Assert.True(rows.Read());
        Assert.Equal((3, "a"), (rows.Line, rows[0].ToString()));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_line_end_is_understood_and_lines_are_counted(string end)
    {
        var source = Source(string.Join(end, "a,b", "1,2", "", $"\"x{end}y\",3", "4,5"));
        using var rows = source.Open();
        List<(long, string)> found = [];
        while (rows.Read())
            found.Add((rows.Line, rows[0].ToString()));
        Assert.Equal([(2, "1"), (4, $"x{end}y"), (6, "4")], found);
    }

    [Theory]
    [InlineData("utf-8", false, "UTF-8 (detected)")]
    [InlineData("utf-8", true, "UTF-8 (byte-order mark)")]
    [InlineData("utf-16", true, "UTF-16 LE (byte-order mark)")]
    [InlineData("utf-16", false, "UTF-16 LE (detected)")]
    [InlineData("utf-16BE", true, "UTF-16 BE (byte-order mark)")]
    [InlineData("utf-16BE", false, "UTF-16 BE (detected)")]
    [InlineData("gb18030", false, "GB18030 (detected; GBK and GB2312 are parts of it)")]
    [InlineData("gbk", false, "GB18030 (detected; GBK and GB2312 are parts of it)")]
    public void The_encoding_is_found_and_stated(string name, bool withMark, string statement)
    {
        var encoding = TextEncoding.Named(name);
        string text = "user_id,城市,amount\n1001,北京市,12.50\n1002,上海市,8.00\n1003,广州市,3.25\n";
        var source = Source(withMark ? [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] : encoding.GetBytes(text));
        Assert.Equal(statement, source.Encoding);
        Assert.Equal(["user_id", "城市", "amount"], source.Header);
        Assert.Equal(["1002", "上海市", "8.00"], Rows(source)[1]);
    }

    [Fact]
    public void Chinese_that_begins_late_in_the_file_is_found_as_well()
    {
        string text = "id,note\n" + string.Concat(Enumerable.Repeat("1,plain\n", 100_000)) + "2,用户运营\n";
        var source = Source(TextEncoding.Named("gbk").GetBytes(text));
        Assert.StartsWith("GB18030", source.Encoding);
        Assert.Equal(["2", "用户运营"], Rows(source)[^1]);
    }

    [Fact]
    public void A_character_over_the_border_of_two_blocks_is_still_UTF_8()
    {
        string text = "id,note\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{i},用户{new string('x', i % 7)}\n"));
        Assert.Equal("UTF-8 (detected)", Source(Encoding.UTF8.GetBytes(text)).Encoding);
    }

    [Fact]
    public void A_damaged_byte_does_not_turn_UTF_8_into_another_encoding()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("id,city\n" + string.Concat(Enumerable.Repeat("1,用户运营\n", 200)) + "2,x~y\n");
        bytes[Array.LastIndexOf(bytes, (byte)'~')] = 0xFF;
        var source = Source(bytes);
        Assert.Equal("UTF-8 (detected, with damaged bytes)", source.Encoding);
        Assert.Equal(["1", "用户运营"], Rows(source)[0]);
        Assert.Equal(["2", "x\uFFFDy"], Rows(source)[^1]);
    }

    [Fact]
    public void A_first_row_of_data_is_remarked_on() =>
        Assert.Contains("looks like data (1, 2, 3)", Assert.Single(DelimitedFile.Source(PublicData.Path("csv-corpus/csvkit/examples/no_header_row3.csv"), new()).Guesses));

    [Fact]
    public void Western_bytes_are_not_taken_for_Chinese() =>
        Assert.Equal(["4", "5", "©"], Rows(DelimitedFile.Source(PublicData.Path("csv-corpus/csvkit/examples/test_latin1.csv"), new()))[1]);

    [Fact]
    public void The_encoding_can_be_given()
    {
        var source = Source(TextEncoding.Named("shift_jis").GetBytes("a,b\n1,日本\n"), new() { Encoding = TextEncoding.Named("shift_jis") });
        Assert.Equal("SHIFT_JIS (given)", source.Encoding);
        Assert.Equal(["1", "日本"], Rows(source)[0]);
    }

    [Fact]
    public void Gzip_is_recognised_by_content()
    {
        string path = _folder["packed.csv"];
        using (var file = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            file.Write("a,b\n1,2\n"u8);
        Assert.Equal(["1", "2"], Rows(DelimitedFile.Source(path, new()))[0]);
    }

    [Theory]
    [InlineData("test_utf16_big.csv", "UTF-16 BE (byte-order mark)")]
    [InlineData("test_utf16_little.csv", "UTF-16 LE (byte-order mark)")]
    [InlineData("test_utf8_bom.csv", "UTF-8 (byte-order mark)")]
    public void Marked_files_of_csvkit_read_as_their_plain_one(string name, string statement)
    {
        var source = DelimitedFile.Source(PublicData.Path($"csv-corpus/csvkit/examples/{name}"), new());
        Assert.Equal(statement, source.Encoding);
        Assert.Equal([["1", "2", "3"], ["4", "5", "ʤ"]], Rows(source));
    }

    [Theory]
    [InlineData("mac_newlines.csv", 2)]
    [InlineData("test_skip_lines.csv", 1)]
    [InlineData("optional_quote_characters.csv", 1)]
    [InlineData("sniff_limit.csv", 1)]
    [InlineData("null_byte.csv", 1)]
    [InlineData("dummy.csv.gz", 1)]
    [InlineData("dummy.tsv", 1)]
    [InlineData("iris.csv", 150)]
    public void Odd_files_of_csvkit_have_the_rows_that_stand_in_them(string name, int rows)
    {
        var source = DelimitedFile.Source(PublicData.Path($"csv-corpus/csvkit/examples/{name}"), new());
        Assert.True(source.Header.Count > 1);
        Assert.Equal(rows, Rows(source).Count);
    }

    [Fact]
    public void Headers_are_trimmed_and_made_distinct()
    {
        var source = Source(" a ,\"b\n c\",,a\n1,2,3,4\n");
        Assert.Equal(["a", "b c", "column_3", "a_2"], source.Header);
    }

    [Fact]
    public void Space_aligned_columns_are_read_under_given_names()
    {
        var table = TypedTable.Open(PublicData.Path("cdnow/CDNOW_sample.txt"),
            new() { ColumnNames = ["master_id", "customer_id", "date", "cds", "amount"], UseCache = false });
        Assert.Equal(6_919, table.RowCount);
        Assert.Equal("0001", table.Get<TextColumn>("customer_id")[0]);
        Assert.Equal(2_357, table.Get<TextColumn>("customer_id").Words.Length);
        Assert.Equal(new DateTime(1997, 1, 1), table.Get<TimeColumn>("date").ValueAt(0));
        Assert.Equal(29.33, table.Get<NumberColumn>("amount").Values[0]);
    }

    private TableSource Source(string text) => Source(Encoding.UTF8.GetBytes(text));

    private TableSource Source(byte[] bytes, OpenOptions? options = null)
    {
        File.WriteAllBytes(_folder["file.csv"], bytes);
        return DelimitedFile.Source(_folder["file.csv"], options ?? new());
    }

    private static List<string[]> Rows(TableSource source)
    {
        List<string[]> all = [];
        using var rows = source.Open();
        while (rows.Read())
            all.Add([.. Enumerable.Range(0, rows.FieldCount).Select(i => rows[i].ToString())]);
        return all;
    }
}
