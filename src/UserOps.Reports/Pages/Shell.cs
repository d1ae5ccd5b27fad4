using UserOps.Display.Charts;

namespace UserOps.Reports.Pages;

/// <summary>The frame around every page: it loads nothing from anywhere, and says so to the browser.</summary>
internal static class Shell
{
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'";

    private const string PolicyWithScript = "script-src 'unsafe-inline' 'self' file:";

    /// <summary>A page that takes the library of its charts from a file beside it.</summary>
    public static string LoadingFrom(string library, string page) => page
        .Replace(PlotlyLibrary.Html, $"<script src=\"{library}\"></script>", StringComparison.Ordinal)
        .Replace(Policy, Policy.Replace("script-src 'unsafe-inline'", PolicyWithScript, StringComparison.Ordinal), StringComparison.Ordinal);

    public static string Write(string language, string title, Markup body, Markup scripts) => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="{new Markup(Policy)}">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <style>
        {Asset.Style}
        </style>
        </head>
        <body>
        {body}
        {scripts}
        </body>
        </html>

        """).Text.ReplaceLineEndings("\n");
}
