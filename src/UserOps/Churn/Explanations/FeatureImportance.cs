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
public sealed record ImportantFeature(Feature Feature, double Loss, Interval Interval)
{
    private const double Noticeable = 0.001;

    /// <summary>Whether the model is measurably worse without it: by a thousandth of AUC or more, and by more than chance.</summary>
    public bool Matters => Loss >= Noticeable && Interval.Lower > 0;
}

/// <summary>What the model lives on: the fall of the AUC on the hold-out when the values of one feature are shuffled among the users.</summary>
/// <remarks>
/// L. Breiman (2001), "Random forests", Machine Learning 45; by the mean of several shuffles, with DeLong's interval of the fall on the same users. Of many features one
/// shuffle tells which are the strongest; only those are shuffled several times, and the shuffle that chose them does not count for them. Where two features say nearly
/// the same, the model does without either and both look unimportant. Shown are the features that matter; <see cref="Features"/> holds all.
/// </remarks>
public sealed record FeatureImportance : AnalysisResult
{
    private const int Times = 5, Strongest = 15, Fewest = 5;
    private const string Unmeasured = "the AUC falls by less than 0.001, or by no more than chance.";

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
            new("Feature", Format.Text), .. HasMeanings ? (TableColumn[])[new("Meaning", Format.Text)] : [], new("AUC falls by", Format.Number(3)),
            new("Lower", Format.Number(3)), new("Upper", Format.Number(3)),
        ],
        Shown.Select(one => (object?[])[one.Feature.Name, .. HasMeanings ? (object?[])[one.Feature.Meaning] : [], one.Loss, one.Interval.Lower, one.Interval.Upper]),
        $"n = {Caption.Count(Users)} users that the model did not learn from, AUC {Format.Number(3).Write(Auc)} · {Shuffles} · {Caption.PerCent(Features[0].Interval.Level)} intervals");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => (Features.Any(one => one.Matters), Features.Count - Shown.Count) switch
    {
        (false, _) => [$"None of the {Features.Count} features carries anything that can be measured by itself. Several may say the same, or the users are too few."],
        (true, 0) => [],
        (true, 1) => [$"The other feature carries nothing that can be measured here: {Unmeasured}"],
        (true, var others) => [$"The other {others} features carry nothing that can be measured here: without any one of them {Unmeasured}"],
    };

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "What the model lives on", [.. Shown.Select(one => one.Feature.Name)], new("Feature", Format.Text), new("The AUC falls by", Format.Number(3)),
        [new("Fall of the AUC", [.. Shown.Select(one => one.Loss)]) { Lower = [.. Shown.Select(one => one.Interval.Lower)], Upper = [.. Shown.Select(one => one.Interval.Upper)] }])
    { Horizontal = true, Subtitle = $"when the feature is shuffled among n = {Caption.Count(Users)} users; {Shown.Count} of {Features.Count} features" };

    private List<ImportantFeature> Shown => Features.Any(one => one.Matters) ? [.. Features.Where(one => one.Matters)] : [.. Features.Take(Fewest)];

    // The columns of a ready table mean what they are called.
    private bool HasMeanings => Shown.Exists(one => one.Feature.Meaning != one.Feature.Name);

    private string Shuffles => Features.Count > Strongest ? $"mean of {Times} shuffles of the {Strongest} strongest, one of the others" : $"mean of {Times} shuffles of each feature";

    private static FeatureTable Shuffled(FeatureTable features, int feature, int time, int seed)
    {
        int[] order = [.. Enumerable.Range(0, features.Count)];
        Chance.For(seed, Purpose.Shuffle, feature, time).Shuffle<int>(order);
        return features.Replace(features.Columns.Columns[feature].Reorder(order));
    }
}
