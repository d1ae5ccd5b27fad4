using System.Text.Json.Serialization;
using UserOps.Data;

namespace UserOps.Learning;

/// <summary>How one feature becomes numbers. Learnt from training rows only and kept with the model.</summary>
[JsonDerivedType(typeof(NumberCode), "number")]
[JsonDerivedType(typeof(LevelCode), "levels")]
[JsonDerivedType(typeof(MeanCode), "means")]
internal abstract record ColumnCode(string Name)
{
    /// <summary>The names of the numbers made.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<string> Slots { get; }

    /// <summary>Writes the numbers of all rows, beginning at a place of each row of the matrix.</summary>
    public abstract void Write(Column column, FeatureMatrix matrix, int place);
}

/// <summary>A number or flag: as it is for trees that know missing values, else imputed, with a mark where it was missing.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Impute">What stands for a missing value; null leaves NaN.</param>
/// <param name="MarksMissing">Whether a second number says that the value was missing.</param>
/// <param name="IsLog">Whether log(1 + x) is taken first.</param>
/// <param name="Center">What is subtracted.</param>
/// <param name="Scale">What is divided by.</param>
internal sealed record NumberCode(string Name, double? Impute, bool MarksMissing, bool IsLog, double Center, double Scale) : ColumnCode(Name)
{
    public override IReadOnlyList<string> Slots => MarksMissing ? [Name, $"{Name} missing"] : [Name];

    public override void Write(Column column, FeatureMatrix matrix, int place)
    {
        double[] values = ValuesOf(column);
        for (int row = 0; row < values.Length; row++)
        {
            bool missing = double.IsNaN(values[row]);
            double value = missing && Impute is { } stand ? stand : values[row];
            matrix.Values[row * matrix.Width + place] = (float)(((IsLog ? Math.Log(1 + Math.Max(0, value)) : value) - Center) / Scale);
            if (MarksMissing)
                matrix.Values[row * matrix.Width + place + 1] = missing ? 1 : 0;
        }
    }

    public static double[] ValuesOf(Column column) => column is FlagColumn flag
        ? [.. flag.Flags.Select(value => value < 0 ? double.NaN : value)] : ((NumberColumn)column).Values;
}

/// <summary>Words with few levels: a number of 0 or 1 for each level; a level not seen in training is 0 everywhere.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Levels">The levels; null stands for a missing word.</param>
internal sealed record LevelCode(string Name, string?[] Levels) : ColumnCode(Name)
{
    public override IReadOnlyList<string> Slots => [.. Levels.Select(level => $"{Name} = {level ?? "(none)"}")];

    public override void Write(Column column, FeatureMatrix matrix, int place)
    {
        var text = (TextColumn)column;
        int[] levelOfCode = [.. text.Words.Select(word => Array.IndexOf(Levels, word))];
        int none = Array.IndexOf(Levels, null);
        for (int row = 0; row < text.Length; row++)
            if ((text.Codes[row] < 0 ? none : levelOfCode[text.Codes[row]]) is var level and >= 0)
                matrix.Values[row * matrix.Width + place + level] = 1;
    }
}

/// <summary>Words with many levels: the mean outcome of each level, drawn towards the mean of all.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Words">The levels seen in training.</param>
/// <param name="Means">The mean of each.</param>
/// <param name="Prior">The mean of all: for missing words and levels not seen in training.</param>
/// <param name="Center">What is subtracted.</param>
/// <param name="Scale">What is divided by.</param>
internal sealed record MeanCode(string Name, string[] Words, double[] Means, double Prior, double Center, double Scale) : ColumnCode(Name)
{
    public override IReadOnlyList<string> Slots => [$"mean by {Name}"];

    public override void Write(Column column, FeatureMatrix matrix, int place)
    {
        var text = (TextColumn)column;
        var known = Words.Zip(Means).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        double[] means = [.. text.Words.Select(word => known.GetValueOrDefault(word, Prior))];
        for (int row = 0; row < text.Length; row++)
            matrix.Values[row * matrix.Width + place] = Scaled(text.Codes[row] < 0 ? Prior : means[text.Codes[row]]);
    }

    public float Scaled(double mean) => (float)((mean - Center) / Scale);
}
