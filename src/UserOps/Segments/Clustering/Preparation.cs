using MathNet.Numerics.Statistics;
using UserOps.Data;
using UserOps.Display;
using UserOps.Features;

namespace UserOps.Segments.Clustering;

/// <summary>Learns from a table how each feature is filled, freed of skew and scaled.</summary>
/// <remarks>The rule of skew: up to a skewness of 1 values stay; beyond it they get the Yeo-Johnson power of the largest likelihood, of which ln(1 + x) is
/// the strongest. Flags stay as they are. The rule of missing values: the median stands in; a feature that most users lack is used only when named.</remarks>
internal sealed class Preparation
{
    private const double MostSkew = 1, NearlyTheSame = 0.95;
    private const int FittedOn = 10_000;

    /// <summary>The quartiles of a normal distribution lie so many standard deviations apart.</summary>
    private const double NormalQuartiles = 1.3489795003921634;

    /// <summary>What users of a dataset are compared by, as far as the export has it.</summary>
    private static readonly string[] Usual =
    [
        "recency_days", "tenure_days", "active_days", "event_kinds", "evening_share", "orders", "spend", "discount_share",
    ];

    private readonly ClusterDefinition _definition;
    private readonly FeatureTable _table;

    private Preparation(FeatureTable table, ClusterDefinition definition) => (_table, _definition) = (table, definition);

    public List<PreparedFeature> Used { get; } = [];

    public List<UnusedFeature> Unused { get; } = [];

    /// <summary>Prepares the features that were named, or all of the table.</summary>
    /// <exception cref="UserOpsException">A named feature holds words, nothing, or one value only; or no feature is left.</exception>
    public static Preparation Of(FeatureTable table, ClusterDefinition definition)
    {
        var preparation = new Preparation(table, definition);
        var chosen = table.Select(Chosen(table, definition));
        FeatureChecks.Finite(chosen.Columns);
        foreach (var feature in chosen.Features)
            preparation.Add(feature);
        if (preparation.Used.Count == 0)
            throw new InsufficientDataException(
                $"no feature that tells {table.Count} users apart ({string.Join("; ", preparation.Unused.Select(unused => $"{unused.Name}: {unused.Reason}"))})",
                "at least one", "Choose numbers or flags that differ between users.");
        return preparation;
    }

    /// <summary>The table as points: one column a feature.</summary>
    public Points Points() => Clustering.Points.Of(Columns(_table, Used));

    /// <summary>Pairs of features whose prepared values rise and fall together.</summary>
    public IReadOnlyList<(string First, string Second, double Correlation)> Twins()
    {
        double[][] columns = Columns(_table, Used);
        return [.. from first in Enumerable.Range(0, Used.Count)
                   from second in Enumerable.Range(first + 1, Used.Count - first - 1)
                   let correlation = Correlation.Pearson(columns[first], columns[second])
                   where Math.Abs(correlation) >= NearlyTheSame
                   select (Used[first].Name, Used[second].Name, correlation)];
    }

    /// <summary>Prepared values, one array a feature.</summary>
    public static double[][] Columns(FeatureTable table, IEnumerable<PreparedFeature> features) =>
        [.. features.Select(feature => Array.ConvertAll(table.Numbers(feature.Name), feature.Apply))];

    private static IReadOnlyList<string> Chosen(FeatureTable table, ClusterDefinition definition)
    {
        if (definition.Features.Count > 0)
            return definition.Features;
        var all = table.Features.Select(feature => feature.Name);
        return [.. table.Definition is null ? all : all.Intersect(Usual)];
    }

    private void Add(Feature feature)
    {
        if (_table.Columns.TryGet<TextColumn>(feature.Name, out _))
        {
            LeaveOut(feature, "words");
            return;
        }
        double[] values = _table.Numbers(feature.Name), known = [.. values.Where(value => !double.IsNaN(value))];
        if (known.Length == 0 || known.Min() == known.Max())
            LeaveOut(feature, known.Length == 0 ? "no user has a value" : $"every user has {feature.Format.Write(known[0])}");
        else if (known.Length < values.Length / 2 && _definition.Features.Count == 0)
            LeaveOut(feature, $"missing for {Format.Percent(0).Write(1 - (double)known.Length / values.Length)} of users");
        else
            Used.Add(Prepare(feature, known, values.Length - known.Length, _table.Columns.TryGet<FlagColumn>(feature.Name, out _)));
    }

    private void LeaveOut(Feature feature, string reason)
    {
        if (_definition.Features.Count > 0)
            throw new UserOpsException($"Feature '{feature.Name}' cannot tell users apart: {reason}. Clusters need numbers or flags that differ; name others.");
        Unused.Add(new(feature.Name, reason));
    }

    private PreparedFeature Prepare(Feature feature, double[] known, int missing, bool isFlag)
    {
        double power = isFlag ? 1 : Power(known), fill = isFlag ? Math.Round(known.Average()) : known.Median();
        double[] values = [.. known.Select(value => YeoJohnson.Transform(value, power)), .. Enumerable.Repeat(YeoJohnson.Transform(fill, power), missing)];
        double deviation = values.PopulationStandardDeviation(), quartiles = values.InterquartileRange() / NormalQuartiles;
        bool robust = _definition.Scaling == FeatureScaling.Robust && quartiles > 0;
        return new(feature.Name, feature.Meaning, power, robust ? values.Median() : values.Mean(), robust ? quartiles : deviation, fill, missing);
    }

    private double Power(double[] known)
    {
        double[] sample = known.Length <= FittedOn ? known : [.. RandomSample.Of(known.Length, FittedOn, new Random(_definition.Seed)).Select(row => known[row])];
        return Math.Abs(sample.Skewness()) > MostSkew ? YeoJohnson.Fit(sample) : 1;
    }
}
