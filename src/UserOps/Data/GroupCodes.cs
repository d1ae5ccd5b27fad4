using System.Globalization;

namespace UserOps.Data;

/// <summary>A property as groups: a group number for each user or event; rows without a value form a group of their own, the last.</summary>
internal sealed class GroupCodes
{
    public const string None = "(none)";
    private const int Most = 1000;

    private readonly int[] _codes;

    private GroupCodes(int[] codes, string[] names) => (_codes, Names) = (codes, [.. names, None]);

    /// <summary>The names of the groups.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The group of a row; row −1 has no value.</summary>
    public int this[int row] => row < 0 || _codes[row] < 0 ? Names.Count - 1 : _codes[row];

    /// <exception cref="UserOpsException">The column has too many values or is a time.</exception>
    public static GroupCodes Of(Column column)
    {
        var text = AsText(column);
        return text.Words.Length <= Most ? new(text.Codes, text.Words) : throw new UserOpsException(
            $"Property '{column.Name}' has {text.Words.Length} distinct values; at most {Most} can be compared. Choose a coarser property, or group its values first.");
    }

    private static TextColumn AsText(Column column) => column switch
    {
        TextColumn text => text,
        FlagColumn flag => new(flag.Name, [.. flag.Flags.Select(value => (int)value)], ["no", "yes"]),
        NumberColumn number => TextColumn.From(
            number.Name, number.Values.Select(value => double.IsNaN(value) ? null : value.ToString("G15", CultureInfo.InvariantCulture))),
        _ => throw new UserOpsException($"Property '{column.Name}' is a {column.GetType().Name}; words, numbers or flags are needed to form groups."),
    };
}
