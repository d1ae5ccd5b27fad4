using UserOps.Reports.Languages;
using UserOps.Reports.Runs;
using UserOps.Serving.Languages;

namespace UserOps.Serving.Pages;

/// <summary>Finished runs in words.</summary>
internal static class RunText
{
    /// <summary>When it began.</summary>
    public static string Moment(FinishedRun run) => Words.Moment(run.Record.Started);

    /// <summary>On which export it ran.</summary>
    public static string Export(ServedWords words, FinishedRun run) => run.Record.Request.Data ?? words.NoExport;

    /// <summary>What it ran: the question, where it was one.</summary>
    public static string Content(ServedWords words, FinishedRun run) => run.Record.Notebooks is [var only] ? only.Title ?? only.Name : words.ReportsOf(run.Record.Notebooks.Count);

    /// <summary>How a notebook of it ended.</summary>
    public static string State(ServedWords words, NotebookRecord notebook) => notebook.Status switch
    {
        NotebookStatus.Ok => words.Reports.Complete,
        NotebookStatus.Failed => words.CellFailedState(notebook.FailedCell),
        NotebookStatus.Refused => words.NotMade,
        NotebookStatus.Blank => words.NoAnswer,
        _ => words.NotRun,
    };

    /// <summary>The address of the comparison of two runs.</summary>
    public static string Comparison(FinishedRun old, FinishedRun later) => $"/compare?old={Uri.EscapeDataString(old.Id)}&new={Uri.EscapeDataString(later.Id)}";

    /// <summary>The address of a notebook's page in a run.</summary>
    public static string Page(FinishedRun run, NotebookRecord notebook) => $"/reports/runs/{Uri.EscapeDataString(run.Id)}/{Uri.EscapeDataString(notebook.Name)}.html";
}
