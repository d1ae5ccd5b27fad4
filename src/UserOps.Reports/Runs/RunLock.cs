namespace UserOps.Reports.Runs;

/// <summary>Keeps two runs from writing into one folder. The system lets go of it when the process ends, however it ends.</summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <param name="reports">The folder of the reports, with its folder of runs.</param>
    /// <exception cref="UserOpsException">Another process holds it.</exception>
    public static RunLock Take(string reports)
    {
        try
        {
            return new(new FileStream(Path.Combine(reports, RunHistory.FolderName, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException held) when (held is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new UserOpsException($"Another run is writing into '{reports}'{Whose(reports)}. Wait for its end, stop it, or name another folder with --out.", held);
        }
    }

    public void Dispose() => _file.Dispose();

    private static string Whose(string reports) =>
        RunHistory.Of(reports).Others.LastOrDefault(run => run.Record?.Status == RunStatus.Running)?.Record is { } other
            ? FormattableString.Invariant($" (process {other.Process}, since {other.Started.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC)")
            : "";
}
