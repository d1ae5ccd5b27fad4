using UserOps.Features;
using UserOps.Segments.Audiences;

namespace UserOps.Segments.Trees;

/// <summary>Divides users in two again and again, each time by the question after which the parts differ most.</summary>
/// <remarks>A question is asked only where the difference is significant at 1 % after Bonferroni's correction for all ways that were tried: noise grows no
/// branch.</remarks>
/// <typeparam name="T">What is summed over users to compare ways to divide them.</typeparam>
internal sealed class RuleTree<T> where T : struct, ISplitSums<T>
{
    private const double Significant = 0.01;

    private readonly FeatureTable _features;
    private readonly Func<int[], SplitSearch<T>> _search;
    private readonly int _depth;
    private readonly List<Rule> _leaves = [];

    private RuleTree(FeatureTable features, Func<int[], SplitSearch<T>> search, int depth) => (_features, _search, _depth) = (features, search, depth);

    /// <summary>Rules of which exactly one holds for each user.</summary>
    /// <param name="features">What rules may ask.</param>
    /// <param name="rows">The users to grow it on.</param>
    /// <param name="search">Begins to look for a way to divide some of them.</param>
    /// <param name="depth">How many questions a rule asks at most.</param>
    public static IReadOnlyList<Rule> Grow(FeatureTable features, int[] rows, Func<int[], SplitSearch<T>> search, int depth)
    {
        var tree = new RuleTree<T>(features, search, depth);
        tree.Grow(rows, []);
        return tree._leaves;
    }

    private void Grow(int[] rows, Condition[] path)
    {
        if (path.Length < _depth && Question(rows) is { } split)
        {
            Grow([.. rows.Where(split.GoesLeft)], [.. path, split.Left]);
            Grow([.. rows.Where(row => !split.GoesLeft(row))], [.. path, split.Right]);
            return;
        }
        _leaves.Add(ToRule(path));
    }

    private Split? Question(int[] rows)
    {
        var search = _search(rows);
        foreach (var column in _features.Columns.Columns)
            search.Try(column);
        return search.ByChance <= Significant ? search.Best : null;
    }

    private static Rule ToRule(Condition[] path)
    {
        List<Condition> conditions = [];
        foreach (var condition in path)
        {
            int place = conditions.FindIndex(known => known.And(condition) is not null);
            if (place < 0)
                conditions.Add(condition);
            else
                conditions[place] = conditions[place].And(condition)!;
        }
        return conditions.Count == 0 ? Rule.Everyone : conditions.Select(condition => condition.ToRule()).Aggregate((all, one) => all & one);
    }
}

/// <summary>Trees that lower the sum of squares of a target.</summary>
internal static class RuleTree
{
    /// <summary>Rules of which exactly one holds for each user.</summary>
    public static IReadOnlyList<Rule> Grow(FeatureTable features, double[] target, int[] rows, TreeSegmentsDefinition definition)
    {
        // Far from zero squares would lose their digits.
        double mean = rows.Average(row => target[row]);
        return RuleTree<TargetSums>.Grow(features, rows, users => new(row => TargetSums.Of(target[row] - mean), users, definition.LeastUsers), definition.Depth);
    }
}
