using UserOps.Data;
using UserOps.Features;
using UserOps.Learning;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>Looks for features that may have been written after the outcome: alone they explain it, or nothing replaces them.</summary>
internal static class LeakageCheck
{
    private const double AloneExplains = 0.9, WorthALook = 0.7, Irreplaceable = 0.08;
    private const int Bins = 20, Looks = 3, Parts = 5;

    public static IReadOnlyList<LeakageWarning> Of(FeatureTable features, bool[] left, int seed)
    {
        double[] outcomes = [.. left.Select(one => one ? 1.0 : 0)];
        int[] folds = Folds.Of(features.Ids, outcomes, Parts, seed);
        var alone = features.Columns.Columns.Select(column => (column.Name, Auc: Alone(column, outcomes, left, folds)))
            .OrderByDescending(one => one.Auc).ThenBy(one => one.Name, StringComparer.Ordinal).ToList();
        var certain = alone.Where(one => one.Auc >= AloneExplains).Select(one => new LeakageWarning(one.Name, one.Auc, null, null));
        var doubtful = alone.Where(one => one.Auc < AloneExplains && one.Auc >= WorthALook).Take(Looks).ToList();
        return doubtful.Count == 0 ? [.. certain] : [.. certain, .. Irreplaceables(features, left, seed, doubtful)];
    }

    private static IEnumerable<LeakageWarning> Irreplaceables(FeatureTable features, bool[] left, int seed, List<(string Name, double Auc)> doubtful)
    {
        var options = new LearningOptions { Learner = Learner.Linear, Seed = seed };
        double with = CrossValidation.Of(features, left, options, Parts).Scores.Auc;
        foreach ((string name, double auc) in doubtful.Where(_ => features.Features.Count > 1))
        {
            double without = CrossValidation.Of(features.Without(name), left, options, Parts).Scores.Auc;
            if (with - without >= Irreplaceable)
                yield return new(name, auc, with, without);
        }
    }

    /// <summary>The AUC of the mean outcome by level, or by twentieths of a number, learnt on other users.</summary>
    private static double Alone(Column column, double[] outcomes, bool[] left, int[] folds)
    {
        var levels = column as TextColumn ?? Binned(column.Name, NumberCode.ValuesOf(column));
        var matrix = new FeatureMatrix(levels.Length, 1);
        LevelMeans.WriteOutOfFold(LevelMeans.Of(levels, outcomes, standardise: false), levels, outcomes, folds, matrix, 0);
        return new BinaryScores([.. matrix.Values.Select(value => (double)value)], left).Auc;
    }

    private static TextColumn Binned(string name, double[] values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        double[] edges = [.. Enumerable.Range(1, Bins - 1).Where(_ => sorted.Length > 0).Select(i => sorted[(int)((long)i * sorted.Length / Bins)]).Distinct()];
        int[] codes = [.. values.Select(value => double.IsNaN(value) ? edges.Length + 1 : Array.BinarySearch(edges, value) is var found && found < 0 ? ~found : found)];
        return new(name, codes, [.. Enumerable.Range(0, edges.Length + 2).Select(bin => $"{bin}")]);
    }
}
