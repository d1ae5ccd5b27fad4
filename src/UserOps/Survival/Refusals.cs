namespace UserOps.Survival;

/// <summary>Why a model of covariates cannot be fitted, in the user's words.</summary>
internal static class Refusals
{
    public static UserOpsException Determined(DesignMatrix design, int column, string where) => new(
        $"'{Name(design, column)}' does not vary, or follows from the other covariates, {where}, so its effect cannot be told. Leave it out or change the strata.");

    public static InsufficientDataException Separated(DesignMatrix design, CoxRows rows, int column)
    {
        string name = Name(design, column);
        double[] values = [.. Enumerable.Range(0, rows.Count).Select(row => rows.Values[row * rows.Width + column]).Distinct().Take(3)];
        string found = values.Length == 2 ? Counts(rows, column, values.Max(), name) : $"a likelihood that keeps rising as the coefficient of '{name}' grows";
        return new(found, "events and survivors at risk together on both sides of every covariate",
            $"The hazard ratio of '{name}' is 0 or infinite in these data. Leave it out, join rare values, or watch longer.");
    }

    private static string Counts(CoxRows rows, int column, double high, string name)
    {
        int[] with = [.. Enumerable.Range(0, rows.Count).Where(row => rows.Values[row * rows.Width + column] == high)];
        int events = with.Count(row => rows.Events[row]), all = rows.Events.Count(seen => seen);
        return $"{events} events among {with.Length} spells with '{name}' and {all - events} among {rows.Count - with.Length} without";
    }

    private static string Name(DesignMatrix design, int column) => design.Encoding.Columns[column].Name;
}
