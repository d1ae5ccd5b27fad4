using System.Data;
using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using UserOps.Display;

namespace UserOps.Reports.Delivery;

/// <summary>A report as a workbook: its key numbers first, then a sheet for each table, last what it was made of. Numbers are numbers, days are days.</summary>
internal static class Workbook
{
    private const int Narrowest = 9, Widest = 60;

    public static string Write(NotebookReport report, string path)
    {
        var names = new SheetNames();
        var columns = new List<DynamicExcelColumn>();
        var sheets = new Dictionary<string, object>();
        void Add(string title, Table table) => sheets.Add(names.Make(title), Sheet(table, sheets.Count, columns));

        Add("Key numbers", WorkbookTables.KeyNumbers(report.Metrics));
        foreach (var delivered in ReportTables.Of(report))
            Add(delivered.Table.Title, delivered.Table);
        Add("About", WorkbookTables.About(report));
        var configuration = new OpenXmlConfiguration { DynamicColumns = [.. columns], Culture = CultureInfo.InvariantCulture, FreezeRowCount = 1 };
        AtomicFile.Write(path, stream => stream.SaveAs(sheets, configuration: configuration));
        return path;
    }

    // Formats belong to columns of the whole workbook, so each column has a key of its own.
    private static DataTable Sheet(Table table, int sheet, List<DynamicExcelColumn> columns)
    {
        var data = new DataTable();
        for (int i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i];
            string key = string.Create(CultureInfo.InvariantCulture, $"{sheet}.{i}");
            data.Columns.Add(new DataColumn(key, typeof(object)));
            columns.Add(new(key) { Name = SheetFormat.Heading(column), Format = SheetFormat.Of(column.Format), Width = Width(table, i), Index = i });
        }
        foreach (var row in table.Rows)
            data.Rows.Add([.. row.Select((value, i) => Cell(value, table.Columns[i].Format))]);
        return data;
    }

    private static object? Cell(object? value, Format format) => value switch
    {
        null => DBNull.Value,
        bool => format.Write(value),
        string text => CsvText.Defuse(text),
        _ => value,
    };

    private static double Width(Table table, int column) => Math.Clamp(
        table.Rows.Take(200).Select(row => table.Columns[column].Format.Write(row[column])).Append(SheetFormat.Heading(table.Columns[column])).Max(TextWidth.Of) + 2,
        Narrowest, Widest);
}
