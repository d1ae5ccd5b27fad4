using UserOps.Data;
using UserOps.Features;
using UserOps.Segments.Audiences;
using UserOps.Segments.Clustering;
using UserOps.Statistics;

namespace UserOps.Segments.Trees;

/// <summary>Segments that read as rules and differ in what they do next.</summary>
public static class TreeSegmentsAnalysis
{
    /// <summary>Users beyond so many add nothing to which rules are found.</summary>
    private const int FoundOn = 100_000;

    /// <summary>Rules over what was known at the cut-off that tell apart what users do in the days after it.</summary>
    /// <remarks>Honest: rules are found on one half of the users and measured on the other. S. Athey, G. Imbens (2016), "Recursive partitioning for
    /// heterogeneous causal effects", PNAS 113, use the same halves. The rules describe; they do not say what a campaign would change.</remarks>
    /// <exception cref="UserOpsException">The cut-off leaves the target too few days, a name is unknown, or the definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">The data are too short for the target, users are too few, or all of them are equal in the target.</exception>
    public static TreeSegmentsResult TreeSegments(this Dataset data, TreeSegmentsDefinition? definition = null)
    {
        definition ??= new();
        if (definition.Target.Days is not { } days)
            throw new UserOpsException("A column as target needs a table that has it; ask the table, or name what users do after the cut-off.");
        var last = data.Observed.End.AddDays(-days);
        var cut = definition.Users.CutOff ?? last;
        if (days < 1 || cut > last)
            throw new UserOpsException(
                $"The target looks {days} days beyond {cut:yyyy-MM-dd}; the data end before {data.Observed.End:yyyy-MM-dd}. Ask for 1 day or more and a cut-off up to {last:yyyy-MM-dd}.");
        if (definition.Users.CutOff is null && cut <= data.Period.Start)
            throw new InsufficientDataException(
                $"{data.Observed.Days} days of data", $"more than {days + 1}, some known before and {days} of outcome,", "Take a longer export, or let the target look fewer days ahead.");
        var users = data.Features(definition.Users with { CutOff = cut });
        return Find(definition, users, Chosen(users, definition, without: null), definition.Target.Values(data, users));
    }

    /// <summary>Rules over the columns of a ready table that tell apart another column of it.</summary>
    /// <exception cref="UserOpsException">The target is no column, a name is unknown, or the definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">Users are too few, or all of them are equal in the target.</exception>
    public static TreeSegmentsResult TreeSegments(this FeatureTable users, TreeSegmentsDefinition definition)
    {
        if (definition.Target is not SegmentTarget.Column target)
            throw new UserOpsException($"A table does not say who will {definition.Target.Describe()}; name a column of it as target, or ask the dataset.");
        return Find(definition, users, Chosen(users, definition, target.Name), target.Values(null, users));
    }

    private static FeatureTable Chosen(FeatureTable users, TreeSegmentsDefinition definition, string? without)
    {
        var chosen = definition.Features.Count == 0 ? users : users.Select(definition.Features);
        return without is null ? chosen : chosen.Without(without);
    }

    private static TreeSegmentsResult Find(TreeSegmentsDefinition definition, FeatureTable users, FeatureTable features, double[] target)
    {
        Check(definition, features, target);
        int[] known = [.. Enumerable.Range(0, users.Count).Where(row => !double.IsNaN(target[row]))];
        int[] finding = [.. RandomSample.Of(known.Length, Math.Min(known.Length / 2, FoundOn), new Random(definition.Seed)).Select(i => known[i])];
        int[] measuring = [.. known.Except(finding)];
        var rules = RuleTree.Grow(features, target, finding, definition);
        var segments = rules.Select(rule => Measure(rule, rule.Holds(features), target, finding, measuring, definition, users));
        return new()
        {
            Definition = definition,
            Users = users,
            Measured = measuring.Length,
            Found = finding.Length,
            Overall = measuring.Average(row => target[row]),
            Segments = [.. segments.OrderByDescending(segment => segment.Value)],
        };
    }

    private static TreeSegment Measure(
        Rule rule, IReadOnlyList<bool> holds, double[] target, int[] finding, int[] measuring, TreeSegmentsDefinition definition, FeatureTable users)
    {
        var sums = default(MeanSums);
        foreach (int row in measuring.Where(row => holds[row]))
            sums = sums.Add(target[row]);
        var interval = sums.Count == 0 ? null : definition.Target.IsRate(users) ? Wilson.Interval((long)sums.Sum, sums.Count, definition.Level) : sums.Interval(definition.Level);
        return new(rule, (int)sums.Count, (double)sums.Count / measuring.Length, sums.Mean, interval, finding.Where(row => holds[row]).Average(row => target[row]));
    }

    private static void Check(TreeSegmentsDefinition definition, FeatureTable features, double[] target)
    {
        if (definition.Depth is < 1 or > 4 || definition.LeastUsers < 2 || !(definition.Level > 0 && definition.Level < 1))
            throw new UserOpsException(
                $"Depth {definition.Depth}, least users {definition.LeastUsers} and level {definition.Level} were asked for; 1 to 4, 2 or more, and between 0 and 1 are needed.");
        double[] known = [.. target.Where(value => !double.IsNaN(value))];
        if (Array.Exists(known, double.IsInfinity))
            throw new UserOpsException($"The target '{definition.Target.Describe()}' has infinite values; make them missing.");
        if (known.Length < 4 * definition.LeastUsers)
            throw new InsufficientDataException(
                $"{known.Length} users with a known target", $"{4 * definition.LeastUsers} (two segments of {definition.LeastUsers} in each half)", "Take in more users or ask for smaller segments.");
        if (known.Min() == known.Max())
            throw new InsufficientDataException($"{known.Length} users who are all equal in '{definition.Target.Describe()}'", "users who differ in it", "Choose another target or other users.");
        if (features.Features.Count == 0)
            throw new InsufficientDataException("no feature beside the target", "at least one", "Name features.");
    }
}
