using System.Globalization;
using UserOps.Data;
using UserOps.Display;

namespace UserOps.Features;

/// <summary>Describes each feature in one row.</summary>
internal static class FeatureSummary
{
    private static readonly TableColumn[] Columns =
    [
        new("Feature", Format.Text), new("Meaning", Format.Text), new("Missing", Format.Percent()),
        new("Lower quartile", Format.Text), new("Median or most frequent", Format.Text), new("Upper quartile", Format.Text),
    ];

    public static Table Of(FeatureTable features) => new(
        "Features of users", Columns, features.Features.Zip(features.Columns.Columns, Row), Caption(features));

    private static object?[] Row(Feature feature, Column column) => column switch
    {
        NumberColumn number => Spread(feature, [.. number.Values.Where(value => !double.IsNaN(value)).Order()], column.Length),
        FlagColumn flag => Common(feature, flag.Flags.Where(value => value >= 0).Select(value => value == 1 ? "yes" : "no"), column.Length),
        _ => Common(feature, ((TextColumn)column).Codes.Where(code => code >= 0).Select(code => ((TextColumn)column).Words[code]), column.Length),
    };

    private static object?[] Spread(Feature feature, double[] sorted, int rows)
    {
        string? At(double share) => sorted.Length == 0 ? null : feature.Format.Write(sorted[(int)(share * (sorted.Length - 1))]);
        return [feature.Name, feature.Meaning, Missing(rows, sorted.Length), At(0.25), At(0.5), At(0.75)];
    }

    private static object?[] Common(Feature feature, IEnumerable<string> words, int rows)
    {
        var counts = words.CountBy(word => word, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        int known = counts.Sum(pair => pair.Value);
        string? common = counts.Count == 0 ? null
            : string.Create(CultureInfo.InvariantCulture, $"{counts[0].Key} ({Format.Percent(0).Write((double)counts[0].Value / known)} of {counts.Count} values)");
        return [feature.Name, feature.Meaning, Missing(rows, known), null, common, null];
    }

    private static double? Missing(int rows, int known) => rows == 0 ? null : 1 - (double)known / rows;

    private static string Caption(FeatureTable features) => string.Join(" · ",
    [
        $"n = {UserOps.Caption.Count(features.Count)} users",
        features.Known,
        .. features.LeftOut.Count == 0 ? Array.Empty<string>() : [$"left out, being moments: {string.Join(", ", features.LeftOut)}"],
    ]);
}
