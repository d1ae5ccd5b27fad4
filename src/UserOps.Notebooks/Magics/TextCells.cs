using System.Net;
using Markdig;
using UserOps.Display;

namespace UserOps.Notebooks.Magics;

/// <summary>Cells that are shown rather than run: markdown, HTML, script of the page, diagrams.</summary>
internal static class TextCells
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    /// <summary>Whether the language is shown rather than run.</summary>
    public static bool Shows(string language) => language is "markdown" or "html" or "javascript" or "mermaid" or "raw";

    public static MimeBundle Render(CellPart.Code code) => code.Language switch
    {
        "html" => MimeBundle.Of("", code.Text),
        "javascript" => MimeBundle.Of("", $"<script type=\"text/javascript\">{code.Text}</script>"),
        "mermaid" => MimeBundle.Of(code.Text, $"<pre class=\"mermaid\">{WebUtility.HtmlEncode(code.Text)}</pre>").With("text/vnd.mermaid", code.Text),
        _ => MimeBundle.Of(code.Text, Markdown.ToHtml(code.Text, Pipeline)).With(MimeBundle.Markdown, code.Text),
    };
}
