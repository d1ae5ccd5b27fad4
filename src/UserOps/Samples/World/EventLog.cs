namespace UserOps.Samples;

/// <summary>One event; content, product and invitation are numbered from 1, 0 is none.</summary>
internal readonly record struct EventRow(int Time, int User, Step Step, byte Platform)
{
    public short Content { get; init; }
    public short Product { get; init; }
    public Entry Entry { get; init; }
    public int Invitation { get; init; }
}

/// <summary>The events of the days not yet written: about a day's worth. Each day is written in time order.</summary>
internal sealed class EventLog(EventsFile file, Dirt dirt)
{
    private readonly List<EventRow> _rows = [];
    private long[] _keys = [];

    /// <summary>Events so far, dirt left out.</summary>
    public long Count { get; private set; }

    public void Add(EventRow row) => _rows.Add(row);

    /// <summary>Writes what happened before the end of a day; a visit over midnight goes on in the next.</summary>
    public void Flush(int day)
    {
        int end = (day + 1) * DaySpan.Seconds;
        if (_keys.Length < _rows.Count)
            _keys = new long[2 * _rows.Count];
        for (int i = 0; i < _rows.Count; i++)
            _keys[i] = (long)_rows[i].Time << 32 | (uint)i;
        var keys = _keys.AsSpan(0, _rows.Count);
        keys.Sort();
        foreach (long key in keys)
            if (key >> 32 < end)
                Write(_rows[(int)(uint)key]);
        dirt.EndDay(day);
        _rows.RemoveAll(row => row.Time < end);
    }

    private void Write(EventRow row)
    {
        Count++;
        if (!dirt.HoldsBack(row))
            file.Write(row);
        dirt.Follow(row);
    }
}
