using UserOps.Data;
using UserOps.Features;

namespace UserOps.Campaigns;

/// <summary>The segment of each user when a campaign began.</summary>
internal sealed class SegmentNames
{
    private readonly Dataset _data;
    private readonly ContactSegments _asked;
    private readonly EventStore _visits;
    private readonly KnownRows? _touches;
    private readonly long[] _touchTicks = [];

    public SegmentNames(Dataset data, ContactSegments asked)
    {
        (_data, _asked) = (data, asked);
        _visits = asked.Visit is { } name && data.Activity.CodeOf(name) >= 0 ? data.Activity.Named(name) : data.Activity;
        if (!data.Has(TableKind.Touches))
            return;
        _touches = KnownRows.Of(data, TableKind.Touches, "at", long.MaxValue);
        _touchTicks = _touches.Table.Get<TimeColumn>("at").Ticks;
    }

    /// <summary>The segment of a user at a moment in UTC ticks.</summary>
    public string Of(int user, long at)
    {
        if (MessagesBefore(user, at) >= _asked.OverContacted)
            return "over_contacted";
        bool bought = _data.Has(TableKind.Orders) && !_data.Orders[user].IsEmpty && _data.Orders[user][0].Ticks < at;
        long last = _visits[user].LastBefore(at - 1);
        bool isActive = last != TimeColumn.Missing && at - last <= _asked.ActiveDays * TimeSpan.TicksPerDay;
        return (isActive ? "active" : "lapsed") + (bought ? "_buyer" : "_browser");
    }

    // Messages of the day itself and of the six days before it, up to the moment.
    private int MessagesBefore(int user, long at)
    {
        if (_touches is null)
            return 0;
        int messages = 0, day = _data.Calendar.DayOf(at);
        foreach (int row in _touches[user])
            messages += _touchTicks[row] < at && day - _data.Calendar.DayOf(_touchTicks[row]) < 7 ? 1 : 0;
        return messages;
    }
}
