using System.Text.RegularExpressions;
using UserOps.Display;

namespace UserOps.Reports;

/// <summary>Finds a picture that can stand for a report where it is only named.</summary>
internal static partial class StillPicture
{
    private const string SvgType = "image/svg+xml";

    public static string? FindFirst(IEnumerable<MimeBundle> bundles) => bundles
        .Select(bundle => bundle[SvgType] ?? FindIn(bundle[MimeBundle.Html]))
        .FirstOrDefault(svg => svg is not null);

    /// <summary>All pictures of a bundle as SVG documents, in order.</summary>
    public static IEnumerable<string> FindAll(MimeBundle bundle) =>
        bundle[SvgType] is { } svg ? [svg] : Picture().Matches(bundle[MimeBundle.Html] ?? "").Select(match => WithNamespace(match.Value));

    private static string? FindIn(string? html) => html is not null && Picture().Match(html) is { Success: true } match ? WithNamespace(match.Value) : null;

    // A document of its own needs the namespace that HTML supplies by itself.
    private static string WithNamespace(string svg) =>
        svg.Contains("xmlns=", StringComparison.Ordinal) ? svg : svg.Insert("<svg".Length, " xmlns=\"http://www.w3.org/2000/svg\"");

    // What is written into a picture is encoded, so the first closing tag is its own.
    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Picture();
}
