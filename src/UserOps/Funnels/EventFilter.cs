using System.Globalization;
using UserOps.Data;

namespace UserOps.Funnels;

/// <summary>Which events qualify, by one of their properties. An event without the property does not.</summary>
public abstract record EventFilter
{
    private EventFilter() { }

    /// <summary>The property is one of these words (numbers and flags as they print: <c>2.5</c>, <c>True</c>).</summary>
    public static EventFilter OneOf(string property, params IReadOnlyList<string> values) => new Words(property, [.. values]);

    /// <summary>The property is a number from <paramref name="least"/> to <paramref name="most"/>, bounds included.</summary>
    public static EventFilter Between(string property, double least, double most) => new Range(property, least, most);

    /// <summary>The filter as a test of an event row.</summary>
    /// <exception cref="UserOpsException">The property is missing or of another type.</exception>
    internal abstract Func<int, bool> Bind(EventStore events);

    private sealed record Words(string Property, string[] Values) : EventFilter
    {
        public override string ToString() => $"{Property} is {string.Join(" or ", Values)}";

        internal override Func<int, bool> Bind(EventStore events)
        {
            var column = events.Property<Column>(Property);
            if (column is not TextColumn text)
                return row => Values.Contains(Convert.ToString(column.ValueAt(row), CultureInfo.InvariantCulture), StringComparer.Ordinal);
            bool[] wanted = [.. text.Words.Select(word => Values.Contains(word, StringComparer.Ordinal))];
            return row => text.Codes[row] >= 0 && wanted[text.Codes[row]];
        }
    }

    private sealed record Range(string Property, double Least, double Most) : EventFilter
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Property} from {Least} to {Most}");

        internal override Func<int, bool> Bind(EventStore events)
        {
            double[] values = events.Property<NumberColumn>(Property).Values;
            return row => values[row] >= Least && values[row] <= Most;
        }
    }
}
