using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Segments.Clustering;

/// <summary>Kinds of users: how many there are of each, and what sets them apart.</summary>
public sealed record ClusterResult : AnalysisResult
{
    internal ClusterResult() { }

    /// <summary>What was asked.</summary>
    public required ClusterDefinition Definition { get; init; }

    /// <summary>What is needed to put further users into these clusters; it can be saved.</summary>
    public required ClusterModel Model { get; init; }

    /// <summary>Which cluster each user belongs to.</summary>
    public required ClusterAssignment Assignment { get; init; }

    /// <summary>The clusters, the largest first.</summary>
    public required IReadOnlyList<ClusterProfile> Profiles { get; init; }

    /// <summary>How good each number of clusters is.</summary>
    public required ClusterChoice Choice { get; init; }

    /// <summary>Features of the table that users are not compared by, and why.</summary>
    public required IReadOnlyList<UnusedFeature> Unused { get; init; }

    /// <summary>Pairs of features that say nearly the same and so weigh twice, with their correlation.</summary>
    public required IReadOnlyList<(string First, string Second, double Correlation)> Twins { get; init; }

    /// <summary>The sum of squared distances of users from their centre, in prepared features.</summary>
    public required double Within { get; init; }

    /// <summary>The share of the sum of squares that lies between clusters, 0 to 1.</summary>
    public required double Explained { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [Profile, Choice, Preparation];

    /// <summary>The typical value of each feature in each cluster.</summary>
    public ClusterProfileTable Profile => new() { Of = this };

    /// <summary>What was done to each feature.</summary>
    public ClusterPreparation Preparation => new() { Of = this };

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Kinds of users",
        [new("Cluster", Format.Text), new("Users", Format.Count), new("Share", Format.Percent()), new("Found again", Format.Percent(0)), new("What sets them apart", Format.Text)],
        Profiles.Select(profile => (object?[])[profile.Name, profile.Users, profile.Share, profile.Stability, profile.Description]),
        $"{Population} · k-means over {Model.Features.Count} features · {Format.Percent(0).Write(Explained)} of the differences between users lie between clusters · "
        + $"found again: Jaccard over {ClusterTrial.Bootstraps} bootstrap samples · typical: medians, or means where medians agree · seed {Definition.Seed}");

    /// <inheritdoc/>
    public override Chart ToChart() => new HeatMap(
        "What sets each kind of users apart",
        [.. Profiles.Select(profile => profile.Name)],
        [.. Model.Features.Select(feature => feature.Name.Replace('_', ' '))],
        new("Cluster", Format.Text),
        new("Feature: cluster less all others, in standard deviations", Format.Text),
        [.. Profiles.Select(profile => (IReadOnlyList<double>)[.. profile.Traits.Select(trait => trait.Difference)])],
        Format.Number(1))
    { Subtitle = Population, Height = Math.Clamp(200 + 40 * Profiles.Count, 300, 700) };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Choice.Notes,
        .. Twins.Select(twin => $"'{twin.First}' and '{twin.Second}' say nearly the same (correlation {Format.Number().Write(twin.Correlation)}) and weigh twice; leave one out if that is not meant."),
        .. Unused.Count == 0 ? (string[])[] : [$"Not compared: {string.Join("; ", Unused.Select(unused => $"{unused.Name} ({unused.Reason})"))}."],
    ];

    internal string Population => $"n = {Caption.Count(Assignment.Table.Count)} users · {Assignment.Table.Known}";
}
