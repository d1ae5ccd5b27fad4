using UserOps.Cli.Reporting;
using UserOps.Notebooks.Execution;
using UserOps.Reports.Languages;

namespace UserOps.Cli.Terminals;

/// <summary>Progress as plain lines, for logs and pipes.</summary>
internal sealed class PlainWatcher(TextWriter messages, Words words) : IRunWatcher
{
    public void Started(string notebook, int cells) => Tell(notebook, words.Run.CodeCells(cells));

    public void CellStarted(string notebook, int cell, int cells) { }

    public void CellEnded(string notebook, int cell, int cells, CellRun run) =>
        Tell(notebook, $"{words.Run.CellOf(cell, cells)}{words.Colon}{words.Run.CellEnded(run.Status == CellStatus.Succeeded, Duration.Write(run.Elapsed))}");

    public void Ended(string notebook, NotebookRun run) => Tell(notebook, words.Run.Ended(run.Succeeded, Duration.Write(run.Elapsed)));

    private void Tell(string notebook, string what) => messages.WriteLine($"{notebook}{words.Colon}{what}");
}
