using UserOps.Data;
using UserOps.Display;

namespace UserOps.Features;

/// <summary>Features of what a user did: how recent, how often, on how many days, when in the day, how broad, and whether it grows or fades.</summary>
internal sealed class ActivityFeatures
{
    /// <summary>What the days since the last activity over the mean days between active days measure.</summary>
    public const string Overdue = "silence in usual gaps between active days";

    private const int PartHours = 6;
    private static readonly string[] DayParts = ["night", "morning", "afternoon", "evening"];

    private readonly double[] _tenure, _recency, _events, _activeDays, _perDay, _gap, _overdue;
    private readonly double[][] _recentEvents, _recentDays;
    private readonly double[] _previous, _trend, _kinds, _weekend;
    private readonly double[][] _hours, _counts;
    private readonly int[] _countOfCode;
    private readonly EventStore _activity;
    private readonly long _cutOff;
    private readonly ActivityTally _tally;

    private ActivityFeatures(FeatureColumns columns, KnownHistory known, IReadOnlyList<string> counted)
    {
        (_activity, _cutOff) = (known.Activity, known.CutOff);
        _tenure = columns.Days("tenure_days", "days since the user was first seen");
        _recency = columns.Days("recency_days", "days since the last activity");
        _events = columns.Number("events", "events so far");
        _activeDays = columns.Number("active_days", "days with activity so far");
        _perDay = columns.Number("events_per_active_day", "events on a day with activity", Format.Number(1));
        _gap = columns.Days("mean_gap_days", "mean days from one active day to the next");
        _overdue = columns.Number("overdue", Overdue, Format.Number(1));
        _recentEvents = [.. ActivityTally.Windows.Select(days => columns.Number($"events_{days}d", $"events in the last {days} days"))];
        _recentDays = [.. ActivityTally.Windows.Select(days => columns.Number($"active_days_{days}d", $"days with activity in the last {days} days"))];
        _previous = columns.Number("events_previous_28d", "events in the 28 days before the last 28");
        _trend = columns.Number("trend_28d", "events of the last 28 days less those of the 28 before, over both: from -1 (faded) to 1 (new)", Format.Number());
        _kinds = columns.Number("event_kinds", "different kinds of events");
        _weekend = columns.Share("weekend_share", "share of events on Saturday or Sunday");
        _hours = [.. DayParts.Select((name, i) =>
            columns.Share($"{name}_share", $"share of events from {i * PartHours}:00 to {(i + 1) * PartHours}:00"))];
        _counts = [.. counted.Select(name => columns.Number($"n_{name}", $"events named {name} so far"))];
        _countOfCode = [.. _activity.EventNames.Select(name => counted.ToList().IndexOf(name))];
        _tally = new(_activity.EventNames.Count, known.Data.Calendar.Days(), known.CutOff);
    }

    public static void Add(FeatureColumns columns, KnownHistory known, int[] users, IReadOnlyList<string> counted)
    {
        var features = new ActivityFeatures(columns, known, counted);
        for (int row = 0; row < users.Length; row++)
        {
            features._tenure[row] = Days(known.CutOff - known.FirstSeen(users[row]));
            features.Fill(row, users[row]);
        }
        AddPlatform(columns, known, users);
    }

    private void Fill(int row, int user)
    {
        _tally.Start();
        foreach (var e in _activity[user])
        {
            _tally.Add(e);
            if (_countOfCode[e.Code] is var place and >= 0)
                _counts[place][row]++;
        }
        (_events[row], _activeDays[row], _kinds[row]) = (_tally.Events, _tally.ActiveDays, _tally.Kinds);
        FillPace(row, _activity[user].LastTicks);
        FillHabits(row);
        for (int window = 0; window < _recentEvents.Length; window++)
            (_recentEvents[window][row], _recentDays[window][row]) = (_tally.Recent[window], _tally.RecentDays[window]);
    }

    private void FillPace(int row, long last)
    {
        _recency[row] = last == TimeColumn.Missing ? double.NaN : Days(_cutOff - last);
        _perDay[row] = (double)_tally.Events / _tally.ActiveDays;
        _gap[row] = _tally.ActiveDays < 2 ? double.NaN : (double)_tally.DaysBetween / (_tally.ActiveDays - 1);
        _overdue[row] = _recency[row] / _gap[row];
        double recent = _tally.Recent[^1], previous = _previous[row] = _tally.Previous;
        _trend[row] = (recent - previous) / (recent + previous);
    }

    private void FillHabits(int row)
    {
        _weekend[row] = (double)_tally.Weekend / _tally.Events;
        for (int part = 0; part < _hours.Length; part++)
            _hours[part][row] = (double)_tally.DayParts[part] / _tally.Events;
    }

    private static void AddPlatform(FeatureColumns columns, KnownHistory known, int[] users)
    {
        if (!known.Activity.HasProperty("platform") || known.Activity.Property<Column>("platform") is not TextColumn platform)
            return;
        columns.Text("last_platform", "platform of the last event that names one", platform, row =>
        {
            int last = -1;
            foreach (var e in known.Activity[users[row]])
                last = platform.Codes[e.Row] is var code and >= 0 ? code : last;
            return last;
        });
    }

    private static double Days(long ticks) => (double)ticks / TimeSpan.TicksPerDay;
}
