using UserOps.Data.Privacy;

namespace UserOps.Data;

/// <summary>Builds the per-user stores of a dataset from its tables, each when it is first asked for.</summary>
internal sealed class DatasetStores
{
    private static readonly TableKind[] WithUsers = [TableKind.Users, TableKind.Events, TableKind.Orders];

    private readonly IReadOnlyDictionary<TableKind, TypedTable> _tables;
    private readonly Dictionary<TableKind, int[]> _userOfWord;

    public DatasetStores(IReadOnlyDictionary<TableKind, TypedTable> tables, PersonalDataRule personalData)
    {
        _tables = tables;
        TableKind[] kinds = [.. WithUsers.Where(tables.ContainsKey)];
        (Users, int[][] maps) = UserIndex.Join([.. kinds.Select(kind => tables[kind].Get<TextColumn>("user_id"))], personalData);
        _userOfWord = kinds.Zip(maps).ToDictionary(pair => pair.First, pair => pair.Second);
        Profiles = new(MakeProfiles);
        Events = new(MakeEvents);
        Orders = new(() => OrderBuilder.Build(Users, Need(_tables, TableKind.Orders), UserOfRow(TableKind.Orders)));
        Activity = new(() => tables.ContainsKey(TableKind.Events) ? Events.Value : OrdersAsEvents());
        Span = new(FindSpan);
        FirstSeen = new(FindFirstSeen);
    }

    public UserIndex Users { get; }
    public Lazy<UserStore> Profiles { get; }
    public Lazy<EventStore> Events { get; }
    public Lazy<OrderStore> Orders { get; }
    public Lazy<EventStore> Activity { get; }
    public Lazy<(long First, long Last)> Span { get; }
    public Lazy<TimeColumn> FirstSeen { get; }

    public static TypedTable Need(IReadOnlyDictionary<TableKind, TypedTable> tables, TableKind kind) =>
        tables.GetValueOrDefault(kind) ?? throw new UserOpsException(
            $"This question needs a table of {Name(kind)}; the export has {(tables.Count == 0 ? "no known table" : string.Join(", ", tables.Keys.Select(Name)))}. "
            + $"Add a file with {Name(kind)}, or name its columns with --map {Name(kind)}.column=Name.");

    private static string Name(TableKind kind) => kind.ToString().ToLowerInvariant();

    private int[] UserOfRow(TableKind kind)
    {
        int[] codes = _tables[kind].Get<TextColumn>("user_id").Codes, map = _userOfWord[kind], users = new int[codes.Length];
        for (int row = 0; row < codes.Length; row++)
            users[row] = codes[row] < 0 ? -1 : map[codes[row]];
        return users;
    }

    private EventStore MakeEvents()
    {
        var table = Need(_tables, TableKind.Events);
        return EventStore.Build(
            Users, UserOfRow(TableKind.Events), table.Get<TextColumn>("event"), table.Get<TimeColumn>("at"), table.Except("user_id", "event", "at"));
    }

    private EventStore OrdersAsEvents()
    {
        Order[] orders = [.. Orders.Value.All().Where(order => order.Amount > 0)];
        var names = new TextColumn("event", new int[orders.Length], ["order"]);
        return EventStore.Build(
            Users, [.. orders.Select(order => order.User)], names, new("at", [.. orders.Select(order => order.Ticks)]), []);
    }

    private UserStore MakeProfiles()
    {
        if (!_tables.TryGetValue(TableKind.Users, out var table))
            return new(Users, new("signup_at", [.. Enumerable.Repeat(TimeColumn.Missing, Users.Count)]), null, NoReferrer(), new Dictionary<string, Column>());
        int[] rowOfUser = FirstRowOfUser(UserOfRow(TableKind.Users));
        var columns = table.Except("user_id").Select(column => ByUser.Arrange(column, rowOfUser)).ToDictionary(column => column.Name, StringComparer.Ordinal);
        var signup = columns.GetValueOrDefault("signup_at") as TimeColumn ?? new("signup_at", [.. Enumerable.Repeat(TimeColumn.Missing, Users.Count)]);
        var referrer = columns.GetValueOrDefault("referrer_id") as TextColumn;
        return new(Users, signup, columns.GetValueOrDefault("channel") as TextColumn, referrer is null ? NoReferrer() : Referrers(referrer), columns);
    }

    private int[] NoReferrer() => [.. Enumerable.Repeat(-1, Users.Count)];

    private int[] Referrers(TextColumn ids)
    {
        int[] userOfWord = [.. ids.Words.Select(Users.Find)];
        return [.. ids.Codes.Select(code => code < 0 ? -1 : userOfWord[code])];
    }

    private int[] FirstRowOfUser(int[] userOfRow)
    {
        int[] rowOfUser = NoReferrer();
        for (int row = userOfRow.Length - 1; row >= 0; row--)
            if (userOfRow[row] >= 0)
                rowOfUser[userOfRow[row]] = row;
        return rowOfUser;
    }

    private (long First, long Last) FindSpan()
    {
        var activity = Activity.Value;
        long first = long.MaxValue, last = long.MinValue;
        for (int user = 0; user < Users.Count; user++)
            if (activity[user].FirstTicks is var begins && begins != TimeColumn.Missing)
                (first, last) = (Math.Min(first, begins), Math.Max(last, activity[user].LastTicks));
        return first <= last ? (first, last) : throw new InsufficientDataException("no event or order with a time", "at least one", "Check the time column.");
    }

    private TimeColumn FindFirstSeen()
    {
        long[] seen = [.. Profiles.Value.SignupAt.Ticks];
        var activity = _tables.ContainsKey(TableKind.Events) || _tables.ContainsKey(TableKind.Orders) ? Activity.Value : null;
        for (int user = 0; user < seen.Length && activity is not null; user++)
            if (seen[user] == TimeColumn.Missing)
                seen[user] = activity[user].FirstTicks;
        return new("first_seen", seen);
    }
}
