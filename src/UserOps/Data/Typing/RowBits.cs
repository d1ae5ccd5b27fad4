namespace UserOps.Data.Typing;

/// <summary>A set of rows, one bit each, that costs nothing while it is empty.</summary>
internal sealed class RowBits
{
    private ulong[] _words = [];

    public long Count { get; private set; }

    public bool this[int row] => row >> 6 < _words.Length && (_words[row >> 6] >> row & 1) != 0;

    /// <summary>Adds a row that is not yet in the set.</summary>
    public void Add(int row)
    {
        if (row >> 6 >= _words.Length)
            Array.Resize(ref _words, Math.Max(2 * _words.Length, (row >> 6) + 1));
        _words[row >> 6] |= 1UL << row;
        Count++;
    }
}
