using UserOps.Reports.Runs;

namespace UserOps.Serving;

/// <summary>The finished runs that the folder of reports keeps, the latest first.</summary>
internal sealed class KeptRuns
{
    private KeptRuns(IReadOnlyList<FinishedRun> all) => All = all;

    /// <summary>Every finished run.</summary>
    public IReadOnlyList<FinishedRun> All { get; }

    /// <summary>Those with key numbers, so that they can be compared.</summary>
    public IReadOnlyList<FinishedRun> WithNumbers => [.. All.Where(run => run.Record.Notebooks.Any(notebook => run.MetricsOf(notebook.Name) is not null))];

    // A link within the folder may lead out of it.
    public static KeptRuns In(string folder) => new([.. RunHistory.Of(folder).Finished.Where(run => RealPath.IsWithin(RealPath.Of(run.Folder), RealPath.Of(folder))).Reverse()]);

    public FinishedRun? Find(string? id) => All.FirstOrDefault(run => run.Id == id);

    /// <summary>The last run before that has key numbers of a notebook of this one on other data; null where there is none.</summary>
    public FinishedRun? Before(FinishedRun run) => All.SkipWhile(one => one.Id != run.Id).Skip(1).FirstOrDefault(earlier => run.Record.Notebooks.Any(notebook =>
        run.MetricsOf(notebook.Name) is not null && earlier.MetricsOf(notebook.Name) is not null && earlier[notebook.Name]?.DataHash != notebook.DataHash));
}
