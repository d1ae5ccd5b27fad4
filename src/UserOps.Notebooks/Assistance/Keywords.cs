using Microsoft.CodeAnalysis.CSharp;

namespace UserOps.Notebooks.Assistance;

/// <summary>The words of the language.</summary>
internal static class Keywords
{
    private static readonly string[] Contextual =
    [
        "var", "async", "await", "record", "yield", "when", "where", "select", "from", "orderby", "ascending", "descending", "let", "join", "on", "equals", "group", "by", "into",
        "nameof", "required", "init", "get", "set", "dynamic", "nint", "nuint", "partial", "with", "and", "or", "not", "scoped", "unmanaged", "notnull", "global", "field", "file",
    ];

    public static IReadOnlyList<string> All { get; } =
        [.. SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText).Where(word => !word.StartsWith("__", StringComparison.Ordinal)).Concat(Contextual).Order(StringComparer.Ordinal)];
}
