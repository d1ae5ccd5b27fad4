using UserOps.Data;

namespace UserOps.Survival;

/// <summary>Reads spells from the named columns of a wide table.</summary>
internal static class SpellTable
{
    public static SurvivalData Read(TypedTable table, SurvivalColumns columns)
    {
        double[] durations = table.Get<NumberColumn>(columns.Duration).Values;
        double[]? entries = columns.Entry is null ? null : table.Get<NumberColumn>(columns.Entry).Values;
        var ids = columns.Id is null
            ? TextColumn.From("row", Enumerable.Range(1, table.RowCount).Select(row => row.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            : Ids(table.Get<Column>(columns.Id));
        string[] used = [.. new[] { columns.Duration, columns.Event, columns.Entry, columns.Id }.OfType<string>()];
        return new(durations, Events(table.Get<Column>(columns.Event), columns.EventWord), entries, ids, new(table.Name, [.. table.Except(used)]))
        {
            Unit = columns.Unit,
            EventName = columns.EventWord ?? columns.Event,
            Source = $"table {table.Name}: time in '{columns.Duration}', event in '{columns.Event}'",
        };
    }

    private static TextColumn Ids(Column column)
    {
        if (Enumerable.Range(0, column.Length).FirstOrDefault(column.IsMissing, -1) is var blank and >= 0)
            throw new UserOpsException($"Row {blank + 1} has no id in '{column.Name}'; every row needs one. Fill it in, or name no id column.");
        return column as TextColumn
            ?? TextColumn.From(column.Name, Enumerable.Range(0, column.Length).Select(row => Convert.ToString(column.ValueAt(row), System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static bool[] Events(Column column, string? word)
    {
        int missing = Enumerable.Range(0, column.Length).Count(column.IsMissing);
        if (missing > 0)
            throw new UserOpsException($"{missing} of {column.Length} rows have no value in '{column.Name}', which marks the event; all need one. Fill it in or leave these rows out.");
        return column switch
        {
            FlagColumn flags => [.. flags.Flags.Select(flag => flag == 1)],
            NumberColumn numbers when Array.TrueForAll(numbers.Values, value => value is 0 or 1) => [.. numbers.Values.Select(value => value == 1)],
            NumberColumn numbers => throw new UserOpsException(FormattableString.Invariant(
                $"Column '{column.Name}' marks the event with {string.Join(", ", numbers.Values.Distinct().Order().Take(5))}; 1 for an event and 0 for none are needed.")),
            TextColumn words => OfWord(words, word),
            _ => throw new UserOpsException($"Column '{column.Name}' is a {column.GetType().Name}; yes/no, 1/0 or words are needed to mark the event."),
        };
    }

    private static bool[] OfWord(TextColumn words, string? word)
    {
        int code = word is null ? -1 : words.CodeOf(word);
        if (code < 0)
            throw new UserOpsException(
                $"Column '{words.Name}' holds the words {string.Join(", ", words.Words.Take(8))}. Name the one that marks an event in {nameof(SurvivalColumns.EventWord)}.");
        return [.. words.Codes.Select(found => found == code)];
    }
}
