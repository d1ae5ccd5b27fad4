using System.Globalization;
using UserOps.Data;

namespace UserOps.Experiments.Collecting;

/// <summary>The arms that a column names.</summary>
/// <param name="Names">The arms, control first.</param>
/// <param name="Of">The arm of each row, −1 where it has none.</param>
internal sealed record Arms(string[] Names, int[] Of)
{
    private const int Most = 20;

    /// <summary>Finds the arms.</summary>
    /// <param name="variants">The column.</param>
    /// <param name="used">Which rows belong to the experiment.</param>
    /// <param name="control">The name of control; found by itself when null.</param>
    /// <exception cref="InsufficientDataException">There is one arm or none.</exception>
    /// <exception cref="UserOpsException">There are too many to be arms, or none is named as control is.</exception>
    public static Arms In(Column variants, Func<int, bool> used, string? control)
    {
        var words = Words(variants);
        int[] of = new int[words.Length];
        bool[] found = new bool[words.Words.Length];
        for (int row = 0; row < of.Length; row++)
        {
            of[row] = words.Codes[row] >= 0 && used(row) ? words.Codes[row] : -1;
            if (of[row] >= 0)
                found[of[row]] = true;
        }
        string[] names = [.. words.Words.Where((_, code) => found[code])];
        Require(names, variants.Name);
        string first = ControlNames.Choose(names, control);
        string[] arms = [first, .. names.Where(name => name != first).Order(StringComparer.Ordinal)];
        int[] armOfCode = Array.ConvertAll(words.Words, word => Array.IndexOf(arms, word));
        for (int row = 0; row < of.Length; row++)
            of[row] = of[row] < 0 ? -1 : armOfCode[of[row]];
        return new(arms, of);
    }

    /// <summary>A column as words.</summary>
    internal static TextColumn Words(Column column) => column as TextColumn
        ?? TextColumn.From(column.Name, Enumerable.Range(0, column.Length).Select(row => Convert.ToString(column.ValueAt(row), CultureInfo.InvariantCulture)));

    private static void Require(string[] names, string column)
    {
        if (names.Length < 2)
            throw new InsufficientDataException(
                names.Length == 0 ? $"no unit with an arm in '{column}'" : $"only the arm '{names[0]}'", "at least two arms", "An effect needs a control to compare with; check the column and the name of the experiment.");
        if (names.Length > Most)
            throw new UserOpsException($"Column '{column}' has {names.Length} values; at most {Most} arms can be compared. Name the column of the arm.");
    }
}
