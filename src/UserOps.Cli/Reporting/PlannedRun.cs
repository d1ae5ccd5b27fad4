using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Reports.Contracts;

namespace UserOps.Cli.Reporting;

/// <summary>A notebook that will run, and how.</summary>
/// <param name="Path">The notebook's full path.</param>
/// <param name="ToRun">The notebook with its options.</param>
internal sealed record PlannedRun(string Path, NotebookToRun ToRun)
{
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public string Name => ToRun.Name;

    public NotebookDocument Document => ToRun.Document;

    public RunOptions Options => ToRun.Options;
}
