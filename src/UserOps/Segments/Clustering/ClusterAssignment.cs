using UserOps.Data;
using UserOps.Display;
using UserOps.Features;

namespace UserOps.Segments.Clustering;

/// <summary>Which cluster each user belongs to: every user in exactly one.</summary>
public sealed record ClusterAssignment : AnalysisResult
{
    private const string Column = "cluster";

    internal ClusterAssignment() { }

    /// <summary>The clusters.</summary>
    public required ClusterModel Model { get; init; }

    /// <summary>The users.</summary>
    public required FeatureTable Table { get; init; }

    /// <summary>The cluster of each user from 0, in the order of the table.</summary>
    public required IReadOnlyList<int> Labels { get; init; }

    /// <summary>The rows of users farther from their centre than 99 of 100 of those that the cluster was made of.</summary>
    public required IReadOnlyList<int> Unlike { get; init; }

    /// <summary>The ids of the users of a cluster as they stand in the export.</summary>
    /// <param name="cluster">The number of the cluster, from 0.</param>
    /// <exception cref="UserOpsException">There is no such cluster.</exception>
    public IReadOnlyList<string> Members(int cluster) => cluster >= 0 && cluster < Model.Names.Count
        ? [.. Table.Ids.Where((_, row) => Labels[row] == cluster)]
        : throw new UserOpsException($"Cluster {cluster} was asked for; there are {Model.Names.Count}, numbered from 0: {string.Join("; ", Model.Names)}.");

    /// <summary>The users with the name of their cluster as one more feature, <c>cluster</c>, for rules over audiences.</summary>
    public FeatureTable WithClusters() => Table.With(
        [.. Table.Ids],
        [.. Table.Features.Where(feature => feature.Name != Column), new(Column, "cluster of like users", Format.Text)],
        [.. Table.Columns.Except(Column), new TextColumn(Column, [.. Labels], [.. Model.Names])]);

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Users by cluster",
        [new("Cluster", Format.Text), new("Users", Format.Count), new("Share", Format.Percent()), new("Unlike those before", Format.Count)],
        Model.Names.Select((name, cluster) => (object?[])[name, Size(cluster), (double)Size(cluster) / Table.Count, Unlike.Count(row => Labels[row] == cluster)]),
        $"n = {Caption.Count(Table.Count)} users · clusters made of {Caption.Count(Model.Users)} users · unlike: farther from the centre than 99 % of them");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => Unlike.Count > 0.05 * Table.Count
        ? [$"{Caption.Count(Unlike.Count)} of {Caption.Count(Table.Count)} users are unlike those that the clusters were made of; 1 % is usual. Make the clusters anew."]
        : [];

    private int Size(int cluster) => Labels.Count(label => label == cluster);
}
