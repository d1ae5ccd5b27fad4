using UserOps.Reports;
using UserOps.Reports.Contracts;
using UserOps.Reports.Runs;

namespace UserOps.Cli.Reporting;

/// <summary>How reports ended, for a person and for a script.</summary>
internal static class Outcome
{
    /// <summary>0 when every report is complete; 2 when one failed because of the data it was given, or they changed meanwhile; 1 for any other failed cell.</summary>
    public static int Of(IReadOnlyList<NotebookReport> reports, IReadOnlyList<string> replaced)
    {
        string[] kinds = [.. reports.Where(report => !report.Succeeded).Select(report => FailureText.Kind(report.Run)?.Split('.')[^1] ?? "")];
        bool badInput = replaced.Count > 0 || kinds.Contains(nameof(UserOpsException)) || reports.Any(report => report.Refusals.Count > 0);
        return badInput ? ExitCode.BadInput : kinds.Length == 0 ? ExitCode.Ok : ExitCode.CellFailed;
    }

    public static IEnumerable<string> Lines(int wished, int jobs, int notebooks)
    {
        if (jobs < Math.Min(wished, notebooks))
            yield return $"{jobs} of {wished} notebooks run at a time: a notebook may take 1 GB of memory, and there is no more to be had.";
    }

    /// <summary>What the data lack, told before the first cell runs.</summary>
    public static IEnumerable<string> Lines(Preflight preflight) =>
        preflight.Findings.SelectMany(found => found.Value.Problems, (found, problem) => $"{found.Key}: not run. {problem}");

    public static IEnumerable<string> Lines(NotebookReport report)
    {
        foreach (string warning in report.Warnings)
            yield return $"{report.Name}: {warning}";
        if (report.Blanks.Count > 0 && report.Succeeded)
            yield return $"{report.Name}: {report.Blanks.Count} {(report.Blanks.Count == 1 ? "part stays" : "parts stay")} blank with this export; its page says which, and so does 'userops check'.";
        if (!report.Run.Succeeded)
            yield return $"{report.Name}: cell {FailureText.Cell(report.Run)} failed: {FailureText.Reason(report.Run)}";
    }

    public static IEnumerable<string> Lines(IReadOnlyList<string> replaced)
    {
        if (replaced.Count > 0)
            yield return ReplacedFiles.Sentence(replaced);
    }
}
