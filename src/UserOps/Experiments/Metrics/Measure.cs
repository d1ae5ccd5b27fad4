namespace UserOps.Experiments.Metrics;

/// <summary>What is measured on each user of an experiment, from exposure to the end of the window.</summary>
public abstract record Measure
{
    private Measure() { }

    /// <summary>How often the user did any of these.</summary>
    /// <param name="Names">The names of the events, at least one.</param>
    public sealed record Events(params IReadOnlyList<string> Names) : Measure
    {
        /// <inheritdoc/>
        public bool Equals(Events? other) => other is not null && Names.SequenceEqual(other.Names, StringComparer.Ordinal);

        /// <inheritdoc/>
        public override int GetHashCode() => Names.Aggregate(17, (hash, name) => HashCode.Combine(hash, name));
    }

    /// <summary>How many orders of more than nothing the user placed.</summary>
    public sealed record Orders : Measure;

    /// <summary>What the user paid, after refunds.</summary>
    public sealed record Revenue : Measure;

    /// <summary>A column of the exposures or of the wide table: a number, or yes and no as 1 and 0.</summary>
    /// <param name="Name">The column.</param>
    public sealed record Column(string Name) : Measure;

    /// <summary>How many rows of a wide table the unit has, such as visits of a user.</summary>
    public sealed record Rows : Measure;

    /// <summary>The measure in words, for definitions.</summary>
    internal string Describe() => this switch
    {
        Events events => string.Join(" or ", events.Names),
        Orders => "orders",
        Revenue => "amount paid after refunds",
        Column column => $"'{column.Name}'",
        _ => "rows",
    };
}
