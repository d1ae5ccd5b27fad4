using UserOps.Activity;
using UserOps.Data;
using UserOps.Differences;
using UserOps.Time;

namespace UserOps.Retention;

/// <summary>Users and retained users by group, cohort and range, counted in one pass over the events.</summary>
internal sealed class RetentionCounts
{
    private readonly RetentionDefinition _definition;
    private readonly Dataset _data;
    private readonly Returns _returns;
    private readonly GroupCodes? _groups;
    private readonly int _firstStep, _cohorts;
    private readonly int[] _users, _retained;

    private RetentionCounts(Dataset data, RetentionDefinition definition, Period period)
    {
        (_data, _definition) = (data, definition);
        Ranges = definition.Kind.Asked(definition.Grain);
        _returns = ReturnsOf(data, definition, new(Ranges, definition.Kind is RetentionKind.Unbounded));
        _groups = definition.By switch
        {
            Breakdown.OfUser user => GroupCodes.Of(data.Profiles.Property<Column>(user.Property)),
            Breakdown.OfEvent e => GroupCodes.Of(data.Activity.Property<Column>(e.Property)),
            _ => null,
        };
        _firstStep = data.Calendar.StepOf(period.Start.DayNumber, definition.Grain);
        _cohorts = data.Calendar.StepOf(period.End.DayNumber - 1, definition.Grain) - _firstStep + 1;
        _users = new int[GroupCount * _cohorts];
        _retained = new int[GroupCount * _cohorts * Ranges.Length];
    }

    /// <summary>The ranges of periods, one a column.</summary>
    public PeriodRange[] Ranges { get; }

    /// <summary>Distinct users who entered a cohort.</summary>
    public int Users { get; private set; }

    /// <summary>Entries into cohorts; more than users where cohorts recur.</summary>
    public long Entries { get; private set; }

    private int GroupCount => _groups?.Names.Count ?? 1;

    public static RetentionCounts Of(Dataset data, RetentionDefinition definition, Period period)
    {
        var counts = new RetentionCounts(data, definition, period);
        var entries = new CohortEntries(data, definition, period);
        for (int user = 0; user < data.Users.Count; user++)
            counts.Add(user, entries.Of(user));
        return counts;
    }

    /// <summary>What comparisons of each range between runs need: who counts for it, and who came back.</summary>
    public static IReadOnlyList<UserEvidence?> Evidence(Dataset data, RetentionDefinition definition, Period period)
    {
        var counts = new RetentionCounts(data, definition with { By = null }, period);
        var entries = new CohortEntries(data, definition, period);
        UserSums[] sums = [.. counts.Ranges.Select(_ => new UserSums(data))];
        for (int user = 0; user < data.Users.Count; user++)
            counts.AddTo(sums, user, entries.Of(user));
        return [.. sums.Select(range => definition.Cohorts == CohortKind.Recurring ? range.Ratio() : range.Share())
            .Select(evidence => evidence is not null && definition.Kind is RetentionKind.Unbounded ? evidence with { Days = period.Days } : evidence)];
    }

    /// <summary>The cohorts of one group, or of all.</summary>
    public RetentionCohort[] Cohorts(int? group) => [.. Enumerable.Range(0, _cohorts).Select(cohort => new RetentionCohort(
        DateOnly.FromDayNumber(_data.Calendar.FirstDayOf(_firstStep + cohort, _definition.Grain)),
        Sum(group, cohort, -1),
        [.. Ranges.Select((range, cell) => IsObserved(cohort, range) ? Sum(group, cohort, cell) : (int?)null)]))];

    /// <summary>The groups by size, the largest first; without a breakdown none.</summary>
    public RetentionGroup[] Groups() => _groups is null ? [] :
    [
        .. Enumerable.Range(0, GroupCount)
            .Select(group => (Name: _groups.Names[group], Cohorts: Cohorts(group)))
            .Select(group => new RetentionGroup(
                group.Name, group.Cohorts.Sum(cohort => (long)cohort.Users), group.Cohorts, RetentionPoint.Pool(_definition, Ranges, group.Cohorts)))
            .Where(group => group.Users > 0)
            .OrderByDescending(group => group.Users)
            .ThenBy(group => group.Name, StringComparer.Ordinal),
    ];

    private static Returns ReturnsOf(Dataset data, RetentionDefinition definition, RetentionCells cells)
    {
        var events = QualifyingEvents.Of(data, definition.ReturnEvents);
        if (definition.Boundary == DayBoundary.Calendar)
            return new CalendarReturns(events, data.Calendar, definition.Grain, data.Period, cells);
        return definition.Grain != Grain.Month ? new HourReturns(events, data.Calendar, definition.Grain, cells) : throw new UserOpsException(
            "Months differ in length and cannot be counted in spans of 24 hours. Ask by day or week, or use calendar boundaries.");
    }

    private void Add(int user, ReadOnlySpan<CohortEntry> entries)
    {
        if (entries.IsEmpty)
            return;
        _returns.MoveTo(user);
        (Users, Entries) = (Users + 1, Entries + entries.Length);
        foreach (var entry in entries)
        {
            int place = GroupOf(user, entry) * _cohorts + entry.Step - _firstStep;
            _users[place]++;
            _returns.Count(entry, _retained.AsSpan(place * Ranges.Length, Ranges.Length));
        }
    }

    private void AddTo(UserSums[] sums, int user, ReadOnlySpan<CohortEntry> entries)
    {
        if (entries.IsEmpty)
            return;
        _returns.MoveTo(user);
        foreach (var entry in entries)
        {
            var retained = _retained.AsSpan(0, Ranges.Length);
            retained.Clear();
            _returns.Count(entry, retained);
            for (int cell = 0; cell < sums.Length; cell++)
                if (IsObserved(entry.Step - _firstStep, Ranges[cell]))
                    sums[cell].Add(user, retained[cell], 1);
        }
    }

    private int GroupOf(int user, CohortEntry entry) => _definition.By switch
    {
        Breakdown.OfUser => _groups![user],
        Breakdown.OfEvent => _groups![entry.Row],
        _ => 0,
    };

    private bool IsObserved(int cohort, PeriodRange range)
    {
        (int from, int to) = _returns.DaysOf(_firstStep + cohort, range);
        return from >= _data.Observed.Start.DayNumber && to <= _data.Observed.End.DayNumber;
    }

    private int Sum(int? group, int cohort, int cell)
    {
        int sum = 0;
        for (int g = group ?? 0; g < (group + 1 ?? GroupCount); g++)
            sum += cell < 0 ? _users[g * _cohorts + cohort] : _retained[(g * _cohorts + cohort) * Ranges.Length + cell];
        return sum;
    }
}
