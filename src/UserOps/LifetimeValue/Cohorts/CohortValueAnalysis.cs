using UserOps.Acquisition;
using UserOps.Data;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Cohorts;

/// <summary>What cohorts have brought by age.</summary>
public static class CohortValueAnalysis
{
    /// <summary>Cumulative net revenue per user by cohort and age, over all cohorts with its interval, and by channel. Ages that a cohort has not reached in full are blank.</summary>
    /// <exception cref="UserOpsException">The export has no orders, or the definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">No life begins in the period, or none was watched for one step of age.</exception>
    public static CohortValueResult CohortValues(this Dataset data, CohortValueDefinition? definition = null)
    {
        definition ??= new();
        definition.Check();
        _ = data.Orders;
        var asked = definition.Period ?? data.Period;
        var period = asked.Until(data.Observed.End);
        var lives = UserLives.Of(data, definition.Start, period, data.Ticks(data.Observed).To);
        int longest = lives.Length == 0 ? 0 : lives.Max(life => life.Watched);
        if (longest < definition.AgeDays)
            throw new InsufficientDataException(
                $"{lives.Length} users who start in {asked}, watched for {longest} days at most", $"one watched for {definition.AgeDays} days",
                $"The data cover {data.Observed}; choose an earlier period or a shorter {nameof(CohortValueDefinition.AgeDays)}.");
        int[] ages = [.. Enumerable.Range(1, longest / definition.AgeDays).Select(step => step * definition.AgeDays)];
        var channels = UserChannels.Of(data, definition.Channel);
        var counts = new CohortValueCounts(data, definition, channels, ages);
        foreach (var life in lives)
            counts.Add(life);
        var curve = counts.All.ToCurve(definition.Level);
        return new()
        {
            Definition = definition,
            Period = period,
            Calendar = data.Calendar,
            ChannelProperty = channels.By,
            Ages = ages,
            Cohorts = counts.Cohorts(),
            Curve = curve,
            Evidence = age => CohortValueEvidence.At(age, data, lives, curve),
            Channels = counts.Channels(),
            HasSignups = data.HasSignups,
        };
    }
}

/// <summary>Collects lives by cohort and by channel.</summary>
internal sealed class CohortValueCounts(Dataset data, CohortValueDefinition definition, UserChannels channels, int[] ages)
{
    private readonly SortedDictionary<int, MeanSums[]> _cohorts = [];
    private readonly ValueSums[] _channels = [.. channels.Names.Select(_ => new ValueSums())];
    private readonly List<DayValue> _values = [];

    public ValueSums All { get; } = new();

    public void Add(UserLife life)
    {
        UserLives.Values(data, life, _values);
        All.Add(life.Watched, _values);
        _channels[channels[life.User]].Add(life.Watched, _values);
        int step = data.Calendar.StepOf(data.Calendar.DayOf(life.Start), definition.Grain);
        if (!_cohorts.TryGetValue(step, out var cells))
            _cohorts.Add(step, cells = new MeanSums[ages.Length]);
        for (int i = 0; i < ages.Length; i++)
            cells[i] = cells[i].Add(_values.Where(value => value.Age < ages[i]).Sum(value => value.Net));
    }

    public CohortValue[] Cohorts() => [.. _cohorts.Select(pair => Cohort(pair.Key, pair.Value))];

    public ChannelCurve[] Channels() =>
    [
        .. channels.Names.Zip(_channels, (name, sums) => new ChannelCurve(name, sums.ToCurve(definition.Level)))
            .Where(channel => channel.Curve.Users > 0).OrderByDescending(channel => channel.Curve.Users).ThenBy(channel => channel.Name, StringComparer.Ordinal),
    ];

    private CohortValue Cohort(int step, MeanSums[] cells)
    {
        int lastDay = data.Calendar.FirstDayOf(step + 1, definition.Grain), end = data.Observed.End.DayNumber;
        return new(
            DateOnly.FromDayNumber(data.Calendar.FirstDayOf(step, definition.Grain)), (int)cells[0].Count,
            [.. cells.Select((cell, i) => lastDay + ages[i] <= end ? (MeanSums?)cell : null)]);
    }
}
