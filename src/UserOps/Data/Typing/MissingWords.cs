namespace UserOps.Data.Typing;

/// <summary>Words that exports write where a value is missing.</summary>
internal static class MissingWords
{
    /// <summary>Whether the word says that a text is missing: what programs write for it, and no word of a language.</summary>
    public static bool InText(ReadOnlySpan<char> word) => word.Length switch
    {
        2 => word is "\\N",
        3 => word.Equals("nan", StringComparison.OrdinalIgnoreCase),
        4 => word.Equals("null", StringComparison.OrdinalIgnoreCase) || word.Equals("#n/a", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Whether the word says that a number, a time or a flag is missing.</summary>
    public static bool InValues(ReadOnlySpan<char> word) => InText(word) || word.Length switch
    {
        1 => word is "-" or "." or "?" or "无",
        2 => word is "--" || word.Equals("na", StringComparison.OrdinalIgnoreCase),
        3 => word.Equals("n/a", StringComparison.OrdinalIgnoreCase) || word.Equals("nil", StringComparison.OrdinalIgnoreCase),
        4 => word.Equals("none", StringComparison.OrdinalIgnoreCase),
        _ => word is "0000-00-00" or "0000-00-00 00:00:00",
    };
}
