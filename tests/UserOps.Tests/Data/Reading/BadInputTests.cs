using System.IO.Compression;
using UserOps.Data;
using UserOps.Testing;

namespace UserOps.Tests.Data.Reading;

/// <summary>Each kind of bad input gives one message that says what was found, where, and what to do.</summary>
public sealed class BadInputTests : IDisposable
{
    private static readonly OpenOptions NoCache = new() { UseCache = false };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_empty_file() => Refused("", "'events.csv' is empty", "Export it again");

    [Fact]
    public void A_file_of_blank_lines() => Refused("\n \n\r\n", "'events.csv' is empty");

    [Fact]
    public void A_header_without_rows() => Refused("user_id,event,at\n", "'events.csv' has a header but no rows");

    [Fact]
    public void A_binary_file()
    {
        byte[] bytes = new byte[4096];
        new Random(1).NextBytes(bytes);
        Refused(bytes, "'events.csv' is no delimited text");
    }

    [Theory]
    [InlineData("%PDF-1.7 and so on", "a PDF")]
    [InlineData("PK\u0003\u0004 and so on", "a zip archive or a workbook")]
    [InlineData("SQLite format 3", "an SQLite database")]
    public void A_file_of_another_kind(string start, string what) => Refused(start, what);

    [Fact]
    public void A_wrong_delimiter() =>
        Refused("user_id,event,at\n1,visit,2024-01-05\n", NoCache with { Delimiter = ';' }, "has one column when cut at semicolon; comma would give 3");

    [Fact]
    public void A_single_line_of_ten_megabytes() => Refused(new string('x', 10_000_000), "the row that begins on line 1 is longer than 1,048,576 characters");

    [Fact]
    public void A_row_of_ten_megabytes_names_its_line() =>
        Refused("user_id,event,at\n1,a,2024-01-05\n2," + new string('x', 10_000_000) + ",2024-01-05\n", "the row that begins on line 3 is longer");

    [Fact]
    public void A_quote_that_is_never_closed() =>
        Refused("user_id,event,at\n1,visit,2024-01-05\n2,\"visit,2024-01-05\n3,visit,2024-01-05\n4,visit,2024-01-05\n",
            "a quote opened in the row that begins on line 3 is never closed");

    [Fact]
    public void Mostly_ragged_rows() =>
        Refused("user_id,event,at\n1,visit\n2,visit,2024-01-05\n3\n", "2 of 3 rows have another number of fields than the header (3, cut at comma), first on line 2", "RaggedLimit");

    [Fact]
    public void Market_baskets_without_header_are_refused_rather_than_cut() =>
        Assert.Contains("rows have another number of fields than the header",
            Assert.Throws<UserOpsException>(() => TypedTable.Open(PublicData.Path("groceries/groceries.csv.gz"), NoCache)).Message);

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.9)]
    public void A_truncated_gzip(double share)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var text = new StreamWriter(gzip))
        {
            text.Write("user_id,event,at\n");
            var random = new Random(1);
            for (int i = 0; i < 20_000; i++)
                text.Write($"{random.Next()},visit,2024-01-05\n");
        }
        Refused(packed.ToArray()[..(int)(packed.Length * share)], "'events.csv' is damaged: its gzip data end early or do not unpack. Copy or export the file again.");
    }

    [Fact]
    public void A_gzip_of_several_pieces_is_read_whole_and_one_that_lacks_its_end_is_refused()
    {
        byte[] one = Pack("user_id,event,at\n1,visit,2024-01-05\n"), two = Pack("2,visit,2024-01-06\n");
        File.WriteAllBytes(_folder["events.csv.gz"], [.. one, .. two]);
        Assert.Equal(2, Open(_folder["events.csv.gz"]).Events.Count);
        Refused(one[..^3], "is damaged");
    }

    private static byte[] Pack(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    [Fact]
    public void A_path_that_does_not_exist() =>
        Assert.Contains("does not exist", Assert.Throws<UserOpsException>(() => Open(_folder["absent.csv"])).Message);

    [Fact]
    public void A_folder_without_tables()
    {
        File.WriteAllText(_folder["readme.md"], "hello");
        Assert.Contains("holds no file that can be read", Assert.Throws<UserOpsException>(() => Open(_folder.Path)).Message);
    }

    [Fact]
    public void A_file_that_may_not_be_read()
    {
        File.WriteAllText(_folder["events.csv"], "user_id,event,at\n");
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
            Assert.Skip("This user may read every file.");
        else
            File.SetUnixFileMode(_folder["events.csv"], UnixFileMode.None);
        Assert.Contains("access is denied", Assert.Throws<UserOpsException>(() => Open(_folder["events.csv"])).Message);
    }

    [Fact]
    public void Two_files_of_one_table_with_different_columns()
    {
        File.WriteAllText(_folder["orders_2023.csv"], "user_id,at,amount,coupon\n1,2023-01-05,2,x\n");
        File.WriteAllText(_folder["orders_2024.csv"], "user_id,at,amount,channel\n1,2024-01-05,2,ads\n");
        string message = Assert.Throws<UserOpsException>(() => Open(_folder.Path)).Message;
        Assert.Contains("'orders_2023.csv' and 'orders_2024.csv' both hold orders but have different columns", message);
        Assert.Contains("only 'orders_2023.csv' has coupon. only 'orders_2024.csv' has channel.", message);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        File.WriteAllText(_folder["events.csv"], "user_id,event,at\n1,visit,2024-01-05\n");
        Assert.Throws<OperationCanceledException>(() => Dataset.Open(_folder.Path, NoCache, cancellation: new CancellationToken(canceled: true)));
    }

    private static Dataset Open(string path) => Dataset.Open(path, NoCache);

    private void Refused(string text, params string[] parts) => Refused(text, NoCache, parts);

    private void Refused(string text, OpenOptions options, params string[] parts) => Refused(System.Text.Encoding.UTF8.GetBytes(text), options, parts);

    private void Refused(byte[] bytes, params string[] parts) => Refused(bytes, NoCache, parts);

    private void Refused(byte[] bytes, OpenOptions options, string[] parts)
    {
        File.WriteAllBytes(_folder["events.csv"], bytes);
        string message = Assert.Throws<UserOpsException>(() => Dataset.Open(_folder["events.csv"], options)).Message;
        Assert.All(parts, part => Assert.Contains(part, message));
    }
}
