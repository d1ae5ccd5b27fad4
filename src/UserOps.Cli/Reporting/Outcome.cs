using UserOps.Reports;

namespace UserOps.Cli.Reporting;

/// <summary>How reports ended, for a person and for a script.</summary>
internal static class Outcome
{
    /// <summary>0 when every report is complete; 2 when one failed because of the data it was given; 1 for any other failed cell.</summary>
    public static int Of(IReadOnlyList<NotebookReport> reports)
    {
        string[] kinds = [.. reports.Where(report => !report.Succeeded).Select(report => FailureText.Kind(report.Run)?.Split('.')[^1] ?? "")];
        return kinds.Length == 0 ? ExitCode.Ok : kinds.Contains(nameof(UserOpsException)) ? ExitCode.BadInput : ExitCode.CellFailed;
    }

    public static IEnumerable<string> Lines(NotebookReport report)
    {
        foreach (string warning in report.Warnings)
            yield return $"{report.Name}: {warning}";
        if (!report.Succeeded)
            yield return $"{report.Name}: cell {FailureText.Cell(report.Run)} failed: {FailureText.Reason(report.Run)}";
    }
}
