using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Features;
using UserOps.Samples;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>How much worse the model ranks when a feature says nothing any more.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Loss">By how much the AUC falls.</param>
/// <param name="Interval">Its interval, over users and shuffles.</param>
public sealed record ImportantFeature(Feature Feature, double Loss, Interval Interval);

/// <summary>What the model lives on: the fall of the AUC on the hold-out when the values of one feature are shuffled among the users.</summary>
/// <remarks>
/// L. Breiman (2001), "Random forests", Machine Learning 45; by the mean of several shuffles, with DeLong's interval of the fall on the same users. Where two
/// features say nearly the same, the model does without either and both look unimportant.
/// </remarks>
public sealed record FeatureImportance : AnalysisResult
{
    private const int Times = 5;

    internal FeatureImportance() { }

    /// <summary>One entry a feature, the most important first.</summary>
    public required IReadOnlyList<ImportantFeature> Features { get; init; }

    /// <summary>The AUC with all features.</summary>
    public required double Auc { get; init; }

    /// <summary>How many users it was measured on.</summary>
    public required int Users { get; init; }

    /// <summary>Measures every feature.</summary>
    /// <param name="score">The model: a score for each row; called from several threads.</param>
    /// <param name="features">Users that the model did not learn from.</param>
    /// <param name="outcomes">Who of them left.</param>
    /// <param name="level">The confidence level of the intervals.</param>
    /// <param name="seed">The seed of the shuffles.</param>
    /// <exception cref="InsufficientDataException">There are fewer than two users with or without the outcome.</exception>
    public static FeatureImportance Of(
        Func<FeatureTable, double[]> score, FeatureTable features, IReadOnlyList<bool> outcomes, double level = 0.95, int seed = 1)
    {
        var all = new BinaryScores(score(features), outcomes);
        return new()
        {
            Features =
            [
                .. features.Features.AsParallel().AsOrdered().Select((feature, i) => Measure(feature, all, [.. Shuffles(features, i, seed).Select(table => new BinaryScores(score(table), outcomes))], level))
                    .AsSequential().OrderByDescending(one => one.Loss).ThenBy(one => one.Feature.Name, StringComparer.Ordinal),
            ],
            Auc = all.Auc,
            Users = features.Count,
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What the model lives on",
        [
            new("Feature", Format.Text), new("Meaning", Format.Text), new("AUC falls by", Format.Number(4)),
            new("Lower", Format.Number(4)), new("Upper", Format.Number(4)),
        ],
        Features.Select(one => new object?[] { one.Feature.Name, one.Feature.Meaning, one.Loss, one.Interval.Lower, one.Interval.Upper }),
        $"n = {Caption.Count(Users)} users that the model did not learn from, AUC {Format.Number(3).Write(Auc)} · mean of {Times} shuffles of each feature · {Caption.PerCent(Features[0].Interval.Level)} intervals");

    /// <inheritdoc/>
    public override Chart ToChart()
    {
        var top = Features.Take(15).ToList();
        return new BarChart(
            "What the model lives on", [.. top.Select(one => one.Feature.Name)], new("Feature", Format.Text), new("The AUC falls by", Format.Number(3)),
            [new("Fall of the AUC", [.. top.Select(one => one.Loss)]) { Lower = [.. top.Select(one => one.Interval.Lower)], Upper = [.. top.Select(one => one.Interval.Upper)] }])
        { Horizontal = true, Subtitle = $"when the feature is shuffled among n = {Caption.Count(Users)} users; the {top.Count} strongest of {Features.Count}" };
    }

    private static ImportantFeature Measure(Feature feature, BinaryScores all, BinaryScores[] shuffled, double level)
    {
        var fall = DeLong.Fall(all, shuffled, level);
        return new(feature, fall.Value, fall.Interval!.Value);
    }

    private static IEnumerable<FeatureTable> Shuffles(FeatureTable features, int feature, int seed)
    {
        for (int time = 0; time < Times; time++)
        {
            int[] order = [.. Enumerable.Range(0, features.Count)];
            Chance.For(seed, Purpose.Shuffle, feature, time).Shuffle<int>(order);
            yield return features.Replace(features.Columns.Columns[feature].Reorder(order));
        }
    }
}
