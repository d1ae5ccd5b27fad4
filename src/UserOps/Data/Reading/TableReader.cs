using UserOps.Data.Schema;
using UserOps.Data.Typing;
using UserOps.Display;

namespace UserOps.Data.Reading;

/// <summary>Reads the files of one table into typed columns, in one pass over each.</summary>
internal sealed class TableReader(IReadOnlyList<TableSource> files, TableShape shape, OpenOptions options, ReadingProgress progress)
{
    private const int RowsBetweenReports = 1 << 16;

    private readonly TypeSettings _settings = new(options.TimeZone ?? TimeZoneInfo.Utc, options.DateOrder, options.DecimalMark);
    private readonly ReadingPlace _place = new();
    private readonly FindingLog _dropped = new();
    private readonly List<DataFile> _files = [];
    private long _rowsRead;
    private long _rowsOverLines;

    public static TableReading Read(IReadOnlyList<TableSource> files, TableShape shape, OpenOptions options, ReadingProgress progress) =>
        new TableReader(files, shape, options, progress).Read();

    private TableReading Read()
    {
        ColumnReader[] columns = [.. shape.Columns.Select(column => Reader(column, column.Wish))];
        foreach (var file in files)
            ReadFile(file, columns);
        bool[] again = [.. columns.Select(column => column.IsContradicted)];
        if (again.Contains(true))
            ReadAgain(columns, again);
        return new TableAssembly(shape, [.. columns.Select(column => column.Finish())], options.TimeZone).Finish(Quality());
    }

    private ColumnReader Reader(ColumnShape column, Wish wish) => new(column.Name, wish, _settings, _place, files.Sum(file => file.RowHint));

    /// <summary>Columns that turned out to be text after having been read as numbers or times.</summary>
    private void ReadAgain(ColumnReader[] columns, bool[] again)
    {
        for (int i = 0; i < columns.Length; i++)
            if (again[i])
                columns[i] = Reader(shape.Columns[i], Wish.Text);
        ColumnReader?[] wanted = [.. columns.Select((column, i) => again[i] ? column : null)];
        foreach (var file in files)
        {
            using var rows = file.Open();
            ReadRows(file, rows, wanted, _ => { });
        }
    }

    private void ReadFile(TableSource file, ColumnReader[] columns)
    {
        using var rows = file.Open();
        long ragged = 0;
        long kept = ReadRows(file, rows, columns, row => { ragged += row.LineSpan; DropRagged(file, row); });
        _rowsRead += kept + ragged;
        _files.Add(new(file.File, shape.Table, kept, file.Hash));
        RaggedRows.Check(file, rows.Header.Count, kept, ragged, options.RaggedLimit, _dropped);
    }

    private long ReadRows(TableSource file, ITextRows rows, ColumnReader?[] columns, Action<ITextRows> dropRagged)
    {
        (ColumnReader Column, int Field)[] wanted =
            [.. columns.Select((column, i) => (Column: column!, Field: IndexOf(rows.Header, shape.Columns[i].Source))).Where(pair => pair.Column is not null)];
        int width = rows.Header.Count;
        var block = new RowBlock(width);
        _place.File = file.File;
        long kept = 0;
        while (rows.Read())
        {
            if (rows.FieldCount != width && RaggedRows.IsRagged(rows))
            {
                dropRagged(rows);
                continue;
            }
            _rowsOverLines += rows.LineSpan > 1 ? 1 : 0;
            rows.CopyTo(block);
            if (block.IsFull)
                Hand(block, wanted);
            if (++kept % RowsBetweenReports == 0)
                progress.Report(file.File, kept, rows.Progress);
        }
        Hand(block, wanted);
        return kept;
    }

    private static void Hand(RowBlock block, (ColumnReader Column, int Field)[] columns)
    {
        foreach ((var column, int field) in columns)
            column.Add(block, field);
        block.Clear();
    }

    /// <summary>A ragged row over several lines is counted by its lines: a stray quote may have joined as many rows.</summary>
    private void DropRagged(TableSource file, ITextRows row)
    {
        string lines = row.LineSpan == 1 ? "" : FormattableString.Invariant($", joined over {row.LineSpan} lines by a quote");
        _dropped.Add(FormattableString.Invariant($"fields missing or too many ({row.FieldCount} instead of {row.Header.Count}{lines})"),
            file.File, row.Line, row.FieldCount > 0 ? row[0] : "", row.LineSpan);
    }

    private static int IndexOf(IReadOnlyList<string> header, string name)
    {
        for (int i = 0; i < header.Count; i++)
            if (header[i] == name)
                return i;
        throw new InvalidOperationException($"No column '{name}'.");
    }

    private TableQuality Quality() => new()
    {
        Table = shape.Table,
        Files = _files,
        Encoding = Summary(file => file.Encoding),
        Delimiter = Summary(file => file.Delimiter),
        RowsRead = _rowsRead,
        RowsKept = _files.Sum(file => file.Rows),
        Dropped = _dropped.ToList(),
        Guesses = [.. files.SelectMany(file => file.Guesses).Distinct(), .. OverLines()],
    };

    private string[] OverLines() => _rowsOverLines == 0 ? [] :
        [FormattableString.Invariant($"{_rowsOverLines:N0} rows run over several lines, since values in quotes hold line breaks.")];

    private string? Summary(Func<TableSource, string?> fact) => string.Join("; ", files.Select(fact).OfType<string>().Distinct()) is { Length: > 0 } text ? text : null;
}
