using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Reports.Comparison;
using UserOps.Reports.Contracts;
using UserOps.Reports.Delivery;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Runs;

/// <summary>A run while it runs: writes <c>runs/ID</c> in the folder of the reports, and puts what is newest at the top of that folder too.</summary>
/// <remarks><c>run.json</c> is the first file and says <c>running</c>; where a later run finds it so and nobody holds the lock, the process had ended in between.</remarks>
/// <example><code>
/// using var run = RunFolder.Open("reports", request, ["03-core-path"], TimeProvider.System);
/// run.Deliver(report, notebook);
/// string index = run.Finish([report], []);
/// </code></example>
public sealed class RunFolder : IDisposable
{
    private static readonly string[] Extensions = [".html", ".metrics.json", ".ipynb"];

    private readonly Lock _turn = new();
    private readonly ReportFolder _latest;
    private readonly ReportFolder _own;
    private readonly RunLock _lock;
    private readonly RunLog _log;
    private readonly TimeProvider _clock;

    private RunFolder(ReportFolder latest, RunLock held, RunRecord record, TimeProvider clock)
    {
        (_latest, _lock, Record, _clock) = (latest, held, record, clock);
        _own = ReportFolder.Open(Path.Combine(latest.Path, RunHistory.FolderName, record.Id), clock);
        Save();
        _log = new(Path.Combine(_own.Path, "run.log"), clock);
    }

    /// <summary>The full path of the run's own folder.</summary>
    public string Folder => _own.Path;

    /// <summary>The folder of the reports, which shows the newest of each.</summary>
    public ReportFolder Reports => _latest;

    /// <summary>What the run says of itself so far.</summary>
    public RunRecord Record { get; private set; }

    /// <summary>What was found of earlier runs that did not end, in whole sentences.</summary>
    public IReadOnlyList<string> Remarks { get; private init; } = [];

    /// <summary>The last run that ended before this one, or null.</summary>
    public FinishedRun? Last { get; private init; }

    /// <summary>Takes lines for the run's log.</summary>
    public TextWriter Log => _log;

    /// <summary>Begins a run.</summary>
    /// <param name="reports">The folder that reports are delivered into.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="notebooks">The notebooks by name.</param>
    /// <param name="clock">The clock that runs are named after.</param>
    /// <exception cref="UserOpsException">The folder cannot be written to, or another run is writing into it.</exception>
    public static RunFolder Open(string reports, RunRequest request, IEnumerable<string> notebooks, TimeProvider clock)
    {
        var latest = ReportFolder.Open(reports, clock);
        ReportFolder.Open(Path.Combine(latest.Path, RunHistory.FolderName), clock);
        var held = RunLock.Take(latest.Path);
        try
        {
            var remarks = AbandonedRuns.Mark(latest.Path);
            return new(latest, held, Begin(request, notebooks, clock.GetUtcNow()), clock) { Remarks = remarks, Last = RunHistory.Of(latest.Path).Finished is [.., var last] ? last : null };
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Keeps what was found of the data before the first cell.</summary>
    public void Keep(Preflight preflight)
    {
        if (preflight.Profile is { } profile)
            AtomicFile.Write(Path.Combine(Folder, RunHistory.ProfileName), profile.ToJson());
        Record = Record with { Remarks = preflight.Remarks };
        Save();
    }

    /// <summary>Where a notebook is saved while it runs.</summary>
    public string ExecutedPath(string notebook) => Path.Combine(Folder, notebook + ".ipynb");

    /// <summary>Writes the page and the numbers of a notebook, here and as the newest of its name.</summary>
    /// <param name="report">The report.</param>
    /// <param name="source">The notebook as it stands in its file.</param>
    /// <returns>The path of the newest page.</returns>
    public string Deliver(NotebookReport report, NotebookDocument source)
    {
        _own.Write(report);
        foreach (string file in Extensions.Select(extension => report.Name + extension))
            Publish(file);
        SharedLibrary.MoveOutOfPage(_own.PageOf(report));
        SharedLibrary.RemoveFromNotebook(ExecutedPath(report.Name));
        Amend(report.Name, _ => NotebookRecords.Of(report, source));
        return _latest.PageOf(report);
    }

    /// <summary>Writes what was asked for besides the page of a report, which was delivered before; here, and beside the newest.</summary>
    /// <param name="report">The report.</param>
    /// <param name="formats">What to write.</param>
    /// <param name="cancellation">Stops the printing of a PDF.</param>
    /// <exception cref="UserOpsException">A file cannot be written, or there is no browser that could print.</exception>
    public async Task DeliverAlsoAsync(NotebookReport report, IReadOnlyCollection<DeliveryFormat> formats, CancellationToken cancellation = default)
    {
        var files = await Deliveries.WriteAsync(report, _own.PageOf(report), formats, cancellation);
        Deliveries.Copy(files, _own.PageOf(report), _latest.PageOf(report));
        Amend(report.Name, record => record with { Delivered = [.. files.Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))] });
    }

    /// <summary>Writes the index, ends the run, and shows every key number over the runs where this is not the first.</summary>
    /// <param name="reports">The reports, in order.</param>
    /// <param name="replaced">Files of the data that changed while the run read them.</param>
    /// <returns>The path of the newest index.</returns>
    public string Finish(IReadOnlyList<NotebookReport> reports, IReadOnlyList<string> replaced)
    {
        var language = reports is [var first, ..] ? first.Language : Language.English;
        string[] remarks = [.. replaced.Count > 0 ? [ReplacedFiles.Sentence(replaced, language)] : Array.Empty<string>(), .. Record.Remarks];
        _own.WriteIndex(reports, remarks);
        var data = DataFacts.Combine([.. reports.Select(report => report.Data).OfType<DataIdentity>()]);
        Record = Record with { Status = RunStatus.Done, Ended = _clock.GetUtcNow(), ReplacedFiles = replaced, Data = data };
        Save();
        return _latest.WriteIndex(reports, remarks, Last is null ? null : WriteHistory(language));
    }

    private ReportHistory? WriteHistory(Language language)
    {
        var history = ReportHistory.Of(_latest.Path, language);
        if (history.Metrics.Count == 0)
            return null;
        _latest.WriteHistory(history);
        return history;
    }

    /// <summary>Lets others write into the folder; a run that has not finished is stopped.</summary>
    public void Dispose()
    {
        try
        {
            if (Record.Status == RunStatus.Running)
                Stop();
        }
        finally
        {
            _log.Dispose();
            _lock.Dispose();
        }
    }

    private static RunRecord Begin(RunRequest request, IEnumerable<string> notebooks, DateTimeOffset now) => new()
    {
        Id = RunId.Of(now),
        Status = RunStatus.Running,
        Started = now.ToUniversalTime(),
        Process = Environment.ProcessId,
        Versions = RunVersions.Current,
        Request = request,
        Notebooks = [.. notebooks.Select(name => new NotebookRecord(name, NotebookStatus.NotRun))],
    };

    private void Publish(string file)
    {
        string own = Path.Combine(Folder, file), newest = Path.Combine(_latest.Path, file);
        if (File.Exists(own))
            AtomicFile.Copy(own, newest);
        else
            File.Delete(newest);
    }

    private void Stop()
    {
        try
        {
            Record = Record with { Status = RunStatus.Stopped, Ended = _clock.GetUtcNow() };
            Save();
        }
        catch (UserOpsException)
        {
            // The disk that stopped the run is still full: the next run finds this one without an end and says so.
        }
    }

    /// <summary>Notebooks that run side by side take turns.</summary>
    private void Amend(string notebook, Func<NotebookRecord, NotebookRecord> amend)
    {
        lock (_turn)
        {
            Record = Record with { Notebooks = [.. Record.Notebooks.Select(known => known.Name == notebook ? amend(known) : known)] };
            Save();
        }
    }

    private void Save() => AtomicFile.Write(Path.Combine(Folder, RunHistory.RecordName), RunJson.Write(Record));
}
