using Sylvan.Data.Csv;

namespace UserOps.Data.Reading;

/// <summary>The rows of a delimited text: quotes, doubled quotes, line breaks inside quotes, any line ends. Blank lines, and Excel's <c>sep=;</c> before the header, are skipped.</summary>
internal sealed class DelimitedRows : ITextRows
{
    /// <summary>The longest record that is taken for a row, in characters.</summary>
    public const int LongestRecord = 1 << 20;

    // No text holds this noncharacter, so no line is taken for a comment.
    private const char NoComment = '\uFFFF';

    private readonly CsvDataReader _reader;
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
        _reader = Create(text, delimiter);
        Header = names ?? (Read() ? Headers.Name(Fields()) : throw new UserOpsException($"'{file}' is empty: it has no header row. Export it again."));
    }

    public IReadOnlyList<string> Header { get; }

    public int FieldCount => _reader.RowFieldCount;

    public ReadOnlySpan<char> this[int field] => _reader.GetFieldSpan(field);

    public long Line { get; private set; }

    public int LineSpan { get; private set; }

    public double Progress => _progress();

    public bool Read()
    {
        do
        {
            if (!Advance())
                return _oddQuotes ? throw OpenQuote() : false;
            Follow(_reader.GetRawRecordSpan());
        }
        while (IsBlankLine || IsDeclaration);
        return true;
    }

    public void Dispose() => _reader.Dispose();

    private bool IsBlankLine => _reader.RowFieldCount == 1 && _reader.GetRawRecordSpan() is "\n" or "\r\n" or "\r" or "";

    private bool IsDeclaration => Line == 1 && _reader.GetRawRecordSpan().TrimEnd("\r\n").Equals(_declaration, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<string> Fields() => Enumerable.Range(0, FieldCount).Select(i => this[i].ToString());

    /// <summary>Counts lines; a last record over several lines with an odd number of quotes is an open quote that ran to the end.</summary>
    private void Follow(ReadOnlySpan<char> record)
    {
        int breaks = record.Count('\n') is var feeds and > 0 ? feeds : record.Count('\r');
        Line = _nextLine;
        LineSpan = record is [.., '\n' or '\r'] ? breaks : breaks + 1;
        _oddQuotes = LineSpan > 1 && record.Count('"') % 2 == 1;
        _nextLine += LineSpan;
    }

    private CsvDataReader Create(TextReader text, char delimiter)
    {
        var options = new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = delimiter,
            Comment = NoComment,
            CsvStyle = CsvStyle.Lax,
            BufferSize = 1 << 16,
            MaxBufferSize = LongestRecord,
        };
        try
        {
            return CsvDataReader.Create(text, options);
        }
        catch (CsvRecordTooLargeException cause)
        {
            throw TooLong(cause);
        }
    }

    private bool Advance()
    {
        try
        {
            return _reader.Read();
        }
        catch (CsvRecordTooLargeException cause)
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
        $"'{_file}': the row that begins on line {_nextLine} is longer than {LongestRecord:N0} characters. ") + "It is no delimited text, or a quote there is never closed.", cause);
}
