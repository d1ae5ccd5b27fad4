namespace UserOps.Reports.Pages;

/// <summary>Interactive figures: each keeps its data beside its still picture, and the library that draws them comes once.</summary>
internal static class Figures
{
    public static Markup Place(string json, string words) => Markup.Of($"""
        <figure class="userops-chart"><figcaption>{words}</figcaption>
        <script type="application/json" class="userops-figure">{new Markup(json.Replace("<", "\\u003c", StringComparison.Ordinal))}</script></figure>
        """);

    public static Markup Library(Markup cells) => Markup.Empty;
}
