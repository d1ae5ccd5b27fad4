namespace UserOps.Attribution;

/// <summary>Cuts the touchpoints of users into journeys that end in a conversion, or in none.</summary>
/// <remarks>
/// A touchpoint belongs to the first conversion after it, if that lies within the lookback; the others are journeys without a conversion, cut where the next touchpoint is
/// more than a lookback away.
/// </remarks>
internal sealed class JourneyCutting(long lookback, long from, long to)
{
    private readonly List<int> _channels = [], _starts = [0], _users = [];
    private readonly List<double> _ages = [], _conversions = [], _nulls = [], _values = [];

    /// <summary>Conversions without any touchpoint within the lookback.</summary>
    public int WithoutTouchpoint { get; private set; }

    /// <summary>Journeys whose last touchpoint is so late that nobody knows yet how they end, or which lie before the period.</summary>
    public int Outside { get; private set; }

    public int Count => _users.Count;

    public void Add(int user, List<Touchpoint> touchpoints, List<(long Ticks, double Value)> conversions)
    {
        int next = 0;
        foreach (var (moment, value) in conversions)
        {
            int end = next;
            while (end < touchpoints.Count && touchpoints[end].Ticks <= moment)
                end++;
            int first = next;
            while (first < end && touchpoints[first].Ticks < moment - lookback)
                first++;
            AddNulls(user, touchpoints, next, first);
            if (first < end)
                AddJourney(user, touchpoints, first, end, moment, value);
            else if (moment >= from && moment < to)
                WithoutTouchpoint++;
            next = end;
        }
        AddNulls(user, touchpoints, next, touchpoints.Count);
    }

    /// <summary>The journeys, each a path of its own.</summary>
    public PathStore ToPaths(bool hasValues)
    {
        var units = _users.Distinct().Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return new([.. _channels], [.. _starts], [.. _ages], new([.. _conversions], [.. _nulls], hasValues ? [.. _values] : null), [.. _users.Select(user => units[user])]);
    }

    private void AddNulls(int user, List<Touchpoint> touchpoints, int start, int end)
    {
        for (int i = start; i < end; i++)
            if (i + 1 == end || touchpoints[i + 1].Ticks - touchpoints[i].Ticks > lookback)
            {
                AddJourney(user, touchpoints, start, i + 1, touchpoints[i].Ticks, null);
                start = i + 1;
            }
    }

    private void AddJourney(int user, List<Touchpoint> touchpoints, int start, int end, long moment, double? value)
    {
        if (touchpoints[end - 1].Ticks < from || touchpoints[end - 1].Ticks >= to)
        {
            Outside++;
            return;
        }
        for (int i = start; i < end; i++)
        {
            _channels.Add(touchpoints[i].Channel);
            _ages.Add((double)(moment - touchpoints[i].Ticks) / TimeSpan.TicksPerDay);
        }
        _starts.Add(_channels.Count);
        _users.Add(user);
        _conversions.Add(value is null ? 0 : 1);
        _nulls.Add(value is null ? 1 : 0);
        _values.Add(value ?? 0);
    }
}
