using UserOps.Display;

namespace UserOps.Data.Reading;

/// <summary>A table as read, and how the reading went: what the cache keeps.</summary>
/// <param name="Table">The typed columns under the names they are asked for.</param>
/// <param name="Quality">What was kept, coerced, dropped and guessed.</param>
internal sealed record TableReading(TypedTable Table, TableQuality Quality)
{
    /// <summary>The reading with these rows only, in ascending order.</summary>
    public TableReading Keep(int[] rows, Finding dropped) => new(
        new(Table.Name, [.. Table.Columns.Select(column => column.Reorder(rows))]),
        Quality with { RowsKept = rows.Length, Files = CountFiles(rows), Dropped = [.. Quality.Dropped, dropped] });

    /// <summary>The files with the rows that are left of each: they lie one behind another in the table.</summary>
    private DataFile[] CountFiles(int[] rows)
    {
        long end = 0;
        int next = 0;
        return [.. Quality.Files.Select(Count)];

        DataFile Count(DataFile file)
        {
            end += file.Rows;
            int first = next;
            while (next < rows.Length && rows[next] < end)
                next++;
            return file with { Rows = next - first };
        }
    }
}
