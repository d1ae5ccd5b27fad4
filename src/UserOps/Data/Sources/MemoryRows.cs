using System.Data.Common;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using UserOps.Data.Reading;

namespace UserOps.Data.Sources;

/// <summary>Rows in memory as text.</summary>
/// <param name="header">The column names.</param>
/// <param name="count">How many rows there are.</param>
/// <param name="cell">The value of a row and a column.</param>
internal sealed class MemoryRows(IReadOnlyList<string> header, long count, Func<long, int, object?> cell) : ITextRows
{
    public IReadOnlyList<string> Header => header;

    public int FieldCount => header.Count;

    public ReadOnlySpan<char> this[int field] => CellText.Of(cell(Line - 1, field));

    public long Line { get; private set; }

    public double Progress => count == 0 ? 1 : (double)Line / count;

    public bool Read()
    {
        if (Line == count)
            return false;
        Line++;
        return true;
    }

    public void Dispose() { }

    /// <summary>A source of rows in memory; its hash is that of the text of all cells.</summary>
    public static TableSource Source(string name, IEnumerable<string> columns, long count, Func<long, int, object?> cell)
    {
        string[] header = Headers.Name(columns);
        return new(name, name, header, Hash(new(header, count, cell)), () => new MemoryRows(header, count, cell)) { RowHint = count };
    }

    /// <summary>Reads a query to its end; equal texts are kept once.</summary>
    public static TableSource Source(string name, DbDataReader reader)
    {
        using var rows = new ReaderRows(reader, name);
        var words = new HashSet<string>(StringComparer.Ordinal);
        var cells = new List<string>();
        while (rows.Read())
            for (int i = 0; i < rows.FieldCount; i++)
                cells.Add(Intern(rows[i].ToString()));
        int width = rows.FieldCount;
        return Source(name, rows.Header, width == 0 ? 0 : cells.Count / width, (row, column) => cells[(int)(row * width) + column]);

        string Intern(string text) => words.TryGetValue(text, out string? known) ? known : words.Add(text) ? text : text;
    }

    private static string Hash(MemoryRows rows)
    {
        var hash = new XxHash3();
        foreach (string name in rows.Header)
            Append(name);
        while (rows.Read())
            for (int i = 0; i < rows.FieldCount; i++)
                Append(rows[i]);
        return ContentHash.Text(hash);

        void Append(ReadOnlySpan<char> text)
        {
            hash.Append(MemoryMarshal.AsBytes(text));
            hash.Append("\0\n"u8);
        }
    }
}
