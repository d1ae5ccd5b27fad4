using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace UserOps.Reports.Pages;

/// <summary>Markdown as HTML: raw HTML stays text, links lead only to safe places, headings get anchors for the table of contents.</summary>
internal sealed class MarkdownText(string? folder)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseEmphasisExtras().UseTaskLists().UseAutoLinks().UseFootnotes().DisableHtml().Build();

    private readonly Anchors _anchors = new();
    private readonly List<Heading> _headings = [];

    /// <summary>The headings of all texts written so far, in order.</summary>
    public IReadOnlyList<Heading> Headings => _headings;

    /// <summary>A cell of the notebook: its headings enter the table of contents.</summary>
    public Markup WriteCell(string source)
    {
        var document = Markdown.Parse(source, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>().ToList())
            Enter(heading);
        return Render(document);
    }

    /// <summary>Text that a cell showed.</summary>
    public Markup WriteOutput(string source) => Render(Markdown.Parse(source, Pipeline));

    private void Enter(HeadingBlock heading)
    {
        string text = PlainText(heading);
        string anchor = _anchors.Make(text);
        heading.GetAttributes().Id = anchor;
        _headings.Add(new(heading.Level, text, anchor));
    }

    private Markup Render(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
            MakeSafe(link);
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !SafeLink.Allows(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return new(writer.ToString());
    }

    private void MakeSafe(LinkInline link)
    {
        if (link.IsImage && Pictures.Embed(link.Url, folder) is { } picture)
            link.Url = picture;
        else if (link.IsImage)
            (link.IsImage, link.Url) = (false, SafeLink.Allows(link.Url) ? link.Url : "#");
        else if (!SafeLink.Allows(link.Url))
            link.Url = "#";
    }

    private static string PlainText(HeadingBlock heading) => string.Concat((heading.Inline?.Descendants() ?? []).Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }));
}

/// <summary>A heading with the anchor that leads to it.</summary>
internal sealed record Heading(int Level, string Text, string Anchor);
