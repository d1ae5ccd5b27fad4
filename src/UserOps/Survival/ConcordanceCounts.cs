namespace UserOps.Survival;

/// <summary>Counts concordant pairs of each row in n log n steps.</summary>
internal sealed class ConcordanceCounts
{
    private readonly double[] _stops, _entries;
    private readonly bool[] _events;
    private readonly int[] _ranks;
    private readonly int _most;

    // Twice the concordant pairs plus the tied ones, and all comparable pairs, of each row.
    private readonly long[] _doubled, _pairs;
    private long _all;

    private ConcordanceCounts(double[] stops, double[] entries, bool[] events, double[] risks)
    {
        (_stops, _entries, _events) = (stops, entries, events);
        double[] distinct = [.. risks.Distinct().Order()];
        _ranks = [.. risks.Select(risk => Array.BinarySearch(distinct, risk))];
        _most = distinct.Length;
        (_doubled, _pairs) = (new long[stops.Length], new long[stops.Length]);
    }

    /// <param name="stops">When each row ended.</param>
    /// <param name="entries">When each came under observation, −∞ from the start.</param>
    /// <param name="events">Whether it ended with the event.</param>
    /// <param name="risks">The higher, the earlier the event is expected.</param>
    /// <param name="stratumOf">Only rows of one stratum are compared.</param>
    /// <param name="clusterOf">Rows of one cluster stand and fall together in the error.</param>
    /// <exception cref="InsufficientDataException">No two rows can be compared.</exception>
    public static Concordance Of(double[] stops, double[] entries, bool[] events, double[] risks, int[] stratumOf, int[] clusterOf)
    {
        var counts = new ConcordanceCounts(stops, entries, events, risks);
        foreach (var stratum in Enumerable.Range(0, stops.Length).GroupBy(row => stratumOf[row]))
            counts.Count([.. stratum]);
        if (counts._all == 0)
            throw new InsufficientDataException("no two spells of which one surely had the event first", "at least one such pair", "Watch longer.");
        return counts.Summary(clusterOf);
    }

    private Concordance Summary(int[] clusterOf)
    {
        // Each pair is counted at both of its rows.
        double value = _doubled.Sum() / 4.0 / _all;
        double variance = Enumerable.Range(0, _stops.Length).GroupBy(row => clusterOf[row])
            .Select(rows => rows.Sum(row => (_doubled[row] / 2.0 - value * _pairs[row]) / _all)).Sum(pull => pull * pull);
        return new(value, Math.Sqrt(variance), _all);
    }

    private void Count(int[] rows)
    {
        AtEvents(rows);
        AsPartner(rows, row => _stops[row], row => !_events[row], 1);
        if (rows.Any(row => double.IsFinite(_entries[row])))
            AsPartner([.. rows.Where(row => double.IsFinite(_entries[row]))], row => _entries[row], _ => true, -1, rows);
    }

    /// <summary>Compares each event with those at risk after it, from the last time to the first.</summary>
    private void AtEvents(int[] rows)
    {
        var atRisk = new RankCounts(_most);
        int[] byStop = [.. rows.OrderByDescending(row => _stops[row]).ThenBy(row => _events[row])];
        int[] byEntry = [.. rows.OrderByDescending(row => _entries[row])];
        for (int first = 0, next, left = 0; first < byStop.Length; first = next)
        {
            double time = _stops[byStop[first]];
            for (next = first; next < byStop.Length && _stops[byStop[next]] == time && !_events[byStop[next]]; next++)
                atRisk.Add(_ranks[byStop[next]], 1);
            while (left < byEntry.Length && _entries[byEntry[left]] >= time)
                atRisk.Add(_ranks[byEntry[left++]], -1);
            int events = next;
            for (; next < byStop.Length && _stops[byStop[next]] == time; next++)
                _all += Compare(byStop[next], atRisk.Total, atRisk.Below(_ranks[byStop[next]]), atRisk.At(_ranks[byStop[next]]), 1);
            for (int i = events; i < next; i++)
                atRisk.Add(_ranks[byStop[i]], 1);
        }
    }

    /// <summary>Compares each row with the events before a limit, or up to it.</summary>
    private void AsPartner(int[] rows, Func<int, double> limit, Func<int, bool> inclusive, int sign, int[]? stratum = null)
    {
        var before = new RankCounts(_most);
        int[] events = [.. (stratum ?? rows).Where(row => _events[row]).OrderBy(row => _stops[row])];
        int taken = 0;
        foreach (int row in rows.OrderBy(limit).ThenBy(inclusive))
        {
            for (; taken < events.Length && (_stops[events[taken]] < limit(row) || inclusive(row) && _stops[events[taken]] == limit(row)); taken++)
                before.Add(_ranks[events[taken]], 1);
            int above = before.Total - before.Below(_ranks[row]) - before.At(_ranks[row]);
            Compare(row, before.Total, above, before.At(_ranks[row]), sign);
        }
    }

    private long Compare(int row, int pairs, int concordant, int tied, int sign)
    {
        _doubled[row] += sign * (2L * concordant + tied);
        _pairs[row] += sign * pairs;
        return pairs;
    }

    /// <summary>Counts by rank with sums over the lower ranks (a binary indexed tree).</summary>
    private sealed class RankCounts(int most)
    {
        private readonly int[] _sums = new int[most + 1];
        private readonly int[] _at = new int[most];

        public int Total { get; private set; }

        public int At(int rank) => _at[rank];

        public void Add(int rank, int count)
        {
            _at[rank] += count;
            Total += count;
            for (int i = rank + 1; i < _sums.Length; i += i & -i)
                _sums[i] += count;
        }

        public int Below(int rank)
        {
            int sum = 0;
            for (int i = rank; i > 0; i -= i & -i)
                sum += _sums[i];
            return sum;
        }
    }
}
