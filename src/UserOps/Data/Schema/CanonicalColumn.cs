using UserOps.Data.Typing;

namespace UserOps.Data.Schema;

/// <summary>A column of a known table under the name that questions use.</summary>
/// <param name="Name">The canonical name.</param>
/// <param name="Wish">Its type.</param>
/// <param name="IsRequired">Whether a table without it is not that table.</param>
/// <param name="Usual">Names that mean this column and nothing else.</param>
/// <param name="Vague">Names that mean it where no better one is there.</param>
internal sealed record CanonicalColumn(string Name, Wish Wish, bool IsRequired, IReadOnlySet<string> Usual, IReadOnlySet<string> Vague)
{
    public static CanonicalColumn Required(string name, Wish wish, string usual, string vague = "") => new(name, wish, true, Set(name + " " + usual), Set(vague));

    public static CanonicalColumn Optional(string name, Wish wish, string usual = "", string vague = "") => new(name, wish, false, Set(name + " " + usual), Set(vague));

    private static HashSet<string> Set(string names) => [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ColumnNames.Plain)];
}
