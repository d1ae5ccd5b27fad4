namespace UserOps.Data.Reading;

/// <summary>Some rows of text, so that each column reads its values of all of them in one go.</summary>
/// <remarks>Row by row, each column would push the words and the code of the others out of the processor's cache; a block itself fits into it.</remarks>
internal sealed class RowBlock
{
    private const int EnoughText = 1 << 15, EnoughFields = 1 << 13, MostRows = 1 << 10;

    private readonly TextField[][] _fields;
    private readonly long[] _lines;
    private char[] _text = new char[2 * EnoughText];
    private int _length;

    public RowBlock(int width)
    {
        int rows = Math.Clamp(EnoughFields / Math.Max(1, width), 1, MostRows);
        _fields = [.. Enumerable.Range(0, width).Select(_ => new TextField[rows])];
        _lines = new long[rows];
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the rows should be read before more are added.</summary>
    public bool IsFull => Count == _lines.Length || _length >= EnoughText;

    /// <summary>The characters of all rows.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>The line of the file on which each row begins.</summary>
    public ReadOnlySpan<long> Lines => _lines.AsSpan(0, Count);

    /// <summary>Where a field lies in <see cref="Text"/>, row by row.</summary>
    public ReadOnlySpan<TextField> this[int field] => _fields[field].AsSpan(0, Count);

    /// <summary>Adds a row whose fields lie within one text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">What to take off the places of the fields.</param>
    /// <param name="fields">As many fields as the block is wide.</param>
    /// <param name="line">The line on which the row begins.</param>
    public void Add(ReadOnlySpan<char> text, int offset, ReadOnlySpan<TextField> fields, long line)
    {
        int shift = _length - offset;
        Append(text);
        for (int i = 0; i < _fields.Length; i++)
            _fields[i][Count] = new(fields[i].Start + shift, fields[i].End + shift);
        _lines[Count++] = line;
    }

    /// <summary>Adds the row that is being read.</summary>
    public void Add(ITextRows row)
    {
        for (int i = 0; i < _fields.Length; i++)
        {
            int start = _length;
            Append(row[i]);
            _fields[i][Count] = new(start, _length);
        }
        _lines[Count++] = row.Line;
    }

    /// <summary>Makes room for other rows.</summary>
    public void Clear() => (Count, _length) = (0, 0);

    private void Append(ReadOnlySpan<char> text)
    {
        if (_text.Length - _length < text.Length)
            Array.Resize(ref _text, 2 * (_length + text.Length));
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }
}
