namespace UserOps.Data.Reading;

/// <summary>Rows in which some columns are joined to the one that each belongs to, with a blank between the values.</summary>
internal sealed class JoinedRows : ITextRows
{
    private readonly ITextRows _rows;
    private readonly int[] _fields;
    private readonly Dictionary<int, int> _second;
    private char[] _joined = new char[64];

    /// <param name="rows">The rows as they are.</param>
    /// <param name="pairs">The column that stays and the one that is joined to it.</param>
    public JoinedRows(ITextRows rows, IReadOnlyList<(int First, int Second)> pairs)
    {
        _rows = rows;
        _second = pairs.ToDictionary(pair => pair.First, pair => pair.Second);
        _fields = [.. Enumerable.Range(0, rows.Header.Count).Where(field => !_second.ContainsValue(field))];
        Header = [.. _fields.Select(field => rows.Header[field])];
    }

    public IReadOnlyList<string> Header { get; }

    public int FieldCount => _rows.FieldCount - _second.Count;

    public ReadOnlySpan<char> this[int field] => field >= _fields.Length ? _rows[field + _second.Count]
        : _second.TryGetValue(_fields[field], out int second) ? Join(_rows[_fields[field]], _rows[second])
        : _rows[_fields[field]];

    public long Line => _rows.Line;

    public int LineSpan => _rows.LineSpan;

    public double Progress => _rows.Progress;

    public bool Read() => _rows.Read();

    public void Dispose() => _rows.Dispose();

    private ReadOnlySpan<char> Join(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        int length = first.Length + 1 + second.Length;
        if (first.IsEmpty || second.IsEmpty)
            return first;
        if (_joined.Length < length)
            _joined = new char[2 * length];
        first.CopyTo(_joined);
        _joined[first.Length] = ' ';
        second.CopyTo(_joined.AsSpan(first.Length + 1));
        return _joined.AsSpan(0, length);
    }
}
