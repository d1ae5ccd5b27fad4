using UserOps.Data;

namespace UserOps.Churn;

/// <summary>Values of a feature, and columns that hold one of them everywhere.</summary>
internal static class FeatureValues
{
    /// <summary>Values that stand for all: quantiles of numbers, the most frequent words, yes and no; each with how many users are nearest to it.</summary>
    public static IReadOnlyList<(object Value, int Users)> Spread(Column column, int numbers, int words) => column switch
    {
        NumberColumn number => Quantiles([.. number.Values.Where(value => !double.IsNaN(value)).Order()], numbers),
        FlagColumn flag => [.. flag.Flags.Where(one => one >= 0).CountBy(one => one).OrderBy(pair => pair.Key).Select(pair => ((object)(pair.Key == 1), pair.Value))],
        TextColumn text =>
        [
            .. text.Codes.Where(code => code >= 0).CountBy(code => code).OrderByDescending(pair => pair.Value).ThenBy(pair => text.Words[pair.Key], StringComparer.Ordinal)
                .Take(words).Select(pair => ((object)text.Words[pair.Key], pair.Value)),
        ],
        _ => [],
    };

    /// <summary>A column of the same name and kind with one value in every row; of numbers also with none.</summary>
    /// <exception cref="UserOpsException">The value does not fit the column.</exception>
    public static Column Constant(Column column, object? value, int rows) => (column, value) switch
    {
        (NumberColumn number, null) => number with { Values = [.. Enumerable.Repeat(double.NaN, rows)] },
        (NumberColumn number, double or int or long or float or decimal) => number with { Values = [.. Enumerable.Repeat(Finite(column, value), rows)] },
        (FlagColumn flag, bool yes) => flag with { Flags = [.. Enumerable.Repeat((sbyte)(yes ? 1 : 0), rows)] },
        (TextColumn text, string word) when text.CodeOf(word) is >= 0 and var code => text with { Codes = [.. Enumerable.Repeat(code, rows)] },
        (TextColumn text, string word) => throw new UserOpsException($"No user has '{word}' in '{column.Name}'. Its values: {string.Join(", ", text.Words.Take(12))}."),
        _ => throw new UserOpsException($"Feature '{column.Name}' is a {column.GetType().Name}; the value {value ?? "missing"} ({value?.GetType().Name ?? "nothing"}) does not fit. Give {Needed(column)}."),
    };

    private static (object, int)[] Quantiles(double[] sorted, int count)
    {
        if (sorted.Length == 0)
            return [];
        double[] values = [.. Enumerable.Range(0, count).Select(k => sorted[(int)((long)k * (sorted.Length - 1) / (count - 1))]).Distinct()];
        double[] edges = [.. values.Zip(values.Skip(1), (a, b) => (a + b) / 2)];
        int[] users = new int[values.Length];
        int nearest = 0;
        foreach (double value in sorted)
        {
            while (nearest < edges.Length && value > edges[nearest])
                nearest++;
            users[nearest]++;
        }
        return [.. values.Zip(users, (value, there) => ((object)value, there))];
    }

    private static double Finite(Column column, object value) => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture) is var number && double.IsFinite(number)
        ? number
        : throw new UserOpsException($"Feature '{column.Name}' was given {value}; a finite number is needed.");

    private static string Needed(Column column) => column switch
    {
        NumberColumn => "a number",
        FlagColumn => "true or false",
        _ => "a word",
    };
}
