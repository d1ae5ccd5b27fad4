using UserOps.Cli.Reporting;
using UserOps.Notebooks.Execution;

namespace UserOps.Cli.Terminals;

/// <summary>Progress as plain lines, for logs and pipes.</summary>
internal sealed class PlainWatcher(TextWriter messages) : IRunWatcher
{
    public void Started(string notebook, int cells) => messages.WriteLine($"{notebook}: {cells} code {(cells == 1 ? "cell" : "cells")}");

    public void CellStarted(string notebook, int cell, int cells) { }

    public void CellEnded(string notebook, int cell, int cells, CellRun run) =>
        messages.WriteLine($"{notebook}: cell {cell} of {cells}: {Word(run.Status)} in {Duration.Write(run.Elapsed)}");

    public void Ended(string notebook, NotebookRun run) =>
        messages.WriteLine($"{notebook}: {(run.Succeeded ? "done" : "failed")} after {Duration.Write(run.Elapsed)}");

    private static string Word(CellStatus status) => status == CellStatus.Succeeded ? "done" : "failed";
}
