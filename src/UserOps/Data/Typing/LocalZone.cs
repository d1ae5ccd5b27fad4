using UserOps.Time;

namespace UserOps.Data.Typing;

/// <summary>Turns the local times of an export into UTC.</summary>
/// <remarks>A time that a clock change repeats is taken as the first of the two; one that it skips is moved on by the length of the change.</remarks>
internal sealed class LocalZone(TimeZoneInfo zone)
{
    private readonly OffsetTable _offsets = OffsetTable.Of(zone);
    private long _from;
    private long _to;
    private long _offset;

    /// <summary>The UTC ticks of a local time.</summary>
    public long ToUtc(long local)
    {
        if (local < _from || local >= _to)
            FindOffset(local);
        return local - _offset;
    }

    /// <summary>The offset before or after a change within a day; where there is none it holds for the whole hour.</summary>
    private void FindOffset(long local)
    {
        long before = _offsets.At(Math.Max(0, local - TimeSpan.TicksPerDay)), after = _offsets.At(local + TimeSpan.TicksPerDay);
        _offset = _offsets.At(local - before) == before || _offsets.At(local - after) != after ? before : after;
        bool steady = before == after;
        _from = steady ? local - local % TimeSpan.TicksPerHour : local;
        _to = steady ? _from + TimeSpan.TicksPerHour : local + 1;
    }
}
