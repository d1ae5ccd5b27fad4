using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Features;

namespace UserOps.Segments.Clustering;

/// <summary>What is needed to put users into the clusters that were found: how features are prepared, and where the centres lie. Immutable.</summary>
public sealed record ClusterModel
{
    private const string Description = "clusters.json";
    private static readonly ModelFile File = new("clusters", Form: 1);

    [JsonConstructor]
    internal ClusterModel() { }

    /// <summary>The features that users are compared by, with what is done to each.</summary>
    public required IReadOnlyList<PreparedFeature> Features { get; init; }

    /// <summary>The names of the clusters, the largest first.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The mean of each cluster in prepared features.</summary>
    public required IReadOnlyList<double[]> Centres { get; init; }

    /// <summary>The distance from its centre, in prepared features, within which 99 of 100 users of each cluster lay.</summary>
    public required IReadOnlyList<double> Reach { get; init; }

    /// <summary>How many users the clusters were made of.</summary>
    public required int Users { get; init; }

    /// <summary>The moment, in UTC, up to which these users were known; null where the table did not say.</summary>
    public required DateTime? CutOff { get; init; }

    /// <summary>Puts users into the cluster whose centre is nearest.</summary>
    /// <param name="users">A table with the features of the model, in any order.</param>
    /// <exception cref="UserOpsException">A feature of the model is missing, holds words, or is infinite for a user.</exception>
    public ClusterAssignment Assign(FeatureTable users) => ClusterAssigning.Assign(this, users);

    /// <summary>Writes the model to a file: whole or not at all.</summary>
    /// <exception cref="UserOpsException">The file cannot be written.</exception>
    public void Save(string path) => File.Write(path, new Dictionary<string, byte[]> { [Description] = JsonSerializer.SerializeToUtf8Bytes(this) });

    /// <summary>Reads a model that <see cref="Save"/> wrote.</summary>
    /// <exception cref="UserOpsException">There is no such file, it is cut short or changed, or another version wrote it.</exception>
    public static ClusterModel Load(string path) => JsonSerializer.Deserialize<ClusterModel>(File.Read(path)[Description])!;
}
