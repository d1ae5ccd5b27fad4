using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>Observed and expected events by group and the covariance of their difference, summed over strata and times.</summary>
internal sealed class LogRankSums(int groups, LogRankWeights weights)
{
    public double[] Observed { get; } = new double[groups];

    public double[] Expected { get; } = new double[groups];

    public double[,] Variance { get; } = new double[groups, groups];

    /// <summary>Adds the spells of a stratum.</summary>
    public void Add(SurvivalData data, int[] groupOf, int[] rows)
    {
        double[][] exits = Times(rows, groupOf, row => data.Durations[row]);
        double[][] entries = data.Entries is { } begins ? Times(rows, groupOf, row => begins[row]) : [.. Enumerable.Repeat(Array.Empty<double>(), groups)];
        double survival = 1;
        foreach (var time in rows.Where(row => data.Events[row]).GroupBy(row => data.Durations[row]).OrderBy(time => time.Key))
        {
            int[] died = new int[groups];
            foreach (int row in time)
                died[groupOf[row]]++;
            survival *= Add(died, [.. exits.Zip(entries, (exit, entry) => Sorted.CountFrom(exit, time.Key) - Sorted.CountFrom(entry, time.Key))], survival);
        }
    }

    /// <summary>Adds a time and gives the share that survives it.</summary>
    private double Add(int[] died, int[] atRisk, double survival)
    {
        int all = atRisk.Sum(), events = died.Sum();
        double weight = weights.At(all, survival);
        double spread = all > 1 ? weight * weight * events * (double)(all - events) / (all - 1) : 0;
        for (int group = 0; group < groups; group++)
        {
            double share = (double)atRisk[group] / all;
            Observed[group] += weight * died[group];
            Expected[group] += weight * events * share;
            for (int other = 0; other < groups; other++)
                Variance[group, other] += spread * share * ((group == other ? 1 : 0) - (double)atRisk[other] / all);
        }
        return 1 - (double)events / all;
    }

    private double[][] Times(int[] rows, int[] groupOf, Func<int, double> time) =>
        [.. Enumerable.Range(0, groups).Select(group => rows.Where(row => groupOf[row] == group).Select(time).Order().ToArray())];
}
