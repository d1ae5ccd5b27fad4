namespace UserOps.Time;

/// <summary>Looks up the local days of many moments in a row: most stay between two clock changes, so their offset is kept.</summary>
internal struct LocalDays(OffsetTable offsets)
{
    private long _from = long.MaxValue, _to = long.MinValue, _offset;

    /// <summary>The number of the local day of a moment in UTC ticks.</summary>
    public int Of(long utcTicks)
    {
        if (utcTicks < _from || utcTicks >= _to)
            (_from, _to, _offset) = offsets.SpanAt(utcTicks);
        return (int)((utcTicks + _offset) / TimeSpan.TicksPerDay);
    }
}
