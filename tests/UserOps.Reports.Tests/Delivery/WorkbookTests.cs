using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace UserOps.Reports.Tests.Delivery;

/// <summary>Workbooks are opened again by Microsoft's Open XML SDK, which did not write them.</summary>
public sealed class WorkbookTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Another_library_finds_a_sheet_of_key_numbers_one_for_each_table_and_what_it_was_made_of()
    {
        using var book = Open();
        Assert.Equal(["Key numbers", "Channels who comes 2024 06", "About"], book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
    }

    [Fact]
    public void Numbers_are_numbers_at_full_precision_with_the_format_that_prints_them()
    {
        using var book = Open();
        var row = Row(book, 1, 2);
        Assert.Equal((0.123456789, "0.0%"), (double.Parse(row[2].CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture), FormatOf(book, row[2])));
        Assert.Equal(("1200", "#,##0"), (row[1].CellValue!.Text, FormatOf(book, row[1])));
        Assert.Equal(("1234.5", "#,##0.00"), (row[3].CellValue!.Text, FormatOf(book, row[3])));
        Assert.All(row[1..4], cell => Assert.True(cell.DataType is null || cell.DataType.Value == CellValues.Number));
    }

    [Fact]
    public void Days_are_days()
    {
        using var book = Open();
        var cell = Row(book, 1, 2)[4];
        Assert.Equal(new DateTime(2024, 3, 1), DateTime.FromOADate(double.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("yyyy-mm-dd", FormatOf(book, cell));
    }

    [Fact]
    public void Spans_of_time_are_seconds_and_the_heading_says_so()
    {
        using var book = Open();
        Assert.Equal("Time (s)", Words(book, Row(book, 1, 1)[5]));
        Assert.Equal("18000", Row(book, 1, 2)[5].CellValue!.Text);
    }

    [Fact]
    public void No_cell_is_a_formula_and_what_looks_like_one_is_defused()
    {
        using var book = Open();
        Assert.All(book.WorkbookPart!.WorksheetParts, part => Assert.Empty(part.Worksheet!.Descendants<CellFormula>()));
        Assert.Equal("'=HYPERLINK(\"http://bad\")", Words(book, Row(book, 1, 2)[0]));
    }

    [Fact]
    public void A_blank_cell_is_blank()
    {
        using var book = Open();
        Assert.All(Row(book, 1, 3)[2..6], cell => Assert.True(string.IsNullOrEmpty(cell.CellValue?.Text)));
    }

    [Fact]
    public void A_key_number_stands_as_it_is_shown_and_as_a_number()
    {
        using var book = Open();
        var row = Row(book, 0, 2);
        Assert.Equal(["D7 retention", "25.0\u00A0%", "0.25", "fraction", "0.24", "0.26"], row[..6].Select(cell => Words(book, cell)));
    }

    [Fact]
    public void The_file_is_valid_by_the_schema_of_Office()
    {
        using var book = Open();
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}").ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(5)));
    }

    [Fact]
    public void A_report_without_tables_and_numbers_is_still_a_workbook()
    {
        using var book = Open(new NotebookReport("empty", Runs.Of(Runs.Text("# Nothing"))));
        Assert.Equal(["Key numbers", "About"], book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
    }

    [Fact]
    public void Names_of_sheets_are_legal_and_unique_whatever_tables_are_called() => Gen.String.List[0, 20].Sample(titles =>
    {
        var names = new UserOps.Reports.Delivery.SheetNames();
        string[] made = [.. titles.Concat(titles).Select(names.Make)];
        Assert.Equal(made.Length, made.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(made, name => Assert.True(name.Length is > 0 and <= 31 && !name.Any(letter => "[]:*?/\\".Contains(letter, StringComparison.Ordinal)) && name[0] != '\'' && name[^1] != '\'', name));
    });

    public void Dispose() => _folder.Dispose();

    private SpreadsheetDocument Open(NotebookReport? report = null) => SpreadsheetDocument.Open(UserOps.Reports.Delivery.Workbook.Write(report ?? Delivered.Report, _folder["r.xlsx"]), isEditable: false);

    private static Cell[] Row(SpreadsheetDocument book, int sheet, int row)
    {
        var part = (WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook!.Descendants<Sheet>().ElementAt(sheet).Id!);
        return [.. part.Worksheet!.Descendants<Row>().ElementAt(row - 1).Elements<Cell>()];
    }

    private static string Words(SpreadsheetDocument book, Cell cell) => cell.DataType?.Value == CellValues.SharedString
        ? book.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.ElementAt(int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)).InnerText
        : cell.CellValue?.Text ?? cell.InnerText;

    private static string? FormatOf(SpreadsheetDocument book, Cell cell)
    {
        var styles = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        uint id = ((CellFormat)styles.CellFormats!.ElementAt((int)cell.StyleIndex!.Value)).NumberFormatId!.Value;
        return styles.NumberingFormats?.Elements<NumberingFormat>().FirstOrDefault(format => format.NumberFormatId!.Value == id)?.FormatCode?.Value;
    }
}
