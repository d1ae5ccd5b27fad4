namespace UserOps.Reports;

/// <summary>Words a path for readers on other machines.</summary>
internal static class PathText
{
    /// <summary>The name of the file or folder at the end of a path.</summary>
    public static string LastPart(string path)
    {
        string trimmed = path.TrimEnd('/', '\\');
        return trimmed[(trimmed.LastIndexOfAny(['/', '\\']) + 1)..];
    }

    /// <summary>The last part of a text that is plainly a path; any other text unchanged.</summary>
    public static string Shorten(string text) => LooksLikePath(text) ? LastPart(text) : text;

    private static bool LooksLikePath(string text) =>
        Path.IsPathFullyQualified(text) || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("../", StringComparison.Ordinal)
        || text.StartsWith("..\\", StringComparison.Ordinal) || text is [_, ':', '\\' or '/', ..];
}
