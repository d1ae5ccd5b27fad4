namespace UserOps.Time;

/// <summary>Looks up the local days and hours of many moments in a row: most stay between two clock changes, so their offset is kept.</summary>
internal struct LocalDays(OffsetTable offsets)
{
    private long _from = long.MaxValue, _to = long.MinValue, _offset;

    /// <summary>The number of the local day of a moment in UTC ticks.</summary>
    public int Of(long utcTicks) => (int)(Local(utcTicks) / TimeSpan.TicksPerDay);

    /// <summary>A moment in UTC ticks as ticks of the local clock.</summary>
    public long Local(long utcTicks)
    {
        if (utcTicks < _from || utcTicks >= _to)
            (_from, _to, _offset) = offsets.SpanAt(utcTicks);
        return utcTicks + _offset;
    }
}
