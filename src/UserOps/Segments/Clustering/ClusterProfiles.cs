using MathNet.Numerics.Statistics;
using UserOps.Data;
using UserOps.Display;
using UserOps.Features;

namespace UserOps.Segments.Clustering;

/// <summary>Compares each cluster with all other users, feature by feature.</summary>
internal sealed class ClusterProfiles(FeatureTable table, IReadOnlyList<PreparedFeature> features, Partition partition, ClusterQuality quality)
{
    private readonly double[][] _prepared = Preparation.Columns(table, features);

    public IReadOnlyList<ClusterProfile> All() => [.. partition.Sizes.Select((_, cluster) => Profile(cluster))];

    private ClusterProfile Profile(int cluster)
    {
        ClusterTrait[] traits = [.. features.Select((_, feature) => Trait(cluster, feature))];
        int users = partition.Sizes[cluster];
        return new(ClusterWords.Name(cluster, traits), users, (double)users / table.Count, quality.Jaccard[cluster], traits);
    }

    private ClusterTrait Trait(int cluster, int feature)
    {
        string name = features[feature].Name;
        double[] values = table.Numbers(name), inside = Where(values, cluster, true), others = Where(values, cluster, false);
        bool isFlag = table.Columns.TryGet<FlagColumn>(name, out _), useMean = isFlag || inside.Median() == others.Median();
        var format = isFlag ? Format.Percent(0) : Readable(table.Features.First(one => one.Name == name).Format, values);
        return new(
            name, features[feature].Meaning, useMean ? Finer(format) : format,
            Typical(inside, useMean), Typical(others, useMean), Difference(_prepared[feature], cluster));
    }

    private double Difference(double[] prepared, int cluster)
    {
        double deviation = prepared.PopulationStandardDeviation();
        return (Of(prepared, cluster, true).Average() - Of(prepared, cluster, false).Average()) / deviation;
    }

    private IEnumerable<double> Of(double[] values, int cluster, bool inside) => values.Where((_, row) => partition.Labels[row] == cluster == inside);

    private double[] Where(double[] values, int cluster, bool inside) => [.. Of(values, cluster, inside).Where(value => !double.IsNaN(value))];

    private static double? Typical(double[] values, bool useMean) => values.Length == 0 ? null : useMean ? values.Average() : values.Median();

    /// <summary>Values of a ready table come with all their digits: two are enough to read.</summary>
    private static Format Readable(Format format, double[] values) =>
        format.Kind != FormatKind.Plain ? format : Format.Number(Array.TrueForAll(values, value => double.IsNaN(value) || double.IsInteger(value)) ? 0 : 2);

    private static Format Finer(Format format) => format is { Kind: FormatKind.Number, Digits: 0 } ? Format.Number(2, format.Unit) : format;
}
