using System.Globalization;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Pages;

/// <summary>The cells of a notebook: text as text, code folded away, outputs in full.</summary>
internal sealed class CellWriter(MarkdownText markdown, Words words)
{
    private readonly OutputWriter _outputs = new(markdown);

    public Markup Write(NotebookRun run) => Markup.Join(run.Executed.Cells.Select((cell, index) => Write(run, cell, index)));

    public static string AnchorOf(int cell) => $"cell-{cell + 1}";

    private Markup Write(NotebookRun run, NotebookCell cell, int index)
    {
        if (cell.Language == "raw" || string.IsNullOrWhiteSpace(cell.Source))
            return Markup.Empty;
        return cell.IsMarkdown
            ? Markup.Of($"<section class=\"text\">{markdown.WriteCell(cell.Source)}</section>")
            : Code(cell, index, FailureText.NumberOf(run.Executed, index), run.Cells.FirstOrDefault(entry => entry.Index == index)?.Status ?? CellStatus.NotRun);
    }

    private Markup Code(NotebookCell cell, int index, int number, CellStatus status) => Markup.Of($"""
        <section class="cell {StatusClass(status)}" id="{AnchorOf(index)}">
        <details class="code"><summary>{Caption(number, status)}</summary><pre><code>{CodeText.Write(cell.Language, cell.Source)}</code></pre></details>
        {_outputs.Write(cell.Outputs)}
        </section>
        """);

    private static string StatusClass(CellStatus status) => status switch
    {
        CellStatus.Failed => "failed",
        CellStatus.NotRun => "not-run",
        _ => "ran",
    };

    private string Caption(int number, CellStatus status) => (status switch
    {
        CellStatus.Failed => words.CodeFailed,
        CellStatus.NotRun => words.CodeNotRun,
        _ => words.CodeOfCell,
    })(number.ToString(CultureInfo.InvariantCulture));
}
