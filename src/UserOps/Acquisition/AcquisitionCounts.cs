using UserOps.Activation;
using UserOps.Data;
using UserOps.Retention;
using UserOps.Statistics;
using UserOps.Time;

namespace UserOps.Acquisition;

/// <summary>Counts new users and their quality by channel.</summary>
internal sealed class AcquisitionCounts
{
    private readonly AcquisitionDefinition _definition;
    private readonly int[][] _newUsers;
    private readonly long[] _counted, _activated;
    private readonly MeanSums[]? _revenue;
    private readonly Dictionary<string, RetentionPoint> _daySeven = new(StringComparer.Ordinal);

    private AcquisitionCounts(AcquisitionDefinition definition, IReadOnlyList<string> names, int steps, bool hasOrders)
    {
        (_definition, Names) = (definition, names);
        _newUsers = [.. names.Select(_ => new int[steps])];
        (_counted, _activated) = (new long[names.Count], new long[names.Count]);
        _revenue = hasOrders ? new MeanSums[names.Count] : null;
    }

    public IReadOnlyList<string> Names { get; }

    public static AcquisitionCounts Of(Dataset data, AcquisitionDefinition definition, Period period, UserChannels channels, NewUserSpan[] spans)
    {
        int first = data.Calendar.StepOf(period.Start.DayNumber, definition.Grain);
        int steps = data.Calendar.StepOf(period.End.DayNumber - 1, definition.Grain) - first + 1;
        var counts = new AcquisitionCounts(definition, channels.Names, steps, data.Has(TableKind.Orders));
        foreach (var span in spans)
            counts.Add(data, channels[span.User], data.Calendar.StepOf(span.Day, definition.Grain) - first, span);
        if (data.HasActivity)
            counts.AddRetention(data, period, channels.By);
        return counts;
    }

    /// <summary>The figures of a channel, or of all together.</summary>
    public AcquisitionChannel Channel(int? channel, double? cost)
    {
        int[] chosen = channel is { } one ? [one] : [.. Enumerable.Range(0, Names.Count)];
        RetentionPoint[] seven = [.. chosen.Select(c => _daySeven.GetValueOrDefault(Names[c])).OfType<RetentionPoint>()];
        return new(
            channel is { } named ? Names[named] : "All channels",
            [.. Enumerable.Range(0, _newUsers[0].Length).Select(step => chosen.Sum(c => _newUsers[c][step]))],
            cost,
            Share.Of(chosen.Sum(c => _counted[c]), chosen.Sum(c => _activated[c]), _definition.Level),
            Share.Of(seven.Sum(point => point.Users), seven.Sum(point => point.Retained), _definition.Level),
            _revenue is null ? null : chosen.Aggregate(new MeanSums(), (sums, c) => sums.Add(_revenue[c])));
    }

    private void Add(Dataset data, int channel, int step, NewUserSpan span)
    {
        _newUsers[channel][step]++;
        if (data.HasActivity && span.IsMature(_definition.WithinDays))
        {
            _counted[channel]++;
            _activated[channel] += span.IsActivated(_definition.WithinDays) ? 1 : 0;
        }
        if (_revenue is not null && span.IsMature(_definition.RevenueDays))
            _revenue[channel] = _revenue[channel].Add(Revenue(data, span.User));
    }

    private double Revenue(Dataset data, int user)
    {
        double revenue = 0;
        long from = data.FirstSeen.Ticks[user], to = from + _definition.RevenueDays * TimeSpan.TicksPerDay;
        foreach (var order in data.Orders[user])
            if (order.Ticks >= from && order.Ticks < to)
                revenue += order.Net;
        return revenue;
    }

    private void AddRetention(Dataset data, Period period, Breakdown? by)
    {
        var retention = data.Retention(new() { Grain = Grain.Day, Kind = new RetentionKind.NDay(7), Period = period, By = by, Level = _definition.Level });
        if (by is null)
            _daySeven[GroupCodes.None] = retention.At(7);
        foreach (var group in retention.Groups)
            _daySeven[group.Name] = group.Points[0];
    }
}
