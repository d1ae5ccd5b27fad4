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
/// L. Breiman (2001), "Random forests", Machine Learning 45; by the mean of several shuffles, with DeLong's interval of the fall on the same users. Of many features one
/// shuffle tells which are the strongest; only those are shuffled several times, and the shuffle that chose them does not count for them. Where two features say nearly
/// the same, the model does without either and both look unimportant.
/// </remarks>
public sealed record FeatureImportance : AnalysisResult
{
    private const int Times = 5, Strongest = 15;

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
        if (Math.Min(all.Positives, all.Negatives) < 2)
            throw new InsufficientDataException($"{all.Positives} users with the outcome and {all.Negatives} without", "at least two of each", "Measure on more users.");
        var found = Concurrently.Each(features.Features.Count, feature => Measure(feature, 0, 1)).Index().OrderByDescending(one => one.Item.Loss).ToList();
        int[] strongest = [.. found.Take(Strongest).Select(one => one.Index)];
        var measured = Concurrently.Each(strongest.Length, i => Measure(strongest[i], 1, Times));
        return new()
        {
            Features = [.. measured.Concat(found.Skip(Strongest).Select(one => one.Item)).OrderByDescending(one => one.Loss).ThenBy(one => one.Feature.Name, StringComparer.Ordinal)],
            Auc = all.Auc,
            Users = features.Count,
        };
        ImportantFeature Measure(int feature, int first, int times)
        {
            var shuffled = Enumerable.Range(first, times).Select(time => new BinaryScores(score(Shuffled(features, feature, time, seed)), outcomes));
            var fall = DeLong.Fall(all, [.. shuffled], level);
            return new(features.Features[feature], fall.Value, fall.Interval!.Value);
        }
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What the model lives on",
        [
            new("Feature", Format.Text), new("Meaning", Format.Text), new("AUC falls by", Format.Number(4)),
            new("Lower", Format.Number(4)), new("Upper", Format.Number(4)),
        ],
        Features.Select(one => new object?[] { one.Feature.Name, one.Feature.Meaning, one.Loss, one.Interval.Lower, one.Interval.Upper }),
        $"n = {Caption.Count(Users)} users that the model did not learn from, AUC {Format.Number(3).Write(Auc)} · {Shuffles} · {Caption.PerCent(Features[0].Interval.Level)} intervals");

    /// <inheritdoc/>
    public override Chart ToChart()
    {
        var top = Features.Take(15).ToList();
        return new BarChart(
            "What the model lives on", [.. top.Select(one => one.Feature.Name)], new("Feature", Format.Text), new("The AUC falls by", Format.Number(3)),
            [new("Fall of the AUC", [.. top.Select(one => one.Loss)]) { Lower = [.. top.Select(one => one.Interval.Lower)], Upper = [.. top.Select(one => one.Interval.Upper)] }])
        { Horizontal = true, Subtitle = $"when the feature is shuffled among n = {Caption.Count(Users)} users; the {top.Count} strongest of {Features.Count}" };
    }

    private string Shuffles => Features.Count > Strongest ? $"mean of {Times} shuffles of the {Strongest} strongest, one of the others" : $"mean of {Times} shuffles of each feature";

    private static FeatureTable Shuffled(FeatureTable features, int feature, int time, int seed)
    {
        int[] order = [.. Enumerable.Range(0, features.Count)];
        Chance.For(seed, Purpose.Shuffle, feature, time).Shuffle<int>(order);
        return features.Replace(features.Columns.Columns[feature].Reorder(order));
    }
}
