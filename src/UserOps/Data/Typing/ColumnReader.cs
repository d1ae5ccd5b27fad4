namespace UserOps.Data.Typing;

/// <summary>Reads one column in one pass and decides its type over all of its values.</summary>
/// <remarks>
/// A column of unknown type is kept as distinct words, whose types are looked at once at the end. Where there are many distinct words and all
/// are numbers or times, they are kept as such from then on; a later word that is neither has the column read again as text.
/// </remarks>
internal sealed class ColumnReader
{
    private const int ManyWords = 512;

    private readonly string _name;
    private readonly Wish _wish;
    private readonly TimeSettings _times;
    private readonly long _expected;
    private Cells _cells;
    private WordCells? _open;
    private int _nextLook = ManyWords;

    public ColumnReader(string name, Wish wish, TimeSettings times, long expected)
    {
        (_name, _times, _expected) = (name, times, expected);
        _wish = wish == Wish.Any && ColumnHints.IsText(name) ? Wish.Text : wish;
        _cells = Make(_wish);
        _open = _wish == Wish.Any ? (WordCells)_cells : null;
    }

    public ColumnLog Log { get; } = new();

    /// <summary>Values that lost blanks around them.</summary>
    public long Trimmed { get; private set; }

    public bool IsContradicted => _cells.IsContradicted;

    public long Missing => _cells.Missing;

    public void Add(ReadOnlySpan<char> field)
    {
        if (!field.IsEmpty && (field[0] <= ' ' || field[^1] <= ' ' || field[0] == '\u3000' || field[^1] is '\u3000' or '\u00A0'))
            field = Trim(field);
        if (field.IsEmpty)
            _cells.AddMissing();
        else
            _cells.Add(field);
        if (_open is not null && _open.Words.Count >= _nextLook)
            Look(_open);
    }

    public TypedCells Finish()
    {
        if (_open is not null && WordTyping.Find(_open.Words, ColumnHints.IsTime(_name)) is var found and not Wish.Text)
            Switch(_open, found);
        return _cells.Finish(_name);
    }

    private ReadOnlySpan<char> Trim(ReadOnlySpan<char> field)
    {
        var trimmed = field.Trim();
        Trimmed += trimmed.IsEmpty ? 0 : 1;
        return trimmed;
    }

    /// <summary>Looks at the words whenever their number has doubled.</summary>
    private void Look(WordCells words)
    {
        _nextLook *= 2;
        if (WordTyping.Find(words.Words, ColumnHints.IsTime(_name)) is var found and (Wish.Time or Wish.Number))
            Switch(words, found);
    }

    private void Switch(WordCells words, Wish found)
    {
        _open = null;
        _cells = Make(found, isFound: true);
        words.Replay(_cells);
    }

    private Cells Make(Wish wish, bool isFound = false) => wish switch
    {
        Wish.Number => new NumberCells(Log, !isFound, _expected),
        Wish.Time => new TimeCells(Log, _times, !isFound, !isFound || ColumnHints.IsTime(_name), _expected),
        Wish.Flag => new FlagCells(Log, _expected),
        _ => new WordCells(Log, _expected),
    };
}
