using UserOps.Decomposition;
using UserOps.Differences;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Comparison;

/// <summary>What moved a metric, in words: over the factors that it is made of, and over the properties of users.</summary>
internal static class Drivers
{
    private const double MostOf = 0.8;

    public static IReadOnlyList<string> Of(MetricChange change, UserEvidence? old, UserEvidence? current, Words words)
    {
        if (old is null || current is null || change.IsPerDay)
            return [];
        return [.. Factors(change, old.Tree, current.Tree, words), .. GroupDriver.Find(change, old, current, words) is { } group ? (string[])[group] : []];
    }

    /// <summary>The factors that made most of the change, the largest first.</summary>
    private static IEnumerable<string> Factors(MetricChange change, KpiTree? old, KpiTree? current, Words words)
    {
        if (old is null || current is null || !old.Nodes.Select(pair => pair.Node.Name).SequenceEqual(current.Nodes.Select(pair => pair.Node.Name)))
            yield break;
        var split = old.ChangeTo(current);
        var formats = old.Leaves.ToDictionary(leaf => leaf.Name, leaf => leaf.Format, StringComparer.Ordinal);
        yield return words.Comparison.ByFactor(Largest(split).Select(part => words.Comparison.Factor(new(
            part.Name, formats[part.Name].Write(part.Before), formats[part.Name].Write(part.After), ChangeText.Signed(change.Metric, part.Amount, words), ChangeText.Signed(change.Metric, split.Change, words)))));
    }

    private static IEnumerable<KpiContribution> Largest(KpiChange split)
    {
        double all = split.Contributions.Sum(part => Math.Abs(part.Amount)), told = 0;
        foreach (var part in split.Contributions.OrderByDescending(part => Math.Abs(part.Amount)))
        {
            if (told >= MostOf * all)
                yield break;
            told += Math.Abs(part.Amount);
            yield return part;
        }
    }
}
