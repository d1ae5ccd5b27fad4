using UserOps.Reports.Pages;
using UserOps.Serving.Languages;

namespace UserOps.Serving.Pages;

/// <summary>The frame around every served page, in the style of the reports.</summary>
internal static class Frame
{
    public static string Script { get; } = Read("serve.js");

    private static Markup Style { get; } = new(Asset.Style.Text + "\n" + Read("serve.css"));

    public static string Write(ServedWords words, string title, Markup content) => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="{words.Reports.Tag}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title} · UserOps</title>
        <link rel="icon" href="data:,">
        <style>
        {Style}
        </style>
        </head>
        <body class="served">
        <a class="skip" href="#content">{words.Skip}</a>
        <nav class="top" aria-label="{words.Pages}"><a href="/"><b>UserOps</b></a> <a href="/">{words.NewReport}</a> <a href="/reports/index.html">{words.AllReports}</a> <a href="/history">{words.History}</a></nav>
        <main class="page" id="content">
        {content}
        </main>
        <script src="/serve.js" defer></script>
        </body>
        </html>

        """).Text.ReplaceLineEndings("\n");

    private static string Read(string name)
    {
        using var stream = typeof(Frame).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
