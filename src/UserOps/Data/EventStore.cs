using UserOps.Display;

namespace UserOps.Data;

/// <summary>What users did, sorted by (user, time, file order): each user's events are one span. Immutable; a filter or a period is a view.</summary>
public sealed class EventStore
{
    private readonly EventColumns _columns;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly ulong[]? _mask;

    private EventStore(EventColumns columns, int[] starts, int[] ends, ulong[]? mask) =>
        (_columns, _starts, _ends, _mask) = (columns, starts, ends, mask);

    /// <summary>Builds the store from rows in file order.</summary>
    /// <param name="users">The index that user numbers refer to.</param>
    /// <param name="userOfRow">A user number for each row; −1 leaves the row out.</param>
    /// <param name="events">The event names.</param>
    /// <param name="times">The moments; rows without one are left out.</param>
    /// <param name="properties">Further columns, arranged when first asked for.</param>
    public static EventStore Build(UserIndex users, int[] userOfRow, TextColumn events, TimeColumn times, IEnumerable<Column> properties)
    {
        (int[] order, int[] starts) = UserRows.Arrange(userOfRow, times.Ticks, users.Count);
        bool isSorted = UserRows.IsFileOrder(order, userOfRow.Length);
        Column Sort(Column column) => isSorted ? column : column.Reorder(order);
        var onDemand = properties.ToDictionary(property => property.Name, property => new Lazy<Column>(() => Sort(property)), StringComparer.Ordinal);
        return FromSorted(users, (TextColumn)Sort(events), (TimeColumn)Sort(times), starts, onDemand);
    }

    /// <summary>Wraps columns that are already sorted by (user, time, file order).</summary>
    internal static EventStore FromSorted(
        UserIndex users, TextColumn events, TimeColumn times, int[] starts, IReadOnlyDictionary<string, Lazy<Column>> properties) =>
        new(new(users, events.Words, events.Codes, times.Ticks, properties), starts[..^1], starts[1..], null);

    /// <summary>The users that numbers refer to; some may have no event here.</summary>
    public UserIndex Users => _columns.Users;

    /// <summary>The distinct event names; an event's code is its index.</summary>
    public IReadOnlyList<string> EventNames => _columns.EventNames;

    /// <summary>How many events the view holds.</summary>
    public long Count
    {
        get
        {
            long count = 0;
            for (int user = 0; user < Users.Count; user++)
                count += this[user].Count();
            return count;
        }
    }

    /// <summary>The names of the further columns.</summary>
    public IEnumerable<string> PropertyNames => _columns.Properties.Keys;

    /// <summary>The events of one user in time order.</summary>
    public UserEvents this[int user] => new(_columns.Events, _columns.Ticks, _starts[user], _ends[user], _mask);

    /// <summary>The code of an event name, or −1 when no event has it.</summary>
    public int CodeOf(string eventName) => Array.IndexOf(_columns.EventNames, eventName);

    /// <summary>The code of an event name that the question asks for.</summary>
    /// <exception cref="UserOpsException">No event has it; the message lists the names there are.</exception>
    internal int KnownCode(string eventName) => CodeOf(eventName) is var code and >= 0 ? code : throw new UserOpsException(
        $"No event is named '{eventName}'.{NearestName.Suggest(eventName, EventNames)} The events are: {string.Join(", ", EventNames.Order(StringComparer.Ordinal).Take(40))}.");

    /// <summary>A further column, in the row order of this store (<see cref="Event.Row"/>).</summary>
    /// <exception cref="UserOpsException">There is none; the message lists those there are.</exception>
    public T Property<T>(string name) where T : Column =>
        _columns.Properties.TryGetValue(name, out var column)
            ? column.Value as T ?? throw new UserOpsException($"Event property '{name}' is a {column.Value.GetType().Name}; a {typeof(T).Name} is needed.")
            : throw new MissingDataException($"Events have no property '{name}'.{NearestName.Suggest(name, PropertyNames)} They have: {string.Join(", ", PropertyNames)}.");

    /// <summary>Whether there is such a column.</summary>
    public bool HasProperty(string name) => _columns.Properties.ContainsKey(name);

    /// <summary>A view of the events from <paramref name="fromTicks"/> (included) to <paramref name="toTicks"/> (excluded), UTC.</summary>
    public EventStore Between(long fromTicks, long toTicks)
    {
        int[] starts = new int[_starts.Length], ends = new int[_ends.Length];
        for (int user = 0; user < starts.Length; user++)
        {
            starts[user] = LowerBound(_starts[user], _ends[user], fromTicks);
            ends[user] = LowerBound(starts[user], _ends[user], toTicks);
        }
        return new(_columns, starts, ends, _mask);
    }

    /// <summary>A view of the events for which <paramref name="keep"/> is true; one bit an event.</summary>
    public EventStore Where(Func<Event, bool> keep)
    {
        ulong[] mask = new ulong[(_columns.Ticks.Length + 63) / 64];
        for (int user = 0; user < Users.Count; user++)
            foreach (var e in this[user])
                if (keep(e))
                    mask[e.Row >> 6] |= 1UL << e.Row;
        return new(_columns, _starts, _ends, mask);
    }

    /// <summary>A view of the events with one of these names; unknown names match nothing.</summary>
    public EventStore Named(params IReadOnlyList<string> names)
    {
        bool[] wanted = [.. EventNames.Select(name => names.Contains(name, StringComparer.Ordinal))];
        return wanted.All(x => x) ? this : new(_columns, _starts, _ends, MaskOf(wanted));
    }

    /// <summary>One bit for each row with a wanted code, 64 rows a turn: a whole column is faster than user by user.</summary>
    private ulong[] MaskOf(bool[] wanted)
    {
        ReadOnlySpan<int> codes = _columns.Events;
        ulong[] mask = new ulong[(codes.Length + 63) / 64];
        for (int word = 0; word < mask.Length; word++)
        {
            var rows = codes[(word << 6)..Math.Min(codes.Length, (word + 1) << 6)];
            ulong bits = 0;
            for (int bit = 0; bit < rows.Length; bit++)
                bits |= (wanted[rows[bit]] ? 1UL : 0) << bit;
            mask[word] = _mask is null ? bits : bits & _mask[word];
        }
        return mask;
    }

    /// <summary>A view of the events of users for whom <paramref name="keep"/> is true; the numbering of users stays.</summary>
    public EventStore OfUsers(Func<int, bool> keep)
    {
        int[] ends = [.. _ends];
        for (int user = 0; user < ends.Length; user++)
            if (!keep(user))
                ends[user] = _starts[user];
        return new(_columns, _starts, ends, _mask);
    }

    private int LowerBound(int start, int end, long ticks)
    {
        int found = _columns.Ticks.AsSpan(start, end - start).BinarySearch(new AtLeast(ticks));
        return start + (found < 0 ? ~found : found);
    }

    /// <summary>Finds the first moment that is not before the wanted one: no element compares as equal.</summary>
    private readonly struct AtLeast(long wanted) : IComparable<long>
    {
        public int CompareTo(long other) => other < wanted ? 1 : -1;
    }

    private sealed record EventColumns(
        UserIndex Users, string[] EventNames, int[] Events, long[] Ticks, IReadOnlyDictionary<string, Lazy<Column>> Properties);
}
