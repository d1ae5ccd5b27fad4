using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;

namespace UserOps.Cli.Reporting;

/// <summary>A notebook that will run, and how.</summary>
/// <param name="Name">The file name without extension.</param>
/// <param name="Folder">The notebook's folder.</param>
/// <param name="Document">The notebook.</param>
/// <param name="Options">How it runs.</param>
internal sealed record PlannedRun(string Name, string Folder, NotebookDocument Document, RunOptions Options);
