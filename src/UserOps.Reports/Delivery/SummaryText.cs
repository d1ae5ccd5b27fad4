using System.Text;
using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Reports.Pages;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Delivery;

/// <summary>A report on one page of Markdown: what it is, as of when, its key numbers, what to decide, and what failed.</summary>
internal static class SummaryText
{
    private const int MostRows = 20;

    public static string Save(NotebookReport report, string path)
    {
        AtomicFile.Write(path, Write(report));
        return path;
    }

    public static string Write(NotebookReport report) => string.Join("\n\n", Parts(report).Where(part => part.Length > 0)) + "\n";

    private static IEnumerable<string> Parts(NotebookReport report)
    {
        var words = report.Words;
        yield return "# " + OneLine(report.Title);
        yield return Opening.Of(report.Run.Executed).Lede;
        yield return Facts(report);
        yield return Failure(report);
        yield return report.Metrics.Count == 0 ? "" : new Table(words.KeyNumbers,
            [new(words.KeyNumber, Format.Text), new(words.Value, Format.Plain), new(words.Interval, Format.Plain), new("n", Format.Count)],
            report.Metrics.Select(metric => (object?[])[words.LabelOf(metric), words.FormatOf(metric).Write(metric.Value), metric.Interval?.Write(words.FormatOf(metric)), metric.N])).ToMarkdown();
        yield return Blanks(report);
        yield return Decision(report);
    }

    private static string Facts(NotebookReport report)
    {
        var words = report.Words;
        List<string> lines = [$"- {words.AsOf}: {DataText.AsOf(report) ?? words.NoDate}", $"- {words.Data}: {DataText.Source(report) ?? words.None}{Detail(report)}"];
        lines.AddRange(report.Run.Parameters.Where(parameter => parameter.Name != "data").Select(parameter => $"- {words.Parameter} {parameter.Name}: {OneLine(ParameterText.Write(parameter, words))}"));
        return string.Join('\n', lines);
    }

    private static string Detail(NotebookReport report) => report.Data is { } data ? $" ({DataText.Summary(data, report.Words)})" : "";

    private static string Failure(NotebookReport report) => report.Status switch
    {
        NotebookStatus.Ok => "",
        NotebookStatus.Failed => $"**{report.Words.NotComplete}.** {report.Words.Cell(FailureText.Cell(report.Run))} {report.Words.Failed}{report.Words.Colon}{OneLine(report.Reason!)}\n\n{FailureText.Remedy(report)}",
        _ => $"**{report.Words.NotMade}.** {OneLine(report.Reason!)}\n\n{report.Words.GiveAnotherExport}",
    };

    private static string Blanks(NotebookReport report) => report.Gaps.Count == 0 ? ""
        : $"{report.Words.LeftBlank}\n\n{string.Join('\n', report.Gaps.Select(blank => "- " + OneLine(blank)))}";

    /// <summary>The section about decisions: its text, and what its cells say in words.</summary>
    private static string Decision(NotebookReport report)
    {
        var text = new StringBuilder();
        bool inside = false;
        foreach (var cell in report.Run.Executed.Cells)
            foreach (string part in cell.IsMarkdown ? [cell.Source] : inside ? Said(cell) : [])
                inside = Append(text, part, inside, isText: cell.IsMarkdown);
        return text.ToString().Trim();
    }

    private static bool Append(StringBuilder text, string part, bool inside, bool isText)
    {
        foreach (string line in part.ReplaceLineEndings("\n").Split('\n'))
        {
            if (isText && line.StartsWith("## ", StringComparison.Ordinal))
                inside = IsDecision(line);
            if (inside)
                text.Append(line).Append('\n');
        }
        if (inside)
            text.Append('\n');
        return inside;
    }

    private static bool IsDecision(string heading) =>
        heading.Contains("decide", StringComparison.OrdinalIgnoreCase) || heading.Contains("decision", StringComparison.OrdinalIgnoreCase) || heading.Contains("决策", StringComparison.Ordinal);

    private static IEnumerable<string> Said(NotebookCell cell) => cell.Outputs.Select(output => output is CellOutput.Stream { IsError: false } stream
        ? ConsoleText.Clean(stream.Text)
        : NotebookReport.BundleOf(output) is { } bundle && bundle[MimeBundle.Metric] is null ? bundle[MimeBundle.Markdown] ?? Tables(bundle) : "").Where(said => said.Length > 0);

    private static string Tables(MimeBundle bundle) => string.Join("\n\n", DeliveredTable.In(bundle).Select(Told).Where(told => told.Length > 0));

    /// <summary>A table that a page has room for, and its notes; their sign keeps them apart from a list of the text that follows.</summary>
    private static string Told(DeliveredTable table) => string.Join("\n\n", (string[])
    [
        .. table.TotalRows <= MostRows ? [table.Table.ToMarkdown()] : Array.Empty<string>(),
        .. table.Notes.Count > 0 ? [string.Join('\n', table.Notes.Select(note => "* " + OneLine(note)))] : Array.Empty<string>(),
    ]);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
