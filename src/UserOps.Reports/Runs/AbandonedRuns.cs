namespace UserOps.Reports.Runs;

/// <summary>Finds runs whose process ended in the middle of them, and marks them so that nothing is read from them.</summary>
internal static class AbandonedRuns
{
    /// <summary>What was found, one sentence a run; a marked run is told once.</summary>
    /// <remarks>The caller holds the lock, so no run that calls itself running is one.</remarks>
    public static IReadOnlyList<string> Mark(string reports) =>
        [.. RunHistory.Of(reports).Others.Where(run => run.Record is null or { Status: RunStatus.Running }).Select(Mark)];

    private static string Mark(UnusableRun run)
    {
        string name = $"The run '{Path.GetFileName(run.Folder)}' is ignored: ";
        if (run.Record is not { } record)
            return $"{name}{run.Reason.TrimEnd('.')}. Delete {run.Folder} if nobody needs it.";
        var abandoned = record with { Status = RunStatus.Abandoned };
        AtomicFile.Write(Path.Combine(run.Folder, RunHistory.RecordName), RunJson.Write(abandoned));
        return $"{name}{RunHistory.Reason(abandoned)}. What it had written is in {run.Folder}.";
    }
}
