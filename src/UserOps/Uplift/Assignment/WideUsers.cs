using UserOps.Data;
using UserOps.Features;

namespace UserOps.Uplift;

/// <summary>The users of a ready table.</summary>
internal static class WideUsers
{
    public static AssignedUsers Of(TypedTable table, UpliftTableDefinition definition)
    {
        var column = ArmNames.Words(table.Get<Column>(definition.Arm));
        double[] outcomes = Outcomes(table.Get<Column>(definition.Outcome));
        int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(row => !column.IsMissing(row) && !double.IsNaN(outcomes[row]))];
        string[] arms = ArmNames.Of((TextColumn)column.Reorder(rows), definition.Control);
        int[] armOfWord = [.. column.Words.Select(word => Array.IndexOf(arms, word))];
        int[] armOf = [.. rows.Select(row => armOfWord[column.Codes[row]])];
        var features = Features(table, definition);
        return new()
        {
            Features = rows.Length == table.RowCount ? features : features.Rows(rows),
            Arms = arms,
            ArmOf = armOf,
            Outcomes = [.. rows.Select(row => outcomes[row])],
            Shares = ArmNames.Shares(arms, armOf, definition.Shares),
            SharesAreKnown = definition.Shares is not null,
            OutcomeWords = definition.Outcome,
            AssignedAt = definition.At is { } at && table.Get<TimeColumn>(at) is var moments ? [.. rows.Select(row => moments.Ticks[row])] : [],
            LeftOut = rows.Length == table.RowCount ? [] : [$"{Caption.Count(table.RowCount - rows.Length)} rows without an arm or an outcome were left out."],
        };
    }

    private static FeatureTable Features(TypedTable table, UpliftTableDefinition definition)
    {
        string[] kept = [definition.Arm, definition.Outcome, .. definition.NotKnown];
        foreach (string name in definition.NotKnown)
            table.Get<Column>(name);
        string[] used = [.. definition.Features.Count > 0 ? definition.Features : table.Columns.Select(column => column.Name).Where(name => name != definition.Id && name != definition.At)];
        string? known = definition.Features.FirstOrDefault(name => kept.Contains(name, StringComparer.Ordinal));
        if (known is not null)
            throw new UserOpsException($"'{known}' cannot be a feature: it is the arm, the outcome, or was written after the assignment.");
        string[] columns = [.. used.Where(name => !kept.Contains(name, StringComparer.Ordinal))];
        if (definition.Id is { } id)
            return FeatureTable.From(table, id, columns);
        const string Row = "(row)";
        return FeatureTable.From(new(table.Name, [new NumberColumn(Row, [.. Enumerable.Range(1, table.RowCount).Select(row => (double)row)]), .. table.Columns]), Row, columns);
    }

    private static double[] Outcomes(Column column) => column switch
    {
        NumberColumn number when Array.FindIndex(number.Values, double.IsInfinity) is var row and >= 0 =>
            throw new UserOpsException($"The outcome '{column.Name}' is infinite in row {row + 1}; a number or nothing is needed."),
        NumberColumn number => number.Values,
        FlagColumn flag => [.. flag.Flags.Select(value => value < 0 ? double.NaN : value)],
        _ => throw new UserOpsException($"The outcome '{column.Name}' holds {(column is TextColumn ? "words" : "moments")}; yes and no, 1 and 0, or an amount is needed."),
    };
}
