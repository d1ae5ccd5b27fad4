using Microsoft.Data.Analysis;
using UserOps.Display;

namespace UserOps.Notebooks.Rendering;

/// <summary>The first rows of a DataFrame as a table.</summary>
internal static class FrameTable
{
    public static Table Of(DataFrame frame)
    {
        int shown = (int)Math.Min(frame.Rows.Count, RecordTable.RowLimit);
        var rows = Enumerable.Range(0, shown).Select(row => (IReadOnlyList<object?>)[.. frame.Columns.Select(column => RecordTable.Shown(column[row]))]);
        int read = (int)Math.Min(frame.Rows.Count, RecordTable.RowLimit + 1);
        return new("DataFrame", [.. frame.Columns.Select(column => new TableColumn(column.Name, RecordTable.FormatOf(column.DataType)))], rows,
            RecordTable.Caption(frame.Rows.Count, read));
    }
}
