namespace UserOps.Data.Typing;

/// <summary>Words, coded in order of first appearance.</summary>
internal sealed class WordCells : Cells
{
    private readonly Buffer<int> _codes;
    private readonly WordTable _codeOf = new();
    private readonly List<string> _words = [];
    private readonly ColumnLog _log;

    public WordCells(ColumnLog log, long expected)
    {
        _log = log;
        _codes = new(expected);
    }

    public override int Count => _codes.Count;

    /// <summary>The distinct words so far, words for missing values excepted.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The word of a row, or null.</summary>
    public string? this[int row] => _codes[row] < 0 ? null : _words[_codes[row]];

    public override void Add(ReadOnlySpan<char> value)
    {
        if (!_codeOf.TryFind(value, out int code))
            code = Learn(value);
        if (code < 0)
            NoteMissing(value);
        _codes.Add(code);
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

    private int Learn(ReadOnlySpan<char> value)
    {
        int code = MissingWords.InText(value) ? -1 : _words.Count;
        _codeOf.Add(value, code);
        if (code >= 0)
            _words.Add(value.ToString());
        return code;
    }

    private void NoteMissing(ReadOnlySpan<char> value)
    {
        Missing++;
        _log.Add($"'{value}' read as missing", value);
    }
}
