using MathNet.Numerics.Distributions;
using UserOps.Features;
using UserOps.Segments.Audiences;

namespace UserOps.Segments.Trees;

/// <summary>Divides users in two again and again, each time by the question after which the parts differ most.</summary>
/// <remarks>A question is asked only where the difference is significant at 1 % after Bonferroni's correction for all ways that were tried: noise grows no
/// branch.</remarks>
internal sealed class RuleTree
{
    private const double Significant = 0.01;

    private readonly FeatureTable _features;
    private readonly double[] _target;
    private readonly TreeSegmentsDefinition _definition;
    private readonly List<Rule> _leaves = [];

    private RuleTree(FeatureTable features, double[] target, TreeSegmentsDefinition definition) => (_features, _target, _definition) = (features, target, definition);

    /// <summary>Rules of which exactly one holds for each user.</summary>
    public static IReadOnlyList<Rule> Grow(FeatureTable features, double[] target, int[] rows, TreeSegmentsDefinition definition)
    {
        var tree = new RuleTree(features, target, definition);
        tree.Grow(rows, []);
        return tree._leaves;
    }

    private void Grow(int[] rows, Condition[] path)
    {
        if (path.Length < _definition.Depth && Question(rows) is { } split)
        {
            Grow([.. rows.Where(split.GoesLeft)], [.. path, split.Left]);
            Grow([.. rows.Where(row => !split.GoesLeft(row))], [.. path, split.Right]);
            return;
        }
        _leaves.Add(ToRule(path));
    }

    private Split? Question(int[] rows)
    {
        var search = new SplitSearch(_target, rows, _definition.LeastUsers);
        foreach (var column in _features.Columns.Columns)
            search.Try(column);
        return search.Best is { } best && ProbabilityByChance(best.Gain, rows) * search.Tried <= Significant ? best : null;
    }

    private double ProbabilityByChance(double gain, int[] rows)
    {
        double mean = rows.Average(row => _target[row]), squares = rows.Sum(row => (_target[row] - mean) * (_target[row] - mean));
        double t = Math.Sqrt(gain / (Math.Max(0, squares - gain) / (rows.Length - 2)));
        return 2 * StudentT.CDF(0, 1, rows.Length - 2, -t);
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
