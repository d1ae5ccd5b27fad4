using UserOps.Display;

namespace UserOps.Segments.Clustering;

/// <summary>The typical value of each feature in each cluster, in the unit of the feature.</summary>
public sealed record ClusterProfileTable : AnalysisResult
{
    internal ClusterProfileTable() { }

    /// <summary>The clusters.</summary>
    public required ClusterResult Of { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Typical users of each kind",
        [new("Feature", Format.Text), .. Of.Profiles.Select(profile => new TableColumn(profile.Name, Format.Text)), new("Meaning", Format.Text)],
        Of.Model.Features.Select((feature, i) => (object?[])[feature.Name, .. Of.Profiles.Select(profile => Write(profile.Traits[i])), feature.Meaning]),
        $"{Of.Population} · medians, or means where the medians of the cluster and all others agree");

    private static string Write(ClusterTrait trait) => trait.Typical is null ? "" : trait.Format.Write(trait.Typical);
}

/// <summary>What was done to each feature before users were compared.</summary>
public sealed record ClusterPreparation : AnalysisResult
{
    internal ClusterPreparation() { }

    /// <summary>The clusters.</summary>
    public required ClusterResult Of { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "How features were prepared",
        [
            new("Feature", Format.Text), new("Missing", Format.Count), new("Filled with", Format.Number()), new("Correction of skew", Format.Text),
            new("Centre", Format.Number(3)), new("Scale", Format.Number(3)),
        ],
        Of.Model.Features.Select(feature => (object?[])[feature.Name, feature.Missing, feature.Missing == 0 ? null : feature.Fill, feature.Correction, feature.Centre, feature.Scale]),
        $"{Of.Population} · skewness above 1 is corrected by the most likely Yeo-Johnson power from ln(1 + x) on · scale: "
        + (Of.Definition.Scaling == FeatureScaling.Standard ? "standard deviation" : "quartile range as of a normal distribution"));
}
