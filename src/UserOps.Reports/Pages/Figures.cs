using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Reports.Pages;

/// <summary>Interactive figures: each keeps its data on the page, and the library that draws them comes once.</summary>
internal static class Figures
{
    /// <summary>A figure that came without a still picture; the page's own script draws it.</summary>
    public static Markup Place(string json, string words) => Markup.Of($"""
        <figure class="figure-only"><figcaption>{words}</figcaption>
        <script type="{MimeBundle.Plotly}">{new Markup(json.Replace("<", "\\u003c", StringComparison.Ordinal))}</script></figure>
        """);

    /// <summary>The drawing library, for a page that has a figure.</summary>
    public static Markup Library(Markup cells) =>
        cells.Text.Contains($"<script type=\"{MimeBundle.Plotly}\">", StringComparison.Ordinal) ? new(PlotlyLibrary.Html) : Markup.Empty;
}
