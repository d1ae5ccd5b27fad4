using UserOps.Data.Reading;

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
    private readonly ColumnLog _log;
    private readonly TypeSettings _settings;
    private readonly long _expected;
    private Cells _cells;
    private WordCells? _open;
    private int _nextLook = ManyWords;
    private long _trimmed;

    public ColumnReader(string name, Wish wish, TypeSettings settings, ReadingPlace place, long expected)
    {
        _log = new(place);
        (_name, _settings, _expected) = (name, settings, expected);
        _cells = Make(wish == Wish.Any && ColumnHints.IsText(name) ? Wish.Text : wish);
        _open = wish == Wish.Any && !ColumnHints.IsText(name) ? (WordCells)_cells : null;
    }

    public bool IsContradicted => _cells.IsContradicted;

    /// <summary>Adds the values that a field has in the rows of a block.</summary>
    public void Add(RowBlock block, int field)
    {
        var values = new ColumnValues(block.Text, block[field], block.Lines);
        if (_cells is WordCells words)
            words.Add(values, ref _trimmed);
        else
            AddSingly(values);
        LookWhereDue();
    }

    /// <summary>Adds one value.</summary>
    public void Add(ReadOnlySpan<char> field)
    {
        var value = Blanks.Remove(field, ref _trimmed);
        if (value.IsEmpty)
            _cells.AddMissing();
        else
            _cells.Add(value);
        LookWhereDue();
    }

    public ReadColumn Finish()
    {
        if (_open is not null && WordTyping.Find(_open.Words, ColumnHints.IsTime(_name)) is var found and not Wish.Text)
            Switch(_open, found);
        var typed = _cells.Finish(_name);
        Finding[] trimmed = _trimmed == 0 ? [] : [new("blanks around the value removed", _trimmed, [])];
        return new(typed, _cells.Missing, [.. trimmed, .. _log.ToList()]);
    }

    private void AddSingly(ColumnValues values)
    {
        for (int row = 0; row < values.Count; row++)
        {
            _log.GoTo(values.LineOf(row));
            Add(values[row]);
        }
    }

    /// <summary>Looks at the words whenever their number has doubled.</summary>
    private void LookWhereDue()
    {
        if (_open is not { } words || words.Words.Count < _nextLook)
            return;
        while (_nextLook <= words.Words.Count)
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
        Wish.Number => new NumberCells(_log, _settings.Mark, !isFound, _expected),
        Wish.Time => new TimeCells(_log, _settings, !isFound, !isFound || ColumnHints.IsTime(_name), _expected),
        Wish.Flag => new FlagCells(_log, _expected),
        _ => new WordCells(_log, _expected),
    };
}
