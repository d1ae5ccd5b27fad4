using System.Globalization;
using System.Text.RegularExpressions;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;

namespace UserOps.Reports;

/// <summary>Words for a failed run.</summary>
public static class FailureText
{
    /// <summary>The message of the error that the first failed cell shows; it does not name the cell again.</summary>
    public static string Reason(NotebookRun run) => ErrorOf(run)?.Message is { } message ? message.Replace($"cell {Cell(run)}, ", "", StringComparison.Ordinal) : "The cell did not finish.";

    /// <summary>The kind of the error: the name of an exception type, or <c>CompilationError</c>; null for a run without failure.</summary>
    public static string? Kind(NotebookRun run) => ErrorOf(run)?.Name;

    /// <summary>The line of the failed cell at which it failed, counted from 1; null where none is known.</summary>
    public static int? Line(NotebookRun run) => ErrorOf(run) is { } error
        && Regex.Match(string.Join('\n', error.Traceback.Prepend(error.Message)), $@"\bcell {Cell(run)}, line (\d+)") is { Success: true } match
        ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        : null;

    /// <summary>What its reader can do about the failure.</summary>
    internal static string Remedy(NotebookReport report) => ErrorOf(report.Run)?.Name.Split('.')[^1] switch
    {
        "CompilationError" => report.Words.Failures.CorrectTheLine,
        "InsufficientDataException" or "MissingDataException" or "UserOpsException" => report.Words.Failures.DoWhatItSaysOfData,
        "Stopped" => report.Words.Failures.AllowMoreTime,
        "OutOfMemoryException" or "ProcessEnded" => report.Words.Failures.FreeMemory,
        "NotebookException" => report.Words.Failures.DoWhatItSays,
        _ => report.Words.Failures.OpenTheNotebook,
    };

    /// <summary>The number of the first failed cell, counting code cells from 1; null for a run without failure.</summary>
    public static int? Cell(NotebookRun run) => run.FirstFailure is { } failure ? NumberOf(run.Executed, failure.Index) : null;

    /// <summary>The number that messages call a code cell by: code cells counted from 1.</summary>
    internal static int NumberOf(NotebookDocument notebook, int index) => notebook.Cells.Take(index + 1).Count(cell => cell.IsCode);

    /// <summary>The last heading before a cell, or null.</summary>
    internal static string? HeadingAbove(NotebookDocument notebook, int cell) => notebook.Cells
        .Take(cell)
        .Where(candidate => candidate.IsMarkdown)
        .SelectMany(candidate => candidate.Source.Split('\n'))
        .LastOrDefault(line => line.StartsWith('#') && line.TrimStart('#').StartsWith(' '))?.TrimStart('#').Trim();

    private static CellOutput.Error? ErrorOf(NotebookRun run) => run.FirstFailure is { } failure
        ? run.Executed.Cells[failure.Index].Outputs.OfType<CellOutput.Error>().LastOrDefault()
        : null;
}
