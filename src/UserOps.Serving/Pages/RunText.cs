using System.Globalization;
using UserOps.Reports.Runs;

namespace UserOps.Serving.Pages;

/// <summary>Finished runs in words.</summary>
internal static class RunText
{
    /// <summary>When it began.</summary>
    public static string Moment(FinishedRun run) => string.Create(CultureInfo.InvariantCulture, $"{run.Record.Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    /// <summary>On which export it ran.</summary>
    public static string Export(FinishedRun run) => run.Record.Request.Data ?? "no export";

    /// <summary>What it ran: the question, where it was one.</summary>
    public static string Content(FinishedRun run) => run.Record.Notebooks is [var only] ? only.Title ?? only.Name : $"{run.Record.Notebooks.Count} reports";

    /// <summary>How a notebook of it ended.</summary>
    public static string State(NotebookRecord notebook) => notebook.Status switch
    {
        NotebookStatus.Ok => "complete",
        NotebookStatus.Failed => $"not complete: cell {notebook.FailedCell} failed",
        NotebookStatus.Refused => "not made: the export does not hold what it needs",
        _ => "not run",
    };

    /// <summary>The address of the comparison of two runs.</summary>
    public static string Comparison(FinishedRun old, FinishedRun later) => $"/compare?old={Uri.EscapeDataString(old.Id)}&new={Uri.EscapeDataString(later.Id)}";

    /// <summary>The address of a notebook's page in a run.</summary>
    public static string Page(FinishedRun run, NotebookRecord notebook) => $"/reports/runs/{Uri.EscapeDataString(run.Id)}/{Uri.EscapeDataString(notebook.Name)}.html";
}
