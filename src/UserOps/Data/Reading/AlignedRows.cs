namespace UserOps.Data.Reading;

/// <summary>The rows of a text whose columns are aligned by runs of blanks; there are no quotes.</summary>
internal sealed class AlignedRows : ITextRows
{
    private readonly TextReader _text;
    private readonly Func<double> _progress;
    private readonly List<Range> _fields = [];
    private string _line = "";

    /// <summary>Reads the header, or takes the names given for a file that has none.</summary>
    /// <exception cref="UserOpsException">There is no header row.</exception>
    public AlignedRows(TextReader text, string file, IReadOnlyList<string>? names = null, Func<double>? progress = null)
    {
        _text = text;
        _progress = progress ?? (() => 0);
        Header = names ?? (Read()
            ? Headers.Name(_fields.Select(field => _line[field]))
            : throw new UserOpsException($"'{file}' is empty: it has no header row. Export it again."));
    }

    public IReadOnlyList<string> Header { get; }

    public int FieldCount => _fields.Count;

    public ReadOnlySpan<char> this[int field] => _line.AsSpan()[_fields[field]];

    public long Line { get; private set; }

    public double Progress => _progress();

    public bool Read()
    {
        while (_text.ReadLine() is { } line)
        {
            Line++;
            Cut(line);
            if (_fields.Count > 0)
                return true;
        }
        return false;
    }

    public void Dispose() => _text.Dispose();

    private void Cut(string line)
    {
        _line = line;
        _fields.Clear();
        for (int start = 0; start < line.Length;)
        {
            int end = start;
            while (end < line.Length && !char.IsWhiteSpace(line[end]))
                end++;
            if (end > start)
                _fields.Add(start..end);
            start = end + 1;
        }
    }
}
