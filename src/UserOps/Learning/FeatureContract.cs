using System.Globalization;
using UserOps.Data;
using UserOps.Features;

namespace UserOps.Learning;

/// <summary>What a model needs of the features it scores: the columns it learnt from, of the same kind, with words that it has seen.</summary>
internal static class FeatureContract
{
    /// <summary>With more new words or newly missing values than this share of rows, scores would be guesses.</summary>
    private const double MostUnseen = 0.5;

    /// <summary>Of fewer rows than this shares say nothing: a single user without a value is no other export.</summary>
    private const int EnoughForShares = 20;

    public static IReadOnlyList<TrainedFeature> Of(FeatureTable features) => [.. features.Columns.Columns.Select(TrainedFeature.Of)];

    /// <exception cref="UserOpsException">The features differ; the message names every difference.</exception>
    public static void Require(IReadOnlyList<TrainedFeature> trained, FeatureTable features)
    {
        string[] differences = [.. trained.Select(feature => Difference(feature, features)).OfType<string>()];
        if (differences.Length > 0)
            throw new UserOpsException(
                $"These features do not match the model: {string.Join("; ", differences)}. Make them as in training (same export columns, same definition), or train a new model.");
    }

    private static string? Difference(TrainedFeature trained, FeatureTable features)
    {
        if (!features.Columns.TryGet<Column>(trained.Name, out var column))
            return $"'{trained.Name}' is missing (the model learnt from it as a {trained.Kind})";
        if (TrainedFeature.KindOf(column) is var kind && kind != trained.Kind)
            return $"'{trained.Name}' is a {kind}, the model learnt from a {trained.Kind}";
        if (features.Count < EnoughForShares)
            return null;
        double[] shares = trained.SharesOf(column);
        double known = 1 - shares[^1];
        if (shares[^1] - trained.Missing > MostUnseen)
            return $"'{trained.Name}' has no value in {Percent(shares[^1])} of rows, in training in {Percent(trained.Missing)}";
        double newWords = trained.Kind == FeatureKind.Text && known > 0 ? shares[^2] / known - trained.Shares[^2] / Math.Max(1 - trained.Missing, double.Epsilon) : 0;
        return newWords > MostUnseen
            ? $"'{trained.Name}' has values that were rare or absent in training in {Percent(shares[^2] / known)} of rows ({Unseen(trained, (TextColumn)column)})"
            : null;
    }

    private static string Unseen(TrainedFeature trained, TextColumn text) => string.Join(", ", text.Codes.Where(code => code >= 0).Distinct()
        .Select(code => text.Words[code]).Where(word => !trained.Levels.Contains(word, StringComparer.Ordinal)).Order(StringComparer.Ordinal).Take(3));

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");
}
