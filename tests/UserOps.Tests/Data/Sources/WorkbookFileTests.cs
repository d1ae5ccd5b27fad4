using MiniExcelLibs;
using UserOps.Data.Reading;
using UserOps.Data.Sources;
using UserOps.Testing;

namespace UserOps.Tests.Data.Sources;

public sealed class WorkbookFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Workbook(params (string Sheet, Dictionary<string, object?>[] Rows)[] sheets)
    {
        string path = _folder[$"{Guid.NewGuid():N}.xlsx"];
        MiniExcel.SaveAs(path, sheets.ToDictionary(sheet => sheet.Sheet, sheet => (object)sheet.Rows));
        return path;
    }

    private static Dictionary<string, object?> Row(params (string Name, object? Value)[] cells) => cells.ToDictionary(cell => cell.Name, cell => cell.Value);

    [Fact]
    public void Ids_keep_their_digits_and_dates_are_dates()
    {
        string path = Workbook(("Sheet1",
        [
            Row(("用户ID", "0012"), ("订单号", 123456789012345.0), ("amount", 1234.5), ("at", new DateTime(2024, 1, 5, 13, 2, 1)), ("paid", true)),
            Row(("用户ID", 17850.0), ("订单号", 1e20), ("amount", 0.1 + 0.2), ("at", new DateTime(2024, 1, 6)), ("paid", null)),
        ]));
        var source = Assert.Single(WorkbookFile.Sources(path));
        Assert.Equal(
            ["用户ID|订单号|amount|at|paid", "0012|123456789012345|1234.5|2024-01-05 13:02:01|true", "17850|100000000000000000000|0.3|2024-01-06|"], RowText.Of(source));
        Assert.Equal((Path.GetFileName(path), Path.GetFileNameWithoutExtension(path)), (source.File, source.Name));
        Assert.Equal(ContentHash.Of(path), source.Hash);
    }

    [Fact]
    public void Every_sheet_with_a_header_is_a_table_of_its_name()
    {
        string path = Workbook(("orders", [Row(("user_id", "a"))]), ("notes", []), ("users", [Row(("user_id", "b"), ("渠道", "微信"))]));
        var sources = WorkbookFile.Sources(path);
        Assert.Equal(["orders", "users"], sources.Select(source => source.Name));
        Assert.Equal($"{Path.GetFileName(path)} · users", sources[1].File);
        Assert.Equal(["user_id|渠道", "b|微信"], RowText.Of(sources[1]));
    }

    [Fact]
    public void Blank_rows_are_skipped_and_lines_are_those_of_the_sheet()
    {
        string path = Workbook(("Sheet1", [Row(("a", 1), ("b", 2)), Row(("a", null), ("b", null)), Row(("a", 3), ("b", null))]));
        using var rows = new WorkbookRows(path, "x", "Sheet1");
        Assert.True(rows.Read());
        Assert.Equal(2, rows.Line);
        Assert.True(rows.Read());
        Assert.Equal((4, 2, "3", ""), (rows.Line, rows.FieldCount, rows[0].ToString(), rows[1].ToString()));
        Assert.False(rows.Read());
    }

    [Fact]
    public void Values_beyond_the_header_make_a_row_ragged()
    {
        string path = _folder["wide.xlsx"];
        MiniExcel.SaveAs(path, new[] { Row(("x", "a"), ("y", "b"), ("z", null)), Row(("x", "1"), ("y", "2"), ("z", null)), Row(("x", "1"), ("y", "2"), ("z", "3")) }, printHeader: false);
        using var rows = new WorkbookRows(path, "x", "Sheet1");
        Assert.Equal(["a", "b"], rows.Header);
        Assert.True(rows.Read());
        Assert.Equal(2, rows.FieldCount);
        Assert.True(rows.Read());
        Assert.Equal(3, rows.FieldCount);
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x14, 0, 0, 0 })]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 })]
    public void A_file_that_is_no_workbook_is_refused_in_one_message(byte[] bytes)
    {
        File.WriteAllBytes(_folder["bad.xlsx"], bytes);
        Assert.Contains("save it again as .xlsx or CSV", Assert.Throws<UserOpsException>(() => WorkbookFile.Sources(_folder["bad.xlsx"])).Message);
    }

    [Fact]
    public void A_workbook_without_rows_is_refused() =>
        Assert.Contains("no sheet with a header row", Assert.Throws<UserOpsException>(() => WorkbookFile.Sources(Workbook(("Sheet1", [])))).Message);
}
