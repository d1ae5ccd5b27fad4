using UserOps.Data;
using UserOps.Features;

namespace UserOps.Segments.Clustering;

/// <summary>Puts users into the clusters of a model.</summary>
internal static class ClusterAssigning
{
    public static ClusterAssignment Assign(ClusterModel model, FeatureTable users)
    {
        Check(model, users);
        var points = Points.Of(Preparation.Columns(users, model.Features));
        int[] labels = ClusterTrial.Nearest(points, [.. model.Centres]);
        double[] distances = [.. labels.Select((label, row) => Distance(points, row, model.Centres[label]))];
        return new() { Model = model, Table = users, Labels = labels, Unlike = [.. Enumerable.Range(0, labels.Length).Where(row => distances[row] > model.Reach[labels[row]])] };
    }

    /// <summary>The distance within which 99 of 100 points of each cluster lie.</summary>
    public static double[] Reach(Points points, Partition partition)
    {
        var distances = partition.Labels.Select((label, row) => (label, Distance: Distance(points, row, partition.Centres[label]))).ToLookup(pair => pair.label, pair => pair.Distance);
        return [.. partition.Sizes.Select((size, cluster) => distances[cluster].Order().ElementAt((int)Math.Ceiling(0.99 * size) - 1))];
    }

    private static double Distance(Points points, int row, double[] centre)
    {
        double sum = 0;
        for (int d = 0; d < centre.Length; d++)
        {
            double difference = points.Coordinates[points.At(row, d)] + points.Origin[d] - centre[d];
            sum += difference * difference;
        }
        return Math.Sqrt(sum);
    }

    private static void Check(ClusterModel model, FeatureTable users)
    {
        string[] missing = [.. model.Features.Select(feature => feature.Name).Where(name => !users.Columns.TryGet<Column>(name, out _))];
        if (missing.Length > 0)
            throw new UserOpsException(
                $"The model compares users by {string.Join(", ", missing)}, which the table lacks; it has: {string.Join(", ", users.Features.Select(feature => feature.Name))}. "
                + "Give it the features that the model was made of.");
        foreach (var feature in model.Features)
        {
            if (users.Columns.TryGet<TextColumn>(feature.Name, out _))
                throw new UserOpsException($"The model needs '{feature.Name}' as a number; the table holds words there. Give it the features that the model was made of.");
            if (Array.Exists(users.Numbers(feature.Name), double.IsInfinity))
                throw new UserOpsException($"Feature '{feature.Name}' has infinite values; numbers are needed. Make them missing.");
        }
    }
}
