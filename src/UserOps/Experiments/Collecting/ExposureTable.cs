using UserOps.Data;
using UserOps.Display;

namespace UserOps.Experiments.Collecting;

/// <summary>Reads the assignment of one experiment from the exposures of an export.</summary>
internal static class ExposureTable
{
    public static Assignment Read(Dataset data, ExperimentDefinition definition)
    {
        var table = data.Table(TableKind.Exposures);
        string? name = Name(table, definition.Experiment);
        int code = -1;
        TextColumn? experiments = null;
        if (name is not null && table.TryGet<Column>("experiment", out var column))
            code = (experiments = Arms.Words(column)).CodeOf(name);
        bool Used(int row) => experiments is null || experiments.Codes[row] == code;
        var arms = Arms.In(table.Get<Column>("variant"), Used, definition.Control);
        long[]? at = table.TryGet<TimeColumn>("at", out var times) ? times.Ticks : null;
        int[] users = data.UserOfRow(TableKind.Exposures);
        if (at is not null)
            DropTimeless(at, arms.Of);
        return UnitJoin.Join(arms, users, data.Users.Count, at, clustered: false) with { Blank = CountBlank(users, arms.Of, Used) };
    }

    /// <summary>The experiment that is asked for, or the only one; null where the table does not tell experiments apart.</summary>
    /// <exception cref="UserOpsException">There are several and none was named, or there is none of the name.</exception>
    private static string? Name(TypedTable table, string? asked)
    {
        string[] names = table.TryGet<Column>("experiment", out var column) ? [.. Arms.Words(column).Words.Order(StringComparer.Ordinal)] : [];
        if (asked is null)
            return names.Length > 1 ? throw new UserOpsException($"The exposures hold {names.Length} experiments: {string.Join(", ", names)}. Name one.") : names.FirstOrDefault();
        return names.Contains(asked, StringComparer.Ordinal) ? asked : throw new MissingDataException(
            $"No experiment is named '{asked}'.{NearestName.Suggest(asked, names)} {(names.Length == 0 ? "The exposures do not name experiments." : $"The exposures hold: {string.Join(", ", names)}.")}");
    }

    private static void DropTimeless(long[] at, int[] armOf)
    {
        for (int row = 0; row < armOf.Length; row++)
            if (at[row] == TimeColumn.Missing)
                armOf[row] = -1;
    }

    private static int CountBlank(int[] users, int[] armOf, Func<int, bool> used)
    {
        int blank = 0;
        for (int row = 0; row < armOf.Length; row++)
            if ((users[row] < 0 || armOf[row] < 0) && used(row))
                blank++;
        return blank;
    }
}
