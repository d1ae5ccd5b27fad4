using UserOps.Data;
using UserOps.Display;

namespace UserOps.Features;

/// <summary>Features of the contacts that the company made.</summary>
internal sealed class TouchFeatures
{
    /// <summary>An outcome has no date of its own: it is taken as known so many days after the touch.</summary>
    private const int SettledDays = 3;

    private readonly long _cutOff;
    private readonly long[] _ticks;
    private readonly TextColumn? _outcomes;
    private readonly bool[] _isOpened = [], _isRefused = [];
    private readonly double[] _week, _month, _perWeek, _opened = [];
    private readonly sbyte[] _refused = [];

    private TouchFeatures(FeatureColumns columns, KnownHistory known, TypedTable touches)
    {
        _cutOff = known.CutOff;
        _ticks = touches.Get<TimeColumn>("at").Ticks;
        _week = columns.Number("touches_7d", "messages in the last 7 days");
        _month = columns.Number("touches_28d", "messages in the last 28 days");
        _perWeek = columns.Number("touches_per_week", "messages a week since first seen", Format.Number());
        if (!touches.TryGet("outcome", out _outcomes))
            return;
        _isOpened = TouchOutcomes.Among(_outcomes, TouchOutcomes.Opened);
        _isRefused = TouchOutcomes.Among(_outcomes, TouchOutcomes.Refused);
        _opened = columns.Share("open_share", "share of messages that were opened, the last three days left out");
        _refused = columns.Flag("unsubscribed", "unsubscribed or complained, the last three days left out");
    }

    public static void Add(FeatureColumns columns, KnownHistory known, int[] users)
    {
        if (known.Rows(TableKind.Touches, "at") is not { } touches)
            return;
        var features = new TouchFeatures(columns, known, touches.Table);
        for (int row = 0; row < users.Length; row++)
            features.Fill(row, touches[users[row]], (double)(known.CutOff - known.FirstSeen(users[row])) / TimeSpan.TicksPerDay);
    }

    private void Fill(int row, ReadOnlySpan<int> touches, double tenure)
    {
        foreach (int touch in touches)
        {
            long age = _cutOff - _ticks[touch];
            _week[row] += age <= 7 * TimeSpan.TicksPerDay ? 1 : 0;
            _month[row] += age <= 28 * TimeSpan.TicksPerDay ? 1 : 0;
        }
        _perWeek[row] = touches.Length / Math.Max(1, tenure / 7);
        if (_outcomes is not null)
            FillOutcomes(row, touches, _outcomes.Codes);
    }

    private void FillOutcomes(int row, ReadOnlySpan<int> touches, int[] codes)
    {
        int settled = 0, opened = 0;
        foreach (int touch in touches)
        {
            if (_cutOff - _ticks[touch] < SettledDays * TimeSpan.TicksPerDay || codes[touch] < 0)
                continue;
            settled++;
            opened += _isOpened[codes[touch]] ? 1 : 0;
            _refused[row] |= (sbyte)(_isRefused[codes[touch]] ? 1 : 0);
        }
        _opened[row] = (double)opened / settled;
    }
}
