using UserOps.Reports.Comparison;
using UserOps.Reports.Metrics;
using UserOps.Reports.Pages;

namespace UserOps.Reports;

/// <summary>The folder that reports are delivered into; each file appears whole or not at all.</summary>
/// <example><code>
/// var folder = ReportFolder.Open("reports", TimeProvider.System);
/// folder.Write(report);
/// string index = folder.WriteIndex([report]);
/// </code></example>
public sealed class ReportFolder
{
    private readonly TimeProvider _clock;

    private ReportFolder(string path, TimeProvider clock) => (Path, _clock) = (path, clock);

    /// <summary>The full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Opens a folder for reports and creates it where it is missing.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="clock">The clock that pages are stamped with; no metrics file holds it.</param>
    /// <exception cref="UserOpsException">The folder cannot be created or written to.</exception>
    public static ReportFolder Open(string path, TimeProvider clock)
    {
        string full = System.IO.Path.GetFullPath(path);
        if (File.Exists(full))
            throw new UserOpsException($"'{path}' is a file; reports need a folder. Name another one with --out.");
        try
        {
            Directory.CreateDirectory(full);
            TryWriting(full);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserOpsException($"Cannot write into '{path}': {problem.Message} Name a folder that you may write to with --out.", problem);
        }
        return new(full, clock);
    }

    /// <summary>Writes <c>NAME.html</c> and, for a run without failure, <c>NAME.metrics.json</c>; a failed run removes the numbers of an earlier one.</summary>
    /// <returns>The path of the page.</returns>
    public string Write(NotebookReport report)
    {
        string page = PageOf(report), metrics = MetricsOf(report), evidence = PathOf(report.Name + EvidenceFile.Extension);
        AtomicFile.Write(page, ReportPage.Write(report, _clock.GetUtcNow()));
        if (report.Succeeded)
            AtomicFile.Write(metrics, MetricsFile.Write(report));
        else
            File.Delete(metrics);
        if (report.EvidenceFile is { } bytes)
            AtomicFile.Write(evidence, bytes);
        else
            File.Delete(evidence);
        return page;
    }

    /// <summary>Writes <c>index.html</c>, which links the reports, and apart from them those that earlier runs left in the folder.</summary>
    /// <param name="reports">The reports of this run.</param>
    /// <param name="remarks">What a reader should know of the run as a whole.</param>
    /// <param name="history">The history that lies beside it as <c>history.html</c>, or null.</param>
    /// <returns>The path of the page.</returns>
    public string WriteIndex(IReadOnlyList<NotebookReport> reports, IReadOnlyList<string>? remarks = null, ReportHistory? history = null)
    {
        string page = PathOf("index.html");
        AtomicFile.Write(page, IndexPage.Write(reports, Earlier(reports), remarks ?? [], _clock.GetUtcNow(), history));
        return page;
    }

    /// <summary>Writes <c>history.html</c>: every key number over the runs that the folder keeps.</summary>
    /// <returns>The path of the page.</returns>
    public string WriteHistory(ReportHistory history)
    {
        string page = PathOf(HistoryPage.FileName);
        AtomicFile.Write(page, HistoryPage.Write(history));
        return page;
    }

    /// <summary>The path of a report's page.</summary>
    public string PageOf(NotebookReport report) => PathOf(report.Name + ".html");

    /// <summary>The path of a report's metrics file.</summary>
    public string MetricsOf(NotebookReport report) => PathOf(report.Name + ".metrics.json");

    /// <summary>The names of reports in the folder that are none of these: pages with an executed notebook or numbers beside them.</summary>
    private IReadOnlyList<string> Earlier(IReadOnlyList<NotebookReport> reports) =>
    [
        .. Directory.EnumerateFiles(Path, "*.html").Select(page => System.IO.Path.GetFileNameWithoutExtension(page))
            .Where(name => File.Exists(PathOf(name + ".ipynb")) || File.Exists(PathOf(name + ".metrics.json")))
            .Except(reports.Select(report => report.Name), StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal),
    ];

    private string PathOf(string file) => System.IO.Path.Combine(Path, file);

    private static void TryWriting(string folder)
    {
        string probe = System.IO.Path.Combine(folder, System.IO.Path.GetRandomFileName());
        File.WriteAllText(probe, "");
        File.Delete(probe);
    }
}
