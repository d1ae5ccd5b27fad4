namespace UserOps.Data.Typing;

/// <summary>Words, coded in order of first appearance.</summary>
/// <remarks>A short word is looked up when the next one comes: meanwhile the other columns of the row are read, and the processor fetches its place in the table.</remarks>
internal sealed class WordCells : Cells
{
    private readonly Buffer<int> _codes;
    private readonly WordTable _short = new();
    private readonly Dictionary<string, int> _long = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _longBySpan;
    private readonly List<string> _words = [];
    private readonly ColumnLog _log;
    private PackedWord _waiting;
    private (int File, long Line) _waitingAt;

    public WordCells(ColumnLog log, long expected)
    {
        _log = log;
        _codes = new(expected);
        _longBySpan = _long.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public override int Count => _codes.Count + (_waiting.Length > 0 ? 1 : 0);

    /// <summary>The distinct words so far, words for missing values excepted.</summary>
    public IReadOnlyList<string> Words
    {
        get
        {
            Settle();
            return _words;
        }
    }

    public override void Add(ReadOnlySpan<char> value)
    {
        Settle();
        if (PackedWord.TryPack(value, out var word))
        {
            _short.Announce(word);
            (_waiting, _waitingAt) = (word, _log.Here);
        }
        else
            AddLong(value);
    }

    public override void AddMissing()
    {
        Settle();
        Missing++;
        _codes.Add(-1);
    }

    public override TypedCells Finish(string name)
    {
        Settle();
        var column = new TextColumn(name, _codes.ToArray(), [.. _words]);
        return new(column, "text", Damaged(column) is var damaged and > 0
            ? [FormattableString.Invariant($"{name}: {damaged:N0} values hold characters that could not be decoded, shown as �. Name the encoding, or export again.")] : []);
    }

    private static long Damaged(TextColumn column)
    {
        bool[] isDamaged = [.. column.Words.Select(word => word.Contains('\uFFFD'))];
        return isDamaged.Contains(true) ? column.Codes.LongCount(code => code >= 0 && isDamaged[code]) : 0;
    }

    /// <summary>Adds all rows to other cells.</summary>
    public void Replay(Cells other)
    {
        Settle();
        _log.IsLookingAgain = true;
        for (int row = 0; row < Count; row++)
            if (_codes[row] < 0)
                other.AddMissing();
            else
                other.Add(_words[_codes[row]]);
        _log.IsLookingAgain = false;
    }

    /// <summary>Looks up the word that waits.</summary>
    private void Settle()
    {
        if (_waiting.Length == 0)
            return;
        if (!_short.TryFind(_waiting, out int code))
            _short.Add(_waiting, code = Learn(_waiting.ToString()));
        if (code < 0)
            NoteMissing(_waiting.ToString(), _waitingAt);
        _codes.Add(code);
        _waiting = default;
    }

    private void AddLong(ReadOnlySpan<char> value)
    {
        if (!_longBySpan.TryGetValue(value, out int code))
            _longBySpan[value] = code = Learn(value.ToString());
        if (code < 0)
            NoteMissing(value.ToString(), _log.Here);
        _codes.Add(code);
    }

    private int Learn(string word)
    {
        if (MissingWords.InText(word))
            return -1;
        _words.Add(word);
        return _words.Count - 1;
    }

    private void NoteMissing(string word, (int File, long Line) at)
    {
        Missing++;
        _log.Add($"'{word}' read as missing", word, at);
    }
}
