using UserOps.Data.Reading;

namespace UserOps.Data.Typing;

/// <summary>The values of one column in some rows, as they stand there.</summary>
internal readonly ref struct ColumnValues(ReadOnlySpan<char> text, ReadOnlySpan<TextField> places, ReadOnlySpan<long> lines)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<TextField> _places = places;
    private readonly ReadOnlySpan<long> _lines = lines;

    public int Count => _places.Length;

    public ReadOnlySpan<char> this[int row] => _text[_places[row].Start.._places[row].End];

    /// <summary>The line of the file on which a row begins.</summary>
    public long LineOf(int row) => _lines[row];
}
