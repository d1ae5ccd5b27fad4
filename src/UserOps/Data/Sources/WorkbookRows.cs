using MiniExcelLibs;
using UserOps.Data.Reading;

namespace UserOps.Data.Sources;

/// <summary>The rows of a sheet: the first row that is not blank is the header, blank rows are skipped.</summary>
internal sealed class WorkbookRows : ITextRows
{
    private readonly IEnumerator<object> _rows;
    private readonly string _file;
    private string[] _cells = [];

    public WorkbookRows(string path, string file, string sheet)
    {
        _file = file;
        _rows = WorkbookFile.Guard(file, () => MiniExcel.Query(path, useHeaderRow: false, sheetName: sheet, ExcelType.XLSX).GetEnumerator());
        Header = Read() ? Headers.Name(_cells[..FieldCount]) : [];
    }

    public IReadOnlyList<string> Header { get; }

    /// <summary>Rows end with the header; what stands beyond it makes the row ragged.</summary>
    public int FieldCount => Math.Max(Header?.Count ?? 0, Array.FindLastIndex(_cells, cell => cell.Length > 0) + 1);

    public ReadOnlySpan<char> this[int field] => field < _cells.Length ? _cells[field] : "";

    public long Line { get; private set; }

    // The workbook library does not tell how far it has come.
    public double Progress => 0;

    public bool Read()
    {
        do
        {
            if (!WorkbookFile.Guard(_file, _rows.MoveNext))
                return false;
            Line++;
            _cells = [.. ((IDictionary<string, object?>)_rows.Current).Values.Select(CellText.Of)];
        }
        while (_cells.All(cell => cell.Length == 0));
        return true;
    }

    public void Dispose() => _rows.Dispose();
}
