using System.Globalization;
using UserOps.Data;

namespace UserOps.Survival;

/// <summary>The groups of spells that a column makes: a number for each spell, and the groups' names, the largest first.</summary>
/// <param name="Of">The group of each spell, −1 where the column has no value.</param>
/// <param name="Names">The names.</param>
internal sealed record SpellGroups(int[] Of, string[] Names)
{
    private const int Most = 50;

    /// <summary>Spells without a value in the column.</summary>
    public int Missing => Of.Count(group => group < 0);

    /// <summary>The groups of a column; all spells in one group without a column.</summary>
    public static SpellGroups By(SurvivalData data, string? column) => column is null ? new(new int[data.Count], ["All"]) : FromValues(data.Column(column));

    /// <summary>The spells of a group.</summary>
    public int[] Rows(int group) => [.. Enumerable.Range(0, Of.Length).Where(row => Of[row] == group)];

    /// <summary>A number for each distinct value of a column, −1 where it is missing.</summary>
    public static int[] Codes(Column column) => TextColumn.From(column.Name, Enumerable.Range(0, column.Length).Select(row => Word(column, row))).Codes;

    private static SpellGroups FromValues(Column column)
    {
        string?[] words = [.. Enumerable.Range(0, column.Length).Select(row => Word(column, row))];
        string[] names = [.. words.OfType<string>().GroupBy(word => word, StringComparer.Ordinal).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key)];
        if (names.Length == 0)
            throw new InsufficientDataException($"no value in column '{column.Name}'", "at least one", "Group by another column.");
        if (names.Length > Most)
            throw new UserOpsException($"Column '{column.Name}' has {names.Length} values; at most {Most} groups can be told apart. Group by another column or join its values.");
        var numbers = names.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        return new([.. words.Select(word => word is null ? -1 : numbers[word])], names);
    }

    /// <summary>The groups of the rows of another table by the same column; −1 where it has no value that is known here.</summary>
    public int[] In(TypedTable table, string? column)
    {
        if (column is null)
            return new int[table.RowCount];
        var values = table.Get<Column>(column);
        return [.. Enumerable.Range(0, table.RowCount).Select(row => Array.IndexOf(Names, Word(values, row)))];
    }

    private static string? Word(Column column, int row) => column switch
    {
        FlagColumn flags => flags.Flags[row] switch { 1 => $"{column.Name}: yes", 0 => $"{column.Name}: no", _ => null },
        TextColumn words => words[row],
        _ => Convert.ToString(column.ValueAt(row), CultureInfo.InvariantCulture) is { Length: > 0 } word ? word : null,
    };
}
