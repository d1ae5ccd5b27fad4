namespace UserOps.Data.Reading;

/// <summary>The rows of a delimited text. Blank lines, and Excel's <c>sep=;</c> before the header, are skipped.</summary>
internal sealed class DelimitedRows : ITextRows
{
    private readonly RecordCutter _records;
    private readonly string _declaration;
    private readonly string _file;
    private readonly Func<double> _progress;
    private long _nextLine = 1;
    private bool _oddQuotes;

    /// <summary>Reads the header, or takes the names given for a file that has none.</summary>
    /// <exception cref="UserOpsException">There is no header row.</exception>
    public DelimitedRows(TextReader text, char delimiter, string file, IReadOnlyList<string>? names = null, Func<double>? progress = null)
    {
        _file = file;
        _declaration = Delimiters.Declaration(delimiter);
        _progress = progress ?? (() => 0);
        _records = new(text, delimiter);
        Header = names ?? (Read() ? Headers.Name(Fields()) : throw new UserOpsException($"'{file}' is empty: it has no header row. Export it again."));
    }

    public IReadOnlyList<string> Header { get; }

    public int FieldCount => _records.Fields.Length;

    public ReadOnlySpan<char> this[int field] => _records[field];

    public long Line { get; private set; }

    public int LineSpan { get; private set; }

    public double Progress => _progress();

    public bool Read()
    {
        do
        {
            if (!Advance())
                return _oddQuotes ? throw OpenQuote() : false;
            Follow();
        }
        while (IsBlankLine || IsDeclaration);
        return true;
    }

    public void CopyTo(RowBlock block) => block.Add(_records.Record, _records.Start, _records.Fields, Line);

    public void Dispose() => _records.Dispose();

    private bool IsBlankLine => FieldCount == 1 && !_records.HasQuotes && this[0].IsEmpty;

    private bool IsDeclaration => Line == 1 && _records.Record.TrimEnd("\r\n").Equals(_declaration, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<string> Fields() => Enumerable.Range(0, FieldCount).Select(i => this[i].ToString());

    /// <summary>Counts lines; a last record over several lines with an odd number of quotes is an open quote that ran to the end.</summary>
    private void Follow()
    {
        (Line, LineSpan, _oddQuotes) = (_nextLine, 1, false);
        if (_records.HasQuotes)
        {
            var record = _records.Record;
            int breaks = record.Count('\n') is var feeds and > 0 ? feeds : record.Count('\r');
            LineSpan = record is [.., '\n' or '\r'] ? breaks : breaks + 1;
            _oddQuotes = LineSpan > 1 && record.Count('"') % 2 == 1;
            _records.RemoveQuotes();
        }
        _nextLine += LineSpan;
    }

    private bool Advance()
    {
        try
        {
            return _records.Read();
        }
        catch (RecordTooLongException cause)
        {
            throw TooLong(cause);
        }
        catch (InvalidDataException cause)
        {
            throw Gzip.Damaged(_file, cause);
        }
    }

    private UserOpsException OpenQuote() => new(
        $"'{_file}': a quote opened in the row that begins on line {Line} is never closed, so the rest of the file would be one value. Close it, or double it.");

    private UserOpsException TooLong(Exception cause) => new(FormattableString.Invariant(
        $"'{_file}': the row that begins on line {_nextLine} is longer than {RecordCutter.LongestRecord:N0} characters. ") + "It is no delimited text, or a quote there is never closed.", cause);
}
