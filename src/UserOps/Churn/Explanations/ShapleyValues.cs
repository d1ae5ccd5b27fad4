using UserOps.Data;
using UserOps.Features;
using UserOps.Samples;

namespace UserOps.Churn;

/// <summary>How a score divides among the features, against other users of the same table.</summary>
/// <remarks>
/// Shapley values by sampled orders: E. Štrumbelj and I. Kononenko (2014), "Explaining prediction models and individual predictions with feature contributions",
/// Knowledge and Information Systems 41. Each user of the background is turned into the explained user feature by feature, in a random order and in its
/// reverse; the change of the score goes to the feature. Base and contributions sum to the score exactly.
/// </remarks>
internal sealed class ShapleyValues
{
    private readonly Func<FeatureTable, double[]> _score;
    private readonly FeatureTable _table;
    private readonly int[] _background;
    private readonly int[][] _orders;

    /// <param name="score">The model.</param>
    /// <param name="table">The users to explain, and to compare with.</param>
    /// <param name="background">How many other users to compare with.</param>
    /// <param name="seed">The seed of users and orders.</param>
    public ShapleyValues(Func<FeatureTable, double[]> score, FeatureTable table, int background, int seed)
    {
        (_score, _table) = (score, table);
        int[] users = [.. Enumerable.Range(0, table.Count)];
        Chance.For(seed, Purpose.Shuffle, 1).Shuffle<int>(users);
        _background = users[..Math.Min(background, users.Length)];
        _orders = [.. _background.SelectMany((_, i) => BothWays(seed, i))];
    }

    private int Features => _table.Features.Count;

    /// <summary>The mean score of the background and the contribution of each feature, in the order of the table.</summary>
    public (double Base, double[] Contributions) Of(int row)
    {
        int[][] paths = [.. _orders.Select((order, path) => Differing(order, row, _background[path / 2]))];
        double[] scores = _score(Mixed(row, paths));
        double[] contributions = new double[Features];
        double start = 0;
        int first = 0;
        foreach (int[] path in paths)
        {
            start += scores[first] / paths.Length;
            for (int step = 0; step < path.Length; step++)
                contributions[path[step]] += (scores[first + step + 1] - scores[first + step]) / paths.Length;
            first += path.Length + 1;
        }
        return (start, contributions);
    }

    /// <summary>The features in which two users differ: where they agree the score cannot change, and need not be asked for.</summary>
    private int[] Differing(int[] order, int row, int other) => [.. order.Where(feature => !Equals(ValueAt(feature, row), ValueAt(feature, other)))];

    private object? ValueAt(int feature, int row) => _table.Columns.Columns[feature].ValueAt(row);

    /// <summary>For each path the user of the background, then one feature more of the explained user a row.</summary>
    private FeatureTable Mixed(int row, int[][] paths)
    {
        int rows = paths.Sum(path => path.Length + 1);
        var columns = new Column[Features];
        int[] sources = new int[rows];
        for (int feature = 0; feature < Features; feature++)
        {
            int first = 0;
            foreach (var (i, path) in paths.Index())
            {
                int own = Array.IndexOf(path, feature) + 1;
                Array.Fill(sources, _background[i / 2], first, own);
                Array.Fill(sources, row, first + own, path.Length + 1 - own);
                first += path.Length + 1;
            }
            columns[feature] = _table.Columns.Columns[feature].Reorder(sources);
        }
        return _table.With([.. Enumerable.Repeat(_table.Ids[row], rows)], _table.Features, columns);
    }

    private IEnumerable<int[]> BothWays(int seed, int i)
    {
        int[] order = [.. Enumerable.Range(0, Features)];
        Chance.For(seed, Purpose.Shuffle, 2, i).Shuffle<int>(order);
        return [order, [.. order.Reverse()]];
    }
}
