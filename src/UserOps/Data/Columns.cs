namespace UserOps.Data;

/// <summary>A typed column of a table; values are stored densely, missing ones by a mark of the type.</summary>
/// <param name="Name">The column's name.</param>
public abstract record Column(string Name)
{
    /// <summary>How many rows the column has.</summary>
    public abstract int Length { get; }

    /// <summary>The value of a row as a plain object, null when missing.</summary>
    public abstract object? ValueAt(int row);

    /// <summary>Whether the row has no value.</summary>
    public abstract bool IsMissing(int row);

    /// <summary>The same values in the order given: row i of the new column is row <paramref name="order"/>[i] of this one.</summary>
    public abstract Column Reorder(ReadOnlySpan<int> order);

    /// <summary>The same column under another name.</summary>
    public Column Rename(string name) => this with { Name = name };

    /// <inheritdoc/>
    public sealed override string ToString() => $"{Name} ({GetType().Name}, {Length} rows)";

    private protected static T[] Gather<T>(T[] values, ReadOnlySpan<int> order) where T : unmanaged
    {
        var gathered = LargeArray.Uninitialized<T>(order.Length);
        for (int i = 0; i < order.Length; i++)
            gathered[i] = values[order[i]];
        return gathered;
    }
}

/// <summary>Words, dictionary-coded: each row holds the index of its word, −1 when missing.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Codes">An index into <paramref name="Words"/> for each row, −1 when missing.</param>
/// <param name="Words">The distinct words.</param>
public sealed record TextColumn(string Name, int[] Codes, string[] Words) : Column(Name)
{
    private readonly Lazy<int[]>? _onDemand;
    private readonly int[] _codes = Codes;
    private readonly int _length = Codes.Length;

    private TextColumn(string name, int length, Lazy<int[]> codes, string[] words) : this(name, [], words) => (_length, _onDemand) = (length, codes);

    /// <summary>An index into <see cref="Words"/> for each row, −1 when missing.</summary>
    public int[] Codes
    {
        get => _onDemand?.Value ?? _codes;
        init => (_codes, _length, _onDemand) = (value, value.Length, null);
    }

    /// <inheritdoc/>
    public override int Length => _length;

    /// <summary>The word of a row, null when missing.</summary>
    public string? this[int row] => Codes[row] < 0 ? null : Words[Codes[row]];

    /// <inheritdoc/>
    public override object? ValueAt(int row) => this[row];

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Codes[row] < 0;

    /// <inheritdoc/>
    public override Column Reorder(ReadOnlySpan<int> order) => this with { Codes = Gather(Codes, order) };

    /// <summary>The code of a word, or −1 when no row holds it.</summary>
    public int CodeOf(string word) => Array.IndexOf(Words, word);

    /// <summary>A column whose codes are fetched when they are first asked for: most questions leave most properties alone.</summary>
    internal static TextColumn OnDemand(string name, int length, Func<int[]> codes, string[] words) => new(name, length, new Lazy<int[]>(codes), words);

    /// <summary>Codes plain words in order of first appearance.</summary>
    public static TextColumn From(string name, IEnumerable<string?> values)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] codes = [.. values.Select(Code)];
        return new(name, codes, [.. seen.Keys]);

        int Code(string? value)
        {
            if (value is null)
                return -1;
            if (!seen.TryGetValue(value, out int code))
                seen.Add(value, code = seen.Count);
            return code;
        }
    }
}

/// <summary>Numbers; NaN when missing.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Values">A value for each row, NaN when missing.</param>
public sealed record NumberColumn(string Name, double[] Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Length => Values.Length;

    /// <inheritdoc/>
    public override object? ValueAt(int row) => double.IsNaN(Values[row]) ? null : Values[row];

    /// <inheritdoc/>
    public override bool IsMissing(int row) => double.IsNaN(Values[row]);

    /// <inheritdoc/>
    public override Column Reorder(ReadOnlySpan<int> order) => this with { Values = Gather(Values, order) };
}

/// <summary>Moments as UTC ticks (100 ns since 0001-01-01); <see cref="Missing"/> when missing.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Ticks">UTC ticks for each row.</param>
public sealed record TimeColumn(string Name, long[] Ticks) : Column(Name)
{
    /// <summary>The mark of a missing moment.</summary>
    public const long Missing = long.MinValue;

    /// <inheritdoc/>
    public override int Length => Ticks.Length;

    /// <inheritdoc/>
    public override object? ValueAt(int row) => IsMissing(row) ? null : new DateTime(Ticks[row], DateTimeKind.Utc);

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Ticks[row] == Missing;

    /// <inheritdoc/>
    public override Column Reorder(ReadOnlySpan<int> order) => this with { Ticks = Gather(Ticks, order) };
}

/// <summary>Yes or no: 1, 0, or −1 when missing.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Flags">1, 0 or −1 for each row.</param>
public sealed record FlagColumn(string Name, sbyte[] Flags) : Column(Name)
{
    /// <inheritdoc/>
    public override int Length => Flags.Length;

    /// <inheritdoc/>
    public override object? ValueAt(int row) => Flags[row] < 0 ? null : Flags[row] == 1;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Flags[row] < 0;

    /// <inheritdoc/>
    public override Column Reorder(ReadOnlySpan<int> order) => this with { Flags = Gather(Flags, order) };
}
