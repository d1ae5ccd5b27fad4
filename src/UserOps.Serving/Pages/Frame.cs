using UserOps.Reports.Pages;

namespace UserOps.Serving.Pages;

/// <summary>The frame around every served page, in the style of the reports.</summary>
internal static class Frame
{
    public static string Script { get; } = Read("serve.js");

    private static Markup Style { get; } = new(Asset.Style.Text + "\n" + Read("serve.css"));

    public static string Write(string title, Markup content) => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="en">
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
        <a class="skip" href="#content">Skip to the content</a>
        <nav class="top" aria-label="Pages"><a href="/"><b>UserOps</b></a> <a href="/">New report</a> <a href="/reports/index.html">Reports</a> <a href="/history">History</a></nav>
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
