using UserOps.Data.Privacy;

namespace UserOps.Data;

/// <summary>Builds the per-user stores of a dataset from its tables, each when it is first asked for.</summary>
internal sealed class DatasetStores
{
    private static readonly TableKind[] WithUsers = [TableKind.Users, TableKind.Events, TableKind.Orders, TableKind.Touches, TableKind.Exposures, TableKind.Memberships];

    private readonly TableSet _tables;
    private readonly Dictionary<TableKind, int[]> _userOfWord;

    public DatasetStores(TableSet tables, PersonalDataRule personalData)
    {
        _tables = tables;
        TableKind[] kinds = [.. WithUsers.Where(tables.Has)];
        (Users, int[][] maps) = UserIndex.Join([.. kinds.Select(kind => tables.All[kind].Get<TextColumn>("user_id"))], personalData);
        _userOfWord = kinds.Zip(maps).ToDictionary(pair => pair.First, pair => pair.Second);
        Profiles = new(() => new ProfileBuilder(Users, this, tables).Build(() => UserOfRow(TableKind.Users)));
        Events = new(MakeEvents);
        Orders = new(() => OrderBuilder.Build(Users, _tables.Need(TableKind.Orders), UserOfRow(TableKind.Orders)));
        Activity = new(() => tables.Has(TableKind.Events) ? Events.Value
            : tables.Has(TableKind.Orders) ? OrderEvents.Of(Orders.Value)
            : throw tables.Missing(TableKind.Events, TableKind.Orders));
        Span = new(FindSpan);
        FirstSeen = new(FindFirstSeen);
    }

    public UserIndex Users { get; }
    public bool HasActivity => _tables.Has(TableKind.Events) || _tables.Has(TableKind.Orders);
    public Lazy<UserStore> Profiles { get; }
    public Lazy<EventStore> Events { get; }
    public Lazy<OrderStore> Orders { get; }
    public Lazy<EventStore> Activity { get; }
    public Lazy<(long First, long Last)> Span { get; }
    public Lazy<TimeColumn> FirstSeen { get; }

    /// <summary>The user of each row; where this table alone names users, their codes are their numbers.</summary>
    public int[] UserOfRow(TableKind kind)
    {
        int[] codes = _tables.All[kind].Get<TextColumn>("user_id").Codes, map = _userOfWord[kind];
        if (_userOfWord.Count == 1)
            return codes;
        int[] users = new int[codes.Length];
        for (int row = 0; row < codes.Length; row++)
            users[row] = codes[row] < 0 ? -1 : map[codes[row]];
        return users;
    }

    private EventStore MakeEvents()
    {
        var table = _tables.Need(TableKind.Events);
        return EventStore.Build(
            Users, UserOfRow(TableKind.Events), table.Get<TextColumn>("event"), table.Get<TimeColumn>("at"), table.Except("user_id", "event", "at"));
    }

    /// <summary>From the first to the last moment of the activity; of the sign-ups where the export records nothing else.</summary>
    private (long First, long Last) FindSpan()
    {
        var activity = HasActivity || !_tables.Has(TableKind.Users) ? Activity.Value : null;
        long first = long.MaxValue, last = long.MinValue;
        for (int user = 0; user < Users.Count; user++)
            if ((activity?[user].FirstTicks ?? FirstSeen.Value.Ticks[user]) is var begins && begins != TimeColumn.Missing)
                (first, last) = (Math.Min(first, begins), Math.Max(last, activity?[user].LastTicks ?? begins));
        return first <= last ? (first, last) : throw new InsufficientDataException("no event, order or sign-up with a time", "at least one", "Check the time column.");
    }

    private TimeColumn FindFirstSeen()
    {
        long[] seen = _tables.Has(TableKind.Users) ? [.. Profiles.Value.SignupAt.Ticks] : [.. Enumerable.Repeat(TimeColumn.Missing, Users.Count)];
        var activity = HasActivity ? Activity.Value : null;
        for (int user = 0; user < seen.Length && activity is not null; user++)
            if (seen[user] == TimeColumn.Missing)
                seen[user] = activity[user].FirstTicks;
        return new("first_seen", seen);
    }
}
