namespace UserOps.Data.Schema;

/// <summary>Brings ids that one file writes as <c>17850.0</c> and another as <c>17850</c> to one form.</summary>
internal static class UserIds
{
    private static readonly string[] IdColumns = ["user_id", "referrer_id"];

    /// <summary>The tables with ids in one form, and a warning where any had to be changed.</summary>
    public static (IReadOnlyList<TypedTable> Tables, IReadOnlyList<string> Warnings) Unify(IReadOnlyList<TypedTable> tables)
    {
        var words = tables.SelectMany(Ids).SelectMany(column => column.Words).ToHashSet(StringComparer.Ordinal);
        string[] matching = [.. words.Where(word => IsDecimal(word) && words.Contains(word[..^2]))];
        if (matching.Length == 0)
            return (tables, []);
        return ([.. tables.Select(Unify)], [
            FormattableString.Invariant($"{matching.Length:N0} user ids are written both as {Example(matching)} and as {Example(matching)[..^2]}: ") + "they are taken for the same users, and '.0' is cut off every id. "
            + "Export ids as text to be sure."]);
    }

    private static string Example(string[] ids) => ids.Min(StringComparer.Ordinal)!;

    private static IEnumerable<TextColumn> Ids(TypedTable table) => table.Columns.OfType<TextColumn>().Where(column => IdColumns.Contains(column.Name));

    private static TypedTable Unify(TypedTable table) => Ids(table).Any()
        ? new(table.Name, [.. table.Columns.Select(column => IdColumns.Contains(column.Name) && column is TextColumn ids ? Unify(ids) : column)])
        : table;

    private static TextColumn Unify(TextColumn ids)
    {
        var words = TextColumn.From(ids.Name, ids.Words.Select(word => IsDecimal(word) ? word[..^2] : word));
        return words with { Codes = [.. ids.Codes.Select(code => code < 0 ? -1 : words.Codes[code])] };
    }

    private static bool IsDecimal(string word) => word.Length > 2 && word.EndsWith(".0", StringComparison.Ordinal) && !word.AsSpan(0, word.Length - 2).ContainsAnyExceptInRange('0', '9');
}
