using System.Globalization;

namespace UserOps.Data;

/// <summary>Puts users into groups by a column: the largest groups by name, the rest as one, those without a value as one.</summary>
internal sealed class Grouping
{
    /// <summary>The row of a user who belongs to no group.</summary>
    public const int Nowhere = -1;

    private readonly int[] _codes;

    private Grouping(string[] names, int[] codes) => (Names, _codes) = (names, codes);

    /// <summary>The names of the groups, the largest first, then the rest, then those without a value.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The index of a user's group in <see cref="Names"/>, −1 for none.</summary>
    public int CodeOf(int user) => _codes[user];

    /// <summary>Groups users by the value at a row of theirs.</summary>
    /// <param name="column">The column.</param>
    /// <param name="users">How many users there are.</param>
    /// <param name="rowOf">The row of a user in the column, or <see cref="Nowhere"/>.</param>
    /// <param name="largest">How many groups keep their name.</param>
    public static Grouping Of(Column column, int users, Func<int, int> rowOf, int largest)
    {
        int[] rows = [.. Enumerable.Range(0, users).Select(rowOf)];
        TextColumn text = column as TextColumn ?? TextColumn.From(column.Name, rows.Select(row => row < 0 ? null : Print(column.ValueAt(row))));
        int[] words = column is TextColumn ? [.. rows.Select(row => row < 0 ? -1 : text.Codes[row])] : text.Codes;
        return Arrange(text.Words, words, [.. rows.Select(row => row >= 0)], largest);
    }

    private static string? Print(object? value) => value is DateTime time
        ? time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static Grouping Arrange(string[] words, int[] codes, bool[] belongs, int largest)
    {
        int[] sizes = new int[words.Length];
        foreach (int code in codes)
            if (code >= 0)
                sizes[code]++;
        int[] bySize = [.. Enumerable.Range(0, words.Length).Where(code => sizes[code] > 0).OrderByDescending(code => sizes[code]).ThenBy(code => words[code], StringComparer.Ordinal)];
        int named = Math.Min(largest, bySize.Length);
        List<string> names = [.. bySize.Take(named).Select(code => words[code])];
        int[] places = new int[words.Length];
        for (int rank = 0; rank < bySize.Length; rank++)
            places[bySize[rank]] = Math.Min(rank, named);
        if (bySize.Length > named)
            names.Add($"({bySize.Length - named} others)");
        int missing = names.Count;
        if (codes.Zip(belongs).Any(pair => pair.Second && pair.First < 0))
            names.Add("(none)");
        return new([.. names], [.. codes.Zip(belongs, (code, member) => !member ? Nowhere : code < 0 ? missing : places[code])]);
    }
}
