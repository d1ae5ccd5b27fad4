namespace UserOps.Data.Reading;

/// <summary>Makes column names of the first row: trimmed, distinct, none empty.</summary>
internal static class Headers
{
    public static string[] Name(IEnumerable<string> fields)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. fields.Select((field, i) => Distinct(Clean(field) is { Length: > 0 } name ? name : FormattableString.Invariant($"column_{i + 1}"), taken))];
    }

    /// <summary>The name without blanks around it, and with breaks and runs of blanks inside as one blank.</summary>
    private static string Clean(string field) =>
        string.Join(' ', field.Trim('\uFEFF', '\u200B').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Distinct(string name, HashSet<string> taken)
    {
        string candidate = name;
        for (int n = 2; !taken.Add(candidate); n++)
            candidate = FormattableString.Invariant($"{name}_{n}");
        return candidate;
    }
}
