using UserOps.Data;
using UserOps.Features;

namespace UserOps.Learning;

/// <summary>How numbers reach a trainer.</summary>
internal enum NumberStyle
{
    /// <summary>As they are, NaN where missing: for trees that know missing values.</summary>
    Raw,
    /// <summary>The median where missing, and a mark beside it: for trees that do not.</summary>
    Imputed,
    /// <summary>Imputed, log(1 + x) where very skewed, then mean 0 and deviation 1: for linear models.</summary>
    Standardised,
}

/// <summary>A feature that a model does not use, and why.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record UnusedFeature(string Name, string Reason);

/// <summary>Turns features into a matrix, in a way that was learnt from the training rows.</summary>
/// <param name="Codes">How each feature is coded, in order.</param>
/// <param name="Unused">Features left out.</param>
internal sealed record FeatureEncoder(IReadOnlyList<ColumnCode> Codes, IReadOnlyList<UnusedFeature> Unused)
{
    private const int MostLevels = 16, LeastRows = 10;
    private const double HeavySkew = 2, FreeText = 0.5;

    public IReadOnlyList<string> Slots => [.. Codes.SelectMany(code => code.Slots)];

    /// <summary>Learns the codes from training rows and their outcomes (1 and 0, or amounts).</summary>
    public static FeatureEncoder Fit(FeatureTable features, double[] outcomes, NumberStyle style)
    {
        List<ColumnCode> codes = [];
        List<UnusedFeature> unused = [];
        FeatureChecks.Finite(features.Columns);
        foreach (var column in features.Columns.Columns)
            if (WhyUnused(column) is { } reason)
                unused.Add(new(column.Name, reason));
            else
                codes.Add(column is TextColumn text ? CodeOf(text, outcomes, style) : CodeOf(column.Name, NumberCode.ValuesOf(column), style));
        return new(codes, unused);
    }

    /// <summary>The matrix of the rows that the codes were learnt from: mean outcomes of words come from other rows only.</summary>
    public FeatureMatrix EncodeTraining(FeatureTable features, double[] outcomes, int seed)
    {
        var matrix = Encode(features);
        int[]? folds = null;
        int place = 0;
        foreach (var code in Codes)
        {
            if (code is MeanCode means)
                LevelMeans.WriteOutOfFold(means, features.Columns.Get<TextColumn>(code.Name), outcomes,
                    folds ??= LevelMeans.FoldsOf(features.Ids, outcomes, seed), matrix, place);
            place += code.Slots.Count;
        }
        return matrix;
    }

    /// <summary>The matrix of any rows.</summary>
    public FeatureMatrix Encode(FeatureTable features)
    {
        var matrix = new FeatureMatrix(features.Count, Codes.Sum(code => code.Slots.Count));
        int place = 0;
        foreach (var code in Codes)
        {
            code.Write(features.Columns.Get<Column>(code.Name), matrix, place);
            place += code.Slots.Count;
        }
        return matrix;
    }

    private static string? WhyUnused(Column column) => column switch
    {
        TextColumn text when Levels(text).Count < 2 => "the same for every user",
        TextColumn text when Levels(text).Count > Math.Max(MostLevels, FreeText * text.Length) => "almost every user has a value of their own",
        TextColumn text when Levels(text) is { Count: > 2 and <= MostLevels } levels && levels.TrueForAll(level => level.Rows < LeastRows) => $"no value is shared by {LeastRows} users",
        TextColumn => null,
        _ when NumberCode.ValuesOf(column).All(double.IsNaN) => "missing for every user",
        _ when NumberCode.ValuesOf(column) is var values && Array.TrueForAll(values, value => value.Equals(values[0])) => "the same for every user",
        _ when NumberCode.ValuesOf(column) is var values && Array.TrueForAll(values, value => ((float)value).Equals((float)values[0])) => "the same for every user in its first seven digits",
        _ => null,
    };

    private static List<(string? Level, int Rows)> Levels(TextColumn text) => [.. text.Codes.CountBy(code => code)
        .Select(pair => (Level: pair.Key < 0 ? null : text.Words[pair.Key], Rows: pair.Value)).OrderBy(level => level.Level, StringComparer.Ordinal)];

    private static ColumnCode CodeOf(TextColumn text, double[] outcomes, NumberStyle style)
    {
        var levels = Levels(text);
        if (levels.Count > MostLevels)
            return LevelMeans.Of(text, outcomes, style == NumberStyle.Standardised);
        string?[] common = [.. levels.Where(level => level.Rows >= LeastRows || levels.Count == 2).Select(level => level.Level)];
        return new LevelCode(text.Name, common.Length == 2 && levels.Count == 2 ? common[1..] : common);
    }

    private static NumberCode CodeOf(string name, double[] values, NumberStyle style)
    {
        if (style == NumberStyle.Raw)
            return new(name, null, false, false, 0, 1);
        double[] known = Array.FindAll(values, value => !double.IsNaN(value));
        Array.Sort(known);
        bool hasMissing = known.Length < values.Length;
        double median = known[known.Length / 2];
        if (style == NumberStyle.Imputed)
            return new(name, median, hasMissing, false, 0, 1);
        bool isLog = known[0] >= 0 && Spread.Skewness(known) > HeavySkew;
        (double center, double scale) = Spread.Of(isLog ? [.. known.Select(value => Math.Log(1 + value))] : known);
        return new(name, median, hasMissing, isLog, center, scale);
    }
}
