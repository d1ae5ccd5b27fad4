using UserOps.Reports.Contracts;

namespace UserOps.Reports.Runs;

/// <summary>A run that ended, with the files that it left.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Record">What it says of itself.</param>
public sealed record FinishedRun(string Folder, RunRecord Record)
{
    /// <summary>The name of the run.</summary>
    public string Id => Record.Id;

    /// <summary>The metrics file of a notebook; null where the run has none: it did not run, or failed.</summary>
    public string? MetricsOf(string notebook) => Existing(notebook, ".metrics.json");

    /// <summary>The page of a notebook, or null.</summary>
    public string? PageOf(string notebook) => Existing(notebook, ".html");

    /// <summary>The executed notebook, or null.</summary>
    public string? ExecutedOf(string notebook) => Existing(notebook, ".ipynb");

    /// <summary>What the run says of a notebook, or null.</summary>
    public NotebookRecord? this[string notebook] => Record.Notebooks.FirstOrDefault(record => record.Name == notebook);

    /// <summary>How the values of its data were spread, or null where it does not say.</summary>
    public DataProfile? Profile => Path.Combine(Folder, RunHistory.ProfileName) is var path && File.Exists(path) ? DataProfile.TryRead(File.ReadAllText(path)) : null;

    // A name read from a file must not lead out of the folder.
    private string? Existing(string notebook, string extension) =>
        Path.Combine(Folder, Path.GetFileName(notebook) + extension) is var path && File.Exists(path) ? path : null;
}
