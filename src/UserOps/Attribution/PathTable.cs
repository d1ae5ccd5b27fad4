using UserOps.Data;

namespace UserOps.Attribution;

/// <summary>Reads journeys from a table with one row a path.</summary>
internal static class PathTable
{
    private static readonly string[] Separators = [">", "→", "|", ";", ",", "/", "+"];

    public static CustomerJourneys Read(TypedTable table, PathColumns columns)
    {
        var paths = table.Get<TextColumn>(columns.Path);
        if (table.RowCount == 0)
            throw new InsufficientDataException($"no row in table '{table.Name}'", "at least one path", "Check the file.");
        CheckSeparator(paths, columns);
        string[][] words = [.. Enumerable.Range(0, paths.Length).Select(row => Split(paths, row, columns.Separator))];
        var counts = new PathCounts(
            Counts(table, columns.Conversions), columns.Nulls is { } nulls ? Counts(table, nulls) : new double[paths.Length],
            columns.Value is { } value ? Numbers(table, value) : null);
        string[] channels = [.. words.SelectMany((path, row) => path.Select(word => (Word: word, Journeys: counts.JourneysOf(row))))
            .GroupBy(one => one.Word, one => one.Journeys, StringComparer.Ordinal).OrderByDescending(group => group.Sum()).Select(group => group.Key)];
        var number = channels.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        int[] starts = [0, .. words.Select(path => path.Length)];
        for (int path = 1; path < starts.Length; path++)
            starts[path] += starts[path - 1];
        return new(channels, new([.. words.SelectMany(path => path.Select(word => number[word]))], starts, null, counts, null))
        {
            Source = $"{Caption.Count(paths.Length)} paths of table '{table.Name}'",
            Remarks = columns.Nulls is null ? ["The table names no journeys without a conversion (null paths)."] : [],
        };
    }

    private static void CheckSeparator(TextColumn paths, PathColumns columns)
    {
        if (columns.Separator.Trim().Length == 0)
            throw new UserOpsException("The separator of a path is blank; name the sign that stands between two channels, such as '>'.");
        if (paths.Words.Any(path => path.Contains(columns.Separator.Trim(), StringComparison.Ordinal)))
            return;
        if (Separators.FirstOrDefault(other => paths.Words.Any(path => path.Contains(other, StringComparison.Ordinal))) is { } found)
            throw new UserOpsException(
                $"The separator '{columns.Separator.Trim()}' stands in none of {Caption.Count(paths.Length)} paths, such as '{paths.Words[0]}'. Is it '{found}'? Name it as Separator.");
    }

    private static string[] Split(TextColumn paths, int row, string separator)
    {
        string[] words = paths[row]?.Split(separator.Trim(), StringSplitOptions.TrimEntries) ?? [""];
        return words.Contains("") ? throw new UserOpsException($"Path {row + 1} ('{paths[row]}') has a blank channel; every touchpoint needs a name.") : words;
    }

    private static double[] Counts(TypedTable table, string column)
    {
        double[] values = Numbers(table, column);
        int bad = Array.FindIndex(values, value => !(value >= 0));
        return bad < 0 ? values : throw new UserOpsException(
            FormattableString.Invariant($"'{column}' of path {bad + 1} is {values[bad]}; a count of zero or more is needed."));
    }

    private static double[] Numbers(TypedTable table, string column)
    {
        double[] values = table.Numbers(column);
        int bad = Array.FindIndex(values, value => !double.IsFinite(value));
        return bad < 0 ? values : throw new UserOpsException($"'{column}' of path {bad + 1} is blank; a number is needed.");
    }
}
