namespace UserOps.Data.Typing;

/// <summary>Words, coded in order of first appearance. Equal neighbours cost one comparison, since exports are often sorted by user.</summary>
internal sealed class WordCells : Cells
{
    private readonly Buffer<int> _codes;
    private readonly Dictionary<string, int> _codeOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _words = [];
    private readonly ColumnLog _log;
    private string _lastWord = "";
    private int _lastCode = -1;

    public WordCells(ColumnLog log, long expected)
    {
        _log = log;
        _codes = new(expected);
        _lookup = _codeOf.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public override int Count => _codes.Count;

    /// <summary>The distinct words so far, words for missing values excepted.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The word of a row, or null.</summary>
    public string? this[int row] => _codes[row] < 0 ? null : _words[_codes[row]];

    public override void Add(ReadOnlySpan<char> value)
    {
        if (!value.SequenceEqual(_lastWord))
            Find(value);
        if (_lastCode < 0)
            NoteMissing(value);
        _codes.Add(_lastCode);
    }

    public override void AddMissing()
    {
        Missing++;
        _codes.Add(-1);
    }

    public override TypedCells Finish(string name) => new(new TextColumn(name, _codes.ToArray(), [.. _words]), "text", []);

    /// <summary>Adds all rows to other cells, without noting anything again.</summary>
    public void Replay(Cells other)
    {
        _log.IsPaused = true;
        for (int row = 0; row < Count; row++)
            if (_codes[row] < 0)
                other.AddMissing();
            else
                other.Add(_words[_codes[row]]);
        _log.IsPaused = false;
    }

    private void Find(ReadOnlySpan<char> value)
    {
        if (!_lookup.TryGetValue(value, out _lastCode))
        {
            _lastCode = MissingWords.InText(value) ? -1 : _words.Count;
            string word = value.ToString();
            _codeOf.Add(word, _lastCode);
            if (_lastCode >= 0)
                _words.Add(word);
        }
        _lastWord = _lastCode < 0 ? value.ToString() : _words[_lastCode];
    }

    private void NoteMissing(ReadOnlySpan<char> value)
    {
        Missing++;
        _log.Add($"'{value}' read as missing", value);
    }
}
