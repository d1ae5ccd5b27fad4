using UserOps.Reports;
using UserOps.Reports.Contracts;
using UserOps.Reports.Languages;
using UserOps.Reports.Runs;

namespace UserOps.Cli.Reporting;

/// <summary>How reports ended, for a person and for a script.</summary>
internal static class Outcome
{
    /// <summary>0 when every report is complete; 2 when one failed or answers nothing because of what it was given, or the data changed meanwhile; 1 for any other failed cell.</summary>
    public static int Of(IReadOnlyList<NotebookReport> reports, IReadOnlyList<string> replaced) =>
        replaced.Count > 0 || reports.Any(IsBadInput) ? ExitCode.BadInput
        : reports.All(report => report.Succeeded) ? ExitCode.Ok : ExitCode.CellFailed;

    public static IEnumerable<string> Lines(int wished, int jobs, int notebooks, Words words)
    {
        if (jobs < Math.Min(wished, notebooks))
            yield return words.Run.FewerAtATime(jobs, wished);
    }

    /// <summary>What the data lack, told before the first cell runs.</summary>
    public static IEnumerable<string> Lines(Preflight preflight, Words words) =>
        preflight.Findings.SelectMany(found => found.Value.Problems, (found, problem) => $"{found.Key}{words.Colon}{words.Run.NotRun(problem)}");

    /// <summary>What a reader of the terminal should know of a report: what failed, and what stays blank.</summary>
    public static IEnumerable<string> Lines(NotebookReport report) => Sentences(report).Select(sentence => $"{report.Name}{report.Words.Colon}{sentence}");

    private static bool IsBadInput(NotebookReport report) => report.Status is NotebookStatus.Refused or NotebookStatus.Blank
        || report.Status == NotebookStatus.Failed && FailureText.Kind(report.Run)?.Split('.')[^1] == nameof(UserOpsException);

    private static IEnumerable<string> Sentences(NotebookReport report) =>
    [
        .. report.Warnings,
        .. report.Status switch
        {
            NotebookStatus.Ok => report.LeftBlank.Select(report.Words.Run.StaysBlank),
            NotebookStatus.Blank => [report.Words.EverySectionBlank, .. report.LeftBlank.Select(report.Words.Run.StaysBlank)],
            NotebookStatus.Failed => [$"{report.Words.Run.CellFailed(FailureText.Cell(report.Run))}{report.Words.Colon}{report.Reason}"],
            // It was told before the first cell ran.
            _ => [],
        },
    ];
}
