using System.Text;

namespace UserOps.Reports.Pages;

/// <summary>Pictures carried within the page, since a report loads nothing.</summary>
internal static class Pictures
{
    private const int LargestFile = 5_000_000;

    private static readonly Dictionary<string, string> TypeOfExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".svg"] = "image/svg+xml",
        [".webp"] = "image/webp",
    };

    /// <summary>A picture file within the notebook's folder as a data address; null for anything else.</summary>
    public static string? Embed(string? url, string? folder)
    {
        if (url is null || folder is null || !TypeOfExtension.TryGetValue(Path.GetExtension(url), out string? type) || Uri.IsWellFormedUriString(url, UriKind.Absolute))
            return null;
        string path = Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(url)));
        return IsWithin(path, folder) && new FileInfo(path) is { Exists: true, Length: <= LargestFile }
            ? Address(type, File.ReadAllBytes(path))
            : null;
    }

    /// <summary>An SVG document as an address: drawn as a picture, its scripts never run and its names never meet those of the page.</summary>
    public static string OfSvg(string svg) => Address("image/svg+xml", Encoding.UTF8.GetBytes(svg));

    private static string Address(string type, byte[] content) => $"data:{type};base64,{Convert.ToBase64String(content)}";

    private static bool IsWithin(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
