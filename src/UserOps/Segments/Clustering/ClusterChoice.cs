using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Segments.Clustering;

/// <summary>How good each number of clusters is, and which one the rule takes.</summary>
/// <remarks>The rule: among the numbers whose every cluster bootstrap samples find again (<see cref="ClusterQuality.IsStable"/>), the one of the largest
/// silhouette; where no number is stable, the one of the largest adjusted Rand index.</remarks>
public sealed record ClusterChoice : AnalysisResult
{
    /// <summary>Below it the silhouette shows no clusters that stand apart.</summary>
    /// <remarks>L. Kaufman, P. J. Rousseeuw (1990), "Finding groups in data", table 4: up to 0.25 no substantial structure.</remarks>
    internal const double Substantial = 0.25;

    internal ClusterChoice() { }

    /// <summary>One entry for each number of clusters that was tried, in rising order.</summary>
    public required IReadOnlyList<ClusterQuality> Tried { get; init; }

    /// <summary>Whether the number of clusters was asked for rather than chosen.</summary>
    public required bool IsGiven { get; init; }

    /// <summary>How many users there are.</summary>
    public required int Users { get; init; }

    /// <summary>On how many users silhouette and stability were measured.</summary>
    public required int Measured { get; init; }

    /// <summary>The number of clusters taken.</summary>
    public ClusterQuality Chosen => Tried.Where(one => one.IsStable).MaxBy(one => one.Silhouette) ?? Tried.MaxBy(one => one.AdjustedRand)!;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "How many clusters",
        [
            new("Clusters", Format.Count), new("Silhouette", Format.Number(3)), new("Adjusted Rand", Format.Number(3)), new("Weakest cluster found again", Format.Percent(0)),
            new("Between clusters", Format.Percent()), new("Chosen", Format.Text),
        ],
        Tried.Select(one => (object?[])[one.Clusters, one.Silhouette, one.AdjustedRand, one.WeakestJaccard, one.Explained, one == Chosen ? Reason : ""]),
        $"n = {Caption.Count(Users)} users · silhouette and stability over {Caption.Count(Measured)} of them · {ClusterTrial.Bootstraps} bootstrap samples · rule: the largest silhouette "
        + $"among numbers whose weakest cluster is found again by {Format.Percent(0).Write(ClusterQuality.StableFrom)} (Jaccard)");

    /// <inheritdoc/>
    public override Chart? ToChart() => Tried.Count < 2 ? null : new LineChart(
        "How many clusters: apart, and found again",
        [.. Tried.Select(one => (object)Format.Count.Write(one.Clusters))],
        new("Number of clusters", Format.Count),
        new("Index, 1 is best", Format.Number(1)),
        [
            Line("Silhouette", one => one.Silhouette), Line("Adjusted Rand over bootstraps", one => one.AdjustedRand), Line("Weakest cluster found again (Jaccard)", one => one.WeakestJaccard),
        ])
    { Subtitle = $"n = {Caption.Count(Users)} users · chosen: {Chosen.Clusters}" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Tried.Any(one => one.IsStable) ? (string[])[]
            : [$"No number of clusters is stable: bootstrap samples find less than {Format.Percent(0).Write(ClusterQuality.StableFrom)} of some cluster again. Use the clusters as a cut for convenience, not as kinds of users."],
        .. Chosen.Silhouette >= Substantial ? (string[])[]
            : [$"The silhouette of {Format.Number().Write(Chosen.Silhouette)} shows no clusters that stand apart (below {Format.Number().Write(Substantial)}): users differ by degrees, and borders between clusters are drawn, not found."],
    ];

    private string Reason => IsGiven ? "as asked" : Chosen.IsStable ? "largest silhouette of the stable" : "none is stable: largest adjusted Rand";

    private Series Line(string name, Func<ClusterQuality, double> value) => new(name, [.. Tried.Select(value)]);
}
