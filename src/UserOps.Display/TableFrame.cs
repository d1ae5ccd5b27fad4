using Microsoft.Data.Analysis;

namespace UserOps.Display;

internal static class TableFrame
{
    public static DataFrame Convert(Table table) =>
        new(table.Columns.Select((column, i) => (DataFrameColumn)new StringDataFrameColumn(column.Name, table.Rows.Select(row => column.Format.Write(row[i])))));
}
