using Microsoft.Data.Analysis;

namespace UserOps.Display;

/// <summary>One column of a <see cref="Table"/>: its heading and how its values are printed.</summary>
/// <param name="Name">The heading, unique within the table.</param>
/// <param name="Format">How each value is printed.</param>
public sealed record TableColumn(string Name, Format Format)
{
    /// <summary>The heading where values are bare numbers: a span of time is written in seconds there.</summary>
    internal string PlainHeading => Format.Kind == FormatKind.Duration ? Name + " (s)" : Name;
}

/// <summary>An immutable table of values with declared formats that renders itself as text, HTML, Markdown, CSV or a DataFrame.</summary>
/// <remarks>Cells keep their values (numbers, dates, words); null prints as an empty cell.</remarks>
[TypeFormatterSource(typeof(DisplayableFormatterSource), PreferredMimeTypes = [MimeBundle.Html])]
public sealed class Table : IDisplayable
{
    /// <summary>Makes a table; every row must have one value for each column.</summary>
    /// <exception cref="ArgumentException">A row has another number of values than there are columns.</exception>
    public Table(string title, IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<object?>> rows, string? caption = null)
    {
        Title = title;
        Columns = [.. columns];
        Rows = [.. rows];
        Caption = caption;
        if (Rows.FirstOrDefault(row => row.Count != Columns.Count) is { } odd)
            throw new ArgumentException($"Table '{title}' has {Columns.Count} columns but a row with {odd.Count} values.", nameof(rows));
    }

    /// <summary>What the table shows.</summary>
    public string Title { get; }

    /// <summary>The small print: n, period, method, level.</summary>
    public string? Caption { get; }

    /// <summary>The columns from left to right.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>The rows from top to bottom, one value a column.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Rows { get; }

    /// <summary>The table as plain text, aligned where a Chinese character is as wide as two letters; 200 rows at most.</summary>
    public override string ToString() => TableText.Write(this, RowLimit.Usual);

    /// <summary>The table as HTML, every word encoded.</summary>
    /// <param name="rowLimit">Rows shown at most; a last line tells how many were left out.</param>
    public string ToHtml(int rowLimit = RowLimit.Usual) => TableHtml.Write(this, rowLimit);

    /// <summary>The table as a Markdown pipe table.</summary>
    public string ToMarkdown() => TableMarkdown.Write(this);

    /// <summary>Writes the table as CSV that Excel opens: with a byte-order mark, formulas defused, long ids kept as text.</summary>
    /// <remarks>Numbers are invariant at full precision and rates stay fractions; spans of time are seconds, and their heading says so.
    /// Text that Excel would run or change gets an apostrophe before it, which <see cref="Csv.Read{T}(string)"/> takes away.</remarks>
    public void WriteCsv(TextWriter writer) => TableCsv.Write(this, writer);

    /// <summary>Writes the table to a UTF-8 file, which is whole or not there, see <see cref="WriteCsv(TextWriter)"/>.</summary>
    public void WriteCsv(string path) => AtomicText.Write(path, WriteCsv);

    /// <summary>The table as a DataFrame: numbers as doubles, days and times as DateTime, everything else as text; nulls stay null.</summary>
    /// <remarks>Rates stay fractions; spans of time are seconds, and their heading says so.</remarks>
    public DataFrame ToDataFrame() => TableFrame.Convert(this);

    /// <inheritdoc/>
    public MimeBundle Render() => MimeBundle.Of(ToString(), ToHtml()).With(MimeBundle.Tables, TableJson.Write([new(this, Rows.Count)]));
}
