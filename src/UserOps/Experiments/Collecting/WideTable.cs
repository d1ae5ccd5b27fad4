using UserOps.Data;

namespace UserOps.Experiments.Collecting;

/// <summary>Reads the assignment of an experiment from a wide table.</summary>
internal static class WideTable
{
    // A column that agrees with the arm in so many rows says what was shown; one that agrees in all says nothing new.
    private const double Agreement = 0.9;

    public static Assignment Read(TypedTable table, ExperimentTableDefinition definition)
    {
        var arms = Arms.In(table.Get<Column>(definition.Variant), _ => true, definition.Control);
        int[] armOf = arms.Of;
        var ids = definition.Id is { } id ? Arms.Words(table.Get<Column>(id)) : null;
        long[]? at = definition.At is { } when ? table.Get<TimeColumn>(when).Ticks : null;
        string? shown = definition.Shown ?? FindShown(table, definition, arms.Names.Length, armOf);
        int blank = Enumerable.Range(0, armOf.Length).Count(row => armOf[row] < 0 || ids is not null && ids.Codes[row] < 0);
        int contradictions = shown is null ? 0 : DropContradictions(Arms.Words(table.Get<Column>(shown)), arms.Names.Length, armOf);
        return UnitJoin.Join(arms, ids?.Codes, ids?.Words.Length ?? table.RowCount, at, definition.Repeated == RepeatedRows.Cluster && ids is not null) with
        {
            User = [],
            Blank = blank,
            Contradictions = contradictions,
            Shown = shown,
        };
    }

    private static string? FindShown(TypedTable table, ExperimentTableDefinition definition, int arms, int[] armOf)
    {
        foreach (var column in table.Except(definition.Variant, definition.Id ?? "", definition.At ?? "").OfType<TextColumn>())
            if (column.Words.Length == arms && Match(column, arms, armOf) is var (_, agree) && agree > Agreement * armOf.Length && agree < armOf.Length)
                return column.Name;
        return null;
    }

    private static int DropContradictions(TextColumn shown, int arms, int[] armOf)
    {
        (int[] usual, _) = Match(shown, arms, armOf);
        int dropped = 0;
        for (int row = 0; row < armOf.Length; row++)
            if (armOf[row] >= 0 && shown.Codes[row] != usual[armOf[row]])
                (armOf[row], dropped) = (-1, dropped + 1);
        return dropped;
    }

    /// <summary>What each arm usually shows, and in how many rows it does.</summary>
    private static (int[] Usual, int Agree) Match(TextColumn shown, int arms, int[] armOf)
    {
        int[,] counts = new int[arms, shown.Words.Length];
        for (int row = 0; row < armOf.Length; row++)
            if (armOf[row] >= 0 && shown.Codes[row] >= 0)
                counts[armOf[row], shown.Codes[row]]++;
        int[] usual = [.. Enumerable.Range(0, arms).Select(arm => Enumerable.Range(0, shown.Words.Length).MaxBy(word => counts[arm, word]))];
        bool distinct = usual.Distinct().Count() == arms;
        return (usual, distinct ? usual.Select((word, arm) => counts[arm, word]).Sum() : 0);
    }
}
