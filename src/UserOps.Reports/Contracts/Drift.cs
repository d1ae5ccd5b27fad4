namespace UserOps.Reports.Contracts;

/// <summary>How far the values of a column have moved since an earlier export.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Index">The population stability index: 0 for equal shares; from 0.25 the change is usually called large.</param>
/// <param name="Group">The word or part whose share moved most.</param>
/// <param name="ShareBefore">Its share then, a fraction.</param>
/// <param name="ShareNow">Its share now, a fraction.</param>
/// <remarks>N. Siddiqi (2006), <i>Credit Risk Scorecards</i>. Half a row is added to every group, since an empty one would make the index infinite.</remarks>
public sealed record Drift(string Table, string Column, double Index, string Group, double ShareBefore, double ShareNow)
{
    private const double Large = 0.25;
    private const double TimesChance = 3;

    /// <summary>The drift between two profiles of one column.</summary>
    public static Drift Between(ColumnProfile before, ColumnProfile now)
    {
        string[] groups = [.. before.Groups.Union(now.Groups, StringComparer.Ordinal)];
        double[] then = Shares(before, groups), today = Shares(now, groups);
        int most = Enumerable.Range(0, groups.Length).MaxBy(i => Math.Abs(today[i] - then[i]));
        double index = then.Zip(today, (e, a) => (a - e) * Math.Log(a / e)).Sum();
        return new(before.Table, before.Column, index, groups[most], then[most], today[most]);
    }

    /// <summary>The columns that moved far, and further than chance moves tables of their size.</summary>
    public static IReadOnlyList<Drift> Find(DataProfile before, DataProfile now) =>
    [
        .. from column in now.Columns
           let known = before.Find(column.Table, column.Column)
           where known is not null && Equal(known.Borders, column.Borders)
           let drift = Between(known, column)
           where drift.Index >= Math.Max(Large, TimesChance * ByChance(known, column))
           select drift,
    ];

    // The expected index of two samples from one population is that of a chi-squared statistic over its sample sizes.
    private static double ByChance(ColumnProfile before, ColumnProfile now) =>
        before.Groups.Union(now.Groups, StringComparer.Ordinal).Count() * (1.0 / Math.Max(1, before.Counts.Sum()) + 1.0 / Math.Max(1, now.Counts.Sum()));

    private static bool Equal(IReadOnlyList<double>? a, IReadOnlyList<double>? b) => (a ?? []).SequenceEqual(b ?? []);

    private static double[] Shares(ColumnProfile profile, string[] groups)
    {
        var counts = profile.Groups.Zip(profile.Counts).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        double all = profile.Counts.Sum() + groups.Length / 2.0;
        return [.. groups.Select(group => (counts.GetValueOrDefault(group) + 0.5) / all)];
    }
}
