namespace UserOps.Reports.Pages;

/// <summary>Decides where a link of a report may lead: into the page, beside it, to the web or to a mailbox; never into a script.</summary>
internal static class SafeLink
{
    private static readonly string[] Schemes = ["http", "https", "mailto"];

    public static bool Allows(string? url)
    {
        // Browsers skip control characters and blanks in a scheme; a link that has them is not trusted.
        if (url is null || url.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter)))
            return false;
        int colon = url.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || url.AsSpan(0, colon).ContainsAny("/?#") || Schemes.Contains(url[..colon], StringComparer.OrdinalIgnoreCase);
    }
}
