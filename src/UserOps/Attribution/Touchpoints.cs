using UserOps.Data;
using UserOps.Features;

namespace UserOps.Attribution;

/// <summary>Where users met the company: visits by how they came, and messages that they saw.</summary>
/// <remarks>A visit that a clicked message brought is not counted again: it is the next entry by the message's channel within the lookback.</remarks>
internal sealed class Touchpoints
{
    private static readonly string[] EntryNames = ["entry", "source", "utm_source", "channel"];

    private readonly Dataset _data;
    private readonly JourneyDefinition _definition;
    private readonly TextColumn? _entries, _campaigns, _channels;
    private readonly KnownRows? _touches;
    private readonly long[] _sent = [];
    private readonly bool[]? _seen, _clicked;
    private readonly int[]? _outcomes;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private Touchpoints(Dataset data, JourneyDefinition definition)
    {
        (_data, _definition) = (data, definition);
        _entries = data.Has(TableKind.Events) ? EntryOf(data, definition) : null;
        if (!data.Has(TableKind.Touches))
            return;
        _touches = KnownRows.Of(data, TableKind.Touches, "at", long.MaxValue);
        var table = _touches.Table;
        _sent = table.Get<TimeColumn>("at").Ticks;
        table.TryGet("channel", out _channels);
        table.TryGet("campaign_id", out _campaigns);
        if (!table.TryGet<TextColumn>("outcome", out var outcomes))
            return;
        _outcomes = outcomes.Codes;
        _seen = TouchOutcomes.Among(outcomes, definition.Outcomes.Count > 0 ? definition.Outcomes : TouchOutcomes.Opened);
        _clicked = TouchOutcomes.Among(outcomes, TouchOutcomes.Clicked);
    }

    /// <exception cref="MissingDataException">The export says neither how visits came nor which messages were sent.</exception>
    public static Touchpoints Of(Dataset data, JourneyDefinition definition)
    {
        var touchpoints = new Touchpoints(data, definition);
        return touchpoints._entries is not null || touchpoints._channels is not null ? touchpoints : throw new MissingDataException(
            $"The export has no touchpoints: neither events with a property such as {string.Join(", ", EntryNames.Take(3))} (how a visit came) nor a table of touches with channels.");
    }

    /// <summary>The channels met so far, by number.</summary>
    public IReadOnlyList<string> Channels => [.. _numbers.Keys];

    /// <summary>The channels that are messages.</summary>
    public HashSet<string> Messages { get; } = new(StringComparer.Ordinal);

    /// <summary>Which sources there are, in words.</summary>
    public string Describe() => string.Join(" and ", (string[])
    [
        .. _entries is null ? (string[])[] : [$"visits by {_entries.Name}"],
        .. _channels is null ? (string[])[] : [_outcomes is null ? "messages" : _definition.Outcomes.Count > 0 ? $"messages {string.Join(" or ", _definition.Outcomes)}" : "messages opened"],
    ]);

    /// <summary>The touchpoints of a user in time order.</summary>
    public List<Touchpoint> Of(int user)
    {
        List<Touchpoint> found = [];
        List<(long From, string Channel)> clicks = [];
        if (_touches is not null && _channels is not null)
            foreach (int row in _touches[user])
                AddMessage(row, found, clicks);
        if (_entries is not null)
            AddVisits(user, found, clicks);
        return [.. found.OrderBy(one => one.Ticks)];
    }

    private void AddMessage(int row, List<Touchpoint> found, List<(long, string)> clicks)
    {
        int outcome = _outcomes?[row] ?? -1;
        if (_channels![row] is not { } channel || outcome >= 0 && !_seen![outcome])
            return;
        string name = _campaigns?[row] is { } campaign && _definition.CampaignsApart.Contains(campaign, StringComparer.Ordinal) ? campaign : channel;
        Messages.Add(name);
        found.Add(new(_sent[row], NumberOf(name)));
        if (outcome >= 0 && _clicked![outcome])
            clicks.Add((_sent[row], channel));
    }

    private void AddVisits(int user, List<Touchpoint> found, List<(long From, string Channel)> clicks)
    {
        foreach (var e in _data.Events[user])
        {
            if (_entries![e.Row] is not { } entry)
                continue;
            int click = clicks.FindIndex(one => one.Channel == entry && one.From <= e.Ticks && e.Ticks - one.From <= _definition.LookbackDays * TimeSpan.TicksPerDay);
            if (click >= 0)
                clicks.RemoveAt(click);
            else
                found.Add(new(e.Ticks, NumberOf(entry)));
        }
    }

    private int NumberOf(string channel)
    {
        if (!_numbers.TryGetValue(channel, out int number))
            _numbers.Add(channel, number = _numbers.Count);
        return number;
    }

    private static TextColumn? EntryOf(Dataset data, JourneyDefinition definition) =>
        definition.Entry is { } named ? data.Events.Property<TextColumn>(named)
        : EntryNames.FirstOrDefault(data.Events.HasProperty) is { } usual ? data.Events.Property<TextColumn>(usual) : null;
}
