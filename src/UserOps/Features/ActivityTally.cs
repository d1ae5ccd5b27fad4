using UserOps.Data;
using UserOps.Time;

namespace UserOps.Features;

/// <summary>Counts one user's events in time order.</summary>
internal sealed class ActivityTally(int kinds, LocalDays days, long cutOff)
{
    /// <summary>The days before the cut-off that are counted apart, shortest first.</summary>
    public static readonly int[] Windows = [7, 14, 28];

    private readonly int[] _userOfKind = new int[kinds];
    private readonly long _cutOff = cutOff;
    private LocalDays _days = days;
    private int _user, _firstDay, _lastDay;

    public int Events { get; private set; }
    public int ActiveDays { get; private set; }
    public int Kinds { get; private set; }
    public int Weekend { get; private set; }
    public int Previous { get; private set; }
    public int[] Recent { get; } = new int[Windows.Length];
    public int[] RecentDays { get; } = new int[Windows.Length];
    public int[] DayParts { get; } = new int[4];
    public int DaysBetween => _lastDay - _firstDay;

    /// <summary>Forgets the last user.</summary>
    public void Start()
    {
        (Events, ActiveDays, Kinds, Weekend, Previous) = (0, 0, 0, 0, 0);
        (_firstDay, _lastDay) = (0, -1);
        Array.Clear(Recent);
        Array.Clear(RecentDays);
        Array.Clear(DayParts);
        _user++;
    }

    public void Add(Event e)
    {
        long local = _days.Local(e.Ticks);
        int day = (int)(local / TimeSpan.TicksPerDay);
        bool isNewDay = day != _lastDay;
        Events++;
        DayParts[(int)(local % TimeSpan.TicksPerDay / (6 * TimeSpan.TicksPerHour))]++;
        Weekend += day % 7 >= 5 ? 1 : 0; // Day 0, 0001-01-01, is a Monday.
        AddKind(e.Code);
        AddRecent((_cutOff - e.Ticks - 1) / TimeSpan.TicksPerDay, isNewDay);
        if (!isNewDay)
            return;
        _firstDay = ActiveDays == 0 ? day : _firstDay;
        _lastDay = day;
        ActiveDays++;
    }

    private void AddKind(int kind)
    {
        if (_userOfKind[kind] == _user)
            return;
        _userOfKind[kind] = _user;
        Kinds++;
    }

    /// <summary>Age 0 is the last 24 hours before the cut-off.</summary>
    private void AddRecent(long age, bool isNewDay)
    {
        if (age >= Windows[^1])
        {
            Previous += age < 2 * Windows[^1] ? 1 : 0;
            return;
        }
        for (int window = 0; window < Windows.Length; window++)
        {
            Recent[window] += age < Windows[window] ? 1 : 0;
            RecentDays[window] += age < Windows[window] && isNewDay ? 1 : 0;
        }
    }
}
