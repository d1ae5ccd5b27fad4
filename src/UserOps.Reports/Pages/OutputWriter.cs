using System.Text.Json;
using UserOps.Display;
using UserOps.Notebooks.Documents;

namespace UserOps.Reports.Pages;

/// <summary>What a cell showed, in the rendering that suits a page best.</summary>
internal sealed class OutputWriter(MarkdownText markdown)
{
    private const string Svg = "image/svg+xml";
    private static readonly string[] RasterTypes = ["image/png", "image/jpeg", "image/gif"];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public Markup Write(IEnumerable<CellOutput> outputs) => Markup.ForEach(StreamJoin.Join(outputs), Write);

    private Markup Write(CellOutput output) => output switch
    {
        CellOutput.Stream { IsError: false } stream => Markup.Of($"<pre class=\"stream\">{ConsoleText.Clean(stream.Text)}</pre>"),
        CellOutput.Stream stream => Markup.Of($"<pre class=\"stream stderr\">{ConsoleText.Clean(stream.Text)}</pre>"),
        CellOutput.Error error => Failure(error),
        _ => NotebookReport.BundleOf(output) is { } bundle ? Shown(bundle) : Markup.Empty,
    };

    private static Markup Failure(CellOutput.Error error) => Markup.Of($"""
        <div class="error" role="alert"><strong>{error.Name}</strong> {error.Message}
        <pre>{ConsoleText.Clean(string.Join("\n", error.Traceback.SkipWhile(line => line.EndsWith(error.Message, StringComparison.Ordinal))))}</pre></div>
        """);

    private Markup Shown(MimeBundle bundle)
    {
        // Key numbers stand on top of the page and, with their definitions, at its end.
        if (bundle[MimeBundle.Metric] is not null)
            return Markup.Empty;
        if (bundle[MimeBundle.Html] is { } html)
            return Box(ScrollBoxes.Around(html));
        if (bundle[MimeBundle.Plotly] is { } figure)
            return Box(Figures.Place(figure, bundle[MimeBundle.PlainText] ?? ""));
        if (bundle[Svg] is { } svg)
            return Box(Picture(Pictures.OfSvg(svg), bundle));
        if (RasterTypes.FirstOrDefault(type => bundle[type] is not null) is { } raster)
            return Box(Picture($"data:{raster};base64,{bundle[raster]!.ReplaceLineEndings("")}", bundle));
        if (bundle[MimeBundle.Markdown] is { } text)
            return Box(markdown.WriteOutput(text));
        return Plain(bundle);
    }

    private static Markup Box(Markup content) => Markup.Of($"<div class=\"output\">{content}</div>");

    private static Markup Picture(string address, MimeBundle bundle) => Markup.Of($"<img src=\"{address}\" alt=\"{bundle[MimeBundle.PlainText]}\">");

    private static Markup Plain(MimeBundle bundle)
    {
        string text = bundle["application/json"] is { } json ? Pretty(json) : bundle[MimeBundle.PlainText] ?? "";
        return text.Length == 0 ? Markup.Empty : Markup.Of($"<pre class=\"output\">{ConsoleText.Clean(text)}</pre>");
    }

    private static string Pretty(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Indented);
    }
}
