using System.Collections.Concurrent;

namespace UserOps.Time;

/// <summary>The offsets of a time zone from UTC, looked up by moment in a few nanoseconds.</summary>
internal sealed class OffsetTable
{
    private static readonly ConcurrentDictionary<TimeZoneInfo, OffsetTable> Known = new();
    private static readonly DateTime First = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Last = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly long[] _from;
    private readonly long[] _offsets;

    private OffsetTable(long[] from, long[] offsets) => (_from, _offsets) = (from, offsets);

    public static OffsetTable Of(TimeZoneInfo zone) => Known.GetOrAdd(zone, Scan);

    private static OffsetTable Scan(TimeZoneInfo zone)
    {
        List<long> from = [long.MinValue], offsets = [zone.GetUtcOffset(First).Ticks];
        for (var day = First; day < Last; day = day.AddDays(1))
            if (zone.GetUtcOffset(day.AddDays(1)).Ticks != offsets[^1])
            {
                from.Add(FindChange(zone, day, offsets[^1]));
                offsets.Add(zone.GetUtcOffset(day.AddDays(1)).Ticks);
            }
        return new([.. from], [.. offsets]);
    }

    public long At(long utcTicks) => _from.Length == 1 ? _offsets[0] : _offsets[IndexOf(utcTicks)];

    /// <summary>The offset at a moment and the span of time, its end excluded, in which it holds.</summary>
    public (long From, long To, long Offset) SpanAt(long utcTicks)
    {
        int index = IndexOf(utcTicks);
        return (_from[index], index + 1 < _from.Length ? _from[index + 1] : long.MaxValue, _offsets[index]);
    }

    private int IndexOf(long utcTicks)
    {
        int found = Array.BinarySearch(_from, utcTicks);
        return found < 0 ? ~found - 1 : found;
    }

    private static long FindChange(TimeZoneInfo zone, DateTime day, long before)
    {
        var minute = day;
        while (zone.GetUtcOffset(minute).Ticks == before)
            minute = minute.AddMinutes(1);
        return minute.Ticks;
    }
}
