using System.Text.Json.Serialization;
using UserOps.Data;

namespace UserOps.Learning;

/// <summary>What a column of features holds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeatureKind>))]
public enum FeatureKind
{
    /// <summary>Numbers.</summary>
    Number,
    /// <summary>Yes and no.</summary>
    Flag,
    /// <summary>Words.</summary>
    Text,
}

/// <summary>A feature as a model saw it in training: its kind and how its values were spread over bins.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Edges">For numbers the upper ends of all bins but the last; deciles without ties.</param>
/// <param name="Levels">For words those of at least 2 % of rows, each a bin; for flags no and yes.</param>
/// <param name="Shares">The share of training rows in each bin, then of other words, then of missing values.</param>
public sealed record TrainedFeature(string Name, FeatureKind Kind, IReadOnlyList<double> Edges, IReadOnlyList<string> Levels, IReadOnlyList<double> Shares)
{
    private const int NumberBins = 10;

    /// <summary>Rarer words share a bin: chance alone would make the most frequent of many rare words rarer the next time.</summary>
    private const double LeastShare = 0.02;
    private static readonly string[] FlagLevels = ["no", "yes"];

    /// <summary>The share of training rows without a value.</summary>
    [JsonIgnore]
    public double Missing => Shares[^1];

    /// <summary>The names of the bins, in the order of <see cref="Shares"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Bins => Kind == FeatureKind.Number
        ? [.. NumberNames(), "(missing)"]
        : [.. Levels, "(other)", "(missing)"];

    /// <summary>The kind of a column.</summary>
    internal static FeatureKind KindOf(Column column) => column switch
    {
        NumberColumn => FeatureKind.Number,
        FlagColumn => FeatureKind.Flag,
        _ => FeatureKind.Text,
    };

    /// <summary>Bins a column of training rows.</summary>
    internal static TrainedFeature Of(Column column)
    {
        double[] edges = column is NumberColumn number ? Deciles(number) : [];
        string[] levels = column switch { FlagColumn => FlagLevels, TextColumn text => Frequent(text), _ => [] };
        var bare = new TrainedFeature(column.Name, KindOf(column), edges, levels, []);
        return bare with { Shares = bare.SharesOf(column) };
    }

    /// <summary>The share of rows of any column in each bin.</summary>
    internal double[] SharesOf(Column column)
    {
        double[] counts = new double[Bins.Count];
        foreach (int bin in BinsOf(column))
            counts[bin]++;
        return [.. counts.Select(count => count / column.Length)];
    }

    private IEnumerable<int> BinsOf(Column column)
    {
        int missing = Bins.Count - 1;
        switch (column)
        {
            case NumberColumn number:
                double[] edges = [.. Edges];
                return number.Values.Select(value => double.IsNaN(value) ? missing : BinOf(edges, value));
            case FlagColumn flag:
                return flag.Flags.Select(value => value < 0 ? missing : value);
            default:
                var text = (TextColumn)column;
                int[] binOfWord = [.. text.Words.Select(word => Levels.ToList().IndexOf(word) is var level and >= 0 ? level : missing - 1)];
                return text.Codes.Select(code => code < 0 ? missing : binOfWord[code]);
        }
    }

    private static int BinOf(double[] edges, double value) => Array.BinarySearch(edges, value) is var found && found < 0 ? ~found : found;

    private static double[] Deciles(NumberColumn number)
    {
        double[] sorted = [.. number.Values.Where(value => !double.IsNaN(value)).Order()];
        return sorted.Length == 0 ? [] : [.. Enumerable.Range(1, NumberBins - 1).Select(i => sorted[(int)((long)i * sorted.Length / NumberBins)]).Distinct().Where(edge => edge < sorted[^1])];
    }

    private static string[] Frequent(TextColumn text) => [.. text.Codes.Where(code => code >= 0).CountBy(code => text.Words[code])
        .Where(pair => pair.Value >= LeastShare * text.Length).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)];

    private IEnumerable<string> NumberNames()
    {
        static string Text(double value) => value.ToString("G4", System.Globalization.CultureInfo.InvariantCulture);
        if (Edges.Count == 0)
            return ["all"];
        return [$"≤ {Text(Edges[0])}", .. Edges.Zip(Edges.Skip(1), (low, high) => $"{Text(low)} – {Text(high)}"), $"> {Text(Edges[^1])}"];
    }
}
