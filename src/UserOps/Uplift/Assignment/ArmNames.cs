using UserOps.Data;

namespace UserOps.Uplift;

/// <summary>The arms of an experiment: the control first, the others by name.</summary>
internal static class ArmNames
{
    private const int MostArms = 10, Shown = 12;
    private static readonly string[] ControlWords = ["control", "hold-out", "holdout", "hold out", "对照", "对照组", "空白组"];

    /// <exception cref="InsufficientDataException">There are fewer than two arms.</exception>
    /// <exception cref="UserOpsException">There are more than ten, or none is known to be the control.</exception>
    public static string[] Of(TextColumn arms, string? control)
    {
        string[] names = [.. arms.Codes.Where(code => code >= 0).Distinct().Select(code => arms.Words[code]).Order(StringComparer.Ordinal)];
        if (names.Length > MostArms)
            throw new UserOpsException($"Column '{arms.Name}' names {names.Length} arms ({List(names)}); at most {MostArms} can be told apart. Is it the column of the arm?");
        if (names.Length < 2)
            throw new InsufficientDataException($"{names.Length} arm ({List(names)})", "two are: one that was treated and one that was left alone", "Without users left alone nobody can tell what a campaign changed.");
        string found = ControlOf(names, control);
        return [found, .. names.Where(name => name != found)];
    }

    /// <summary>The shares that were meant, or those counted.</summary>
    public static double[] Shares(string[] names, IReadOnlyList<int> armOf, IReadOnlyDictionary<string, double>? meant)
    {
        if (meant is null)
            return [.. names.Select((_, arm) => (double)armOf.Count(one => one == arm) / armOf.Count)];
        double[] shares = [.. names.Select(name => meant.TryGetValue(name, out double share) ? share : double.NaN)];
        if (meant.Count != names.Length || !Array.TrueForAll(shares, share => share is > 0 and < 1) || !(Math.Abs(shares.Sum() - 1) < 1e-6))
            throw new UserOpsException($"The shares given are {string.Join(", ", meant.Select(one => FormattableString.Invariant($"{one.Key}: {one.Value}")))}; one between 0 and 1 is needed for each of {List(names)}, and they sum to 1.");
        return shares;
    }

    /// <summary>A column of arms as words: numbers and flags name arms too.</summary>
    public static TextColumn Words(Column column) => column switch
    {
        TextColumn text => text,
        TimeColumn => throw new UserOpsException($"Column '{column.Name}' holds moments; a column that names the arm of each user is needed."),
        _ => TextColumn.From(column.Name, Enumerable.Range(0, column.Length).Select(row => column.ValueAt(row) switch
        {
            null => null,
            bool yes => yes ? "yes" : "no",
            var value => FormattableString.Invariant($"{value}"),
        })),
    };

    private static string ControlOf(string[] names, string? control)
    {
        string[] found = control is null
            ? [.. names.Where(name => ControlWords.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase))]
            : [.. names.Where(name => name == control)];
        if (found.Length == 1)
            return found[0];
        throw new UserOpsException(control is null
            ? $"Which arm was left alone? The arms are {List(names)}; name it in {nameof(UpliftQuestion.Control)}."
            : $"No user is in the arm '{control}' that should be the control; the arms are {List(names)}.");
    }

    private static string List(string[] names) => string.Join(", ", names.Take(Shown).Select(name => $"'{name}'")) + (names.Length > Shown ? ", …" : "");
}
