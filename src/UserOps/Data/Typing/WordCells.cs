namespace UserOps.Data.Typing;

/// <summary>Words, coded in order of first appearance.</summary>
/// <remarks>Short words of several rows are announced before they are looked up, so that the processor fetches their places in the table side by side.</remarks>
internal sealed class WordCells : Cells
{
    private const int Ahead = 32;

    private readonly PackedWord[] _announced = new PackedWord[Ahead];
    private readonly Buffer<int> _codes;
    private readonly WordTable _short = new();
    private readonly Dictionary<string, int> _long = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _longBySpan;
    private readonly List<string> _words = [];
    private readonly ColumnLog _log;

    public WordCells(ColumnLog log, long expected)
    {
        _log = log;
        _codes = new(expected);
        _longBySpan = _long.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public override int Count => _codes.Count;

    /// <summary>The distinct words so far, words for missing values excepted.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>Adds the values of several rows without blanks around them; empty ones are missing.</summary>
    /// <param name="values">The values. With blanks around them they are not found among the words, which have none.</param>
    /// <param name="trimmed">Counts the values that had blanks around them.</param>
    public void Add(ColumnValues values, ref long trimmed)
    {
        for (int start = 0; start < values.Count; start += _announced.Length)
        {
            var some = _announced.AsSpan(0, Math.Min(_announced.Length, values.Count - start));
            for (int i = 0; i < some.Length; i++)
                if (PackedWord.TryPack(values[start + i], out some[i]))
                    _short.Announce(some[i]);
            for (int i = 0; i < some.Length; i++)
                if (_short.TryFind(some[i], out int code) && code >= 0)
                    _codes.Add(code);
                else
                    AddOther(Blanks.Remove(values[start + i], ref trimmed), values.LineOf(start + i));
        }
    }

    public override void Add(ReadOnlySpan<char> value)
    {
        int code = PackedWord.TryPack(value, out var word) ? CodeOf(word) : CodeOf(value);
        if (code < 0)
            NoteMissing(value);
        _codes.Add(code);
    }

    /// <summary>Adds what is not a short word that was seen before.</summary>
    private void AddOther(ReadOnlySpan<char> value, long line)
    {
        _log.GoTo(line);
        if (value.IsEmpty)
            AddMissing();
        else
            Add(value);
    }

    public override void AddMissing()
    {
        Missing++;
        _codes.Add(-1);
    }

    public override TypedCells Finish(string name)
    {
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
        _log.IsLookingAgain = true;
        for (int row = 0; row < Count; row++)
            if (_codes[row] < 0)
                other.AddMissing();
            else
                other.Add(_words[_codes[row]]);
        _log.IsLookingAgain = false;
    }

    private int CodeOf(in PackedWord word)
    {
        if (!_short.TryFind(word, out int code))
            _short.Add(word, code = Learn(word.ToString()));
        return code;
    }

    private int CodeOf(ReadOnlySpan<char> word)
    {
        if (!_longBySpan.TryGetValue(word, out int code))
            _longBySpan[word] = code = Learn(word.ToString());
        return code;
    }

    private int Learn(string word)
    {
        if (MissingWords.InText(word))
            return -1;
        _words.Add(word);
        return _words.Count - 1;
    }

    private void NoteMissing(ReadOnlySpan<char> word)
    {
        Missing++;
        _log.Add($"'{word}' read as missing", word);
    }
}
