using UserOps.Data;
using UserOps.Display;
using UserOps.Features;

namespace UserOps.Segments.Audiences;

/// <summary>A number to compare; a missing one fulfils no comparison.</summary>
/// <param name="Name">The name of the feature.</param>
public sealed record NumberFeature(string Name)
{
    /// <summary>The user has no such number.</summary>
    public Rule IsMissing => Compare("is missing", double.IsNaN);

    /// <summary>At least the bound.</summary>
    public static Rule operator >=(NumberFeature feature, double bound) => feature.Compare($"≥ {Print(bound)}", value => value >= bound);

    /// <summary>At most the bound.</summary>
    public static Rule operator <=(NumberFeature feature, double bound) => feature.Compare($"≤ {Print(bound)}", value => value <= bound);

    /// <summary>More than the bound.</summary>
    public static Rule operator >(NumberFeature feature, double bound) => feature.Compare($"> {Print(bound)}", value => value > bound);

    /// <summary>Less than the bound.</summary>
    public static Rule operator <(NumberFeature feature, double bound) => feature.Compare($"< {Print(bound)}", value => value < bound);

    /// <summary>Between two bounds, both included.</summary>
    public Rule Between(double low, double high) => low <= high
        ? Compare($"from {Print(low)} to {Print(high)}", value => value >= low && value <= high)
        : throw new UserOpsException($"'{Name}' cannot lie between {Print(low)} and {Print(high)}; give the lower bound first.");

    private Comparison Compare(string words, Func<double, bool> holds) => new(Name, words, users =>
    {
        double[] values = users.Known(Name).Numbers(Name);
        return row => holds(values[row]);
    });

    private static string Print(double bound) => double.IsFinite(bound)
        ? Format.Plain.Write(bound)
        : throw new UserOpsException($"A rule cannot compare with {bound}; a finite number is needed.");
}

/// <summary>Words to compare; a missing one equals none.</summary>
/// <param name="Name">The name of the feature.</param>
public sealed record TextFeature(string Name)
{
    /// <summary>The user has no such word.</summary>
    public Rule IsMissing => new Comparison(Name, "is missing", users => users.Known(Name).Columns.Get<TextColumn>(Name).IsMissing);

    /// <summary>Equal to the word.</summary>
    public Rule Is(string word) => In(word);

    /// <summary>Equal to one of the words.</summary>
    public Rule In(params IReadOnlyList<string> words) => new Comparison(
        Name,
        words.Count == 1 ? $"is {words[0]}" : $"is one of {string.Join(", ", words)}",
        users =>
        {
            var column = users.Known(Name).Columns.Get<TextColumn>(Name);
            HashSet<int> wanted = [.. words.Select(word => Code(column, word))];
            return row => wanted.Contains(column.Codes[row]);
        });

    private int Code(TextColumn column, string word) => column.CodeOf(word) is var code and >= 0 ? code : throw new UserOpsException(
        $"No user has {Name} '{word}'. There are: {string.Join(", ", column.Words.Order(StringComparer.Ordinal).Take(40))}.");
}

/// <summary>A yes-or-no; a missing one is neither.</summary>
/// <param name="Name">The name of the feature.</param>
public sealed record FlagFeature(string Name)
{
    /// <summary>Yes.</summary>
    public Rule IsTrue => Equal(1, "is yes");

    /// <summary>No.</summary>
    public Rule IsFalse => Equal(0, "is no");

    /// <summary>Neither is known.</summary>
    public Rule IsMissing => Equal(-1, "is missing");

    private Comparison Equal(sbyte wanted, string words) => new(Name, words, users =>
    {
        sbyte[] flags = users.Known(Name).Columns.Get<FlagColumn>(Name).Flags;
        return row => flags[row] == wanted;
    });
}

/// <summary>Finds the features that rules name.</summary>
internal static class RuleColumns
{
    /// <summary>The same users, where they have the feature.</summary>
    /// <exception cref="MissingDataException">They have not: an export that lacks a table lacks its features.</exception>
    public static FeatureTable Known(this FeatureTable users, string feature) => users.Columns.TryGet<Column>(feature, out _) ? users : throw new MissingDataException(
        $"Users have no feature '{feature}'. They have: {string.Join(", ", users.Features.Select(one => one.Name))}.");
}
