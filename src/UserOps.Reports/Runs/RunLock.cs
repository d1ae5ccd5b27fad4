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
        string path = Path.Combine(reports, RunHistory.FolderName, ".lock");
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException held) when (IsHeld(held))
        {
            throw new UserOpsException($"Another run is writing into '{reports}'{Whose(reports)}. Wait for its end, stop it, or name another folder with --out.", held);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw AtomicFile.Refused(path, problem);
        }
    }

    public void Dispose() => _file.Dispose();

    // EWOULDBLOCK of Linux and of macOS; sharing and lock violations of Windows.
    private static bool IsHeld(IOException problem) => (problem.HResult & 0xFFFF) is 11 or 35 or 32 or 33;

    private static string Whose(string reports) =>
        RunHistory.Of(reports).Others.LastOrDefault(run => run.Record?.Status == RunStatus.Running)?.Record is { } other
            ? FormattableString.Invariant($" (process {other.Process}, since {other.Started.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC)")
            : "";
}
