using UserOps.Display;

namespace UserOps.Reports;

/// <summary>Finds a picture that can stand for a report where it is only named.</summary>
internal static class StillPicture
{
    private const string SvgType = "image/svg+xml";

    public static string? FindFirst(IEnumerable<MimeBundle> bundles) => bundles
        .Select(bundle => bundle[SvgType] ?? FindIn(bundle[MimeBundle.Html]))
        .FirstOrDefault(svg => svg is not null);

    private static string? FindIn(string? html)
    {
        int start = html?.IndexOf("<svg", StringComparison.Ordinal) ?? -1;
        int end = start < 0 ? -1 : html!.IndexOf("</svg>", start, StringComparison.Ordinal);
        return end < 0 ? null : WithNamespace(html![start..(end + "</svg>".Length)]);
    }

    // A document of its own needs the namespace that HTML supplies by itself.
    private static string WithNamespace(string svg) =>
        svg.Contains("xmlns=", StringComparison.Ordinal) ? svg : svg.Insert("<svg".Length, " xmlns=\"http://www.w3.org/2000/svg\"");
}
