using UserOps.Notebooks.Execution;

namespace UserOps.Cli.Terminals;

/// <summary>Two that follow the same runs.</summary>
internal sealed class BothWatchers(IRunWatcher first, IRunWatcher second) : IRunWatcher
{
    public void Started(string notebook, int cells) => Each(watcher => watcher.Started(notebook, cells));

    public void CellStarted(string notebook, int cell, int cells) => Each(watcher => watcher.CellStarted(notebook, cell, cells));

    public void CellEnded(string notebook, int cell, int cells, CellRun run) => Each(watcher => watcher.CellEnded(notebook, cell, cells, run));

    public void Ended(string notebook, NotebookRun run) => Each(watcher => watcher.Ended(notebook, run));

    private void Each(Action<IRunWatcher> tell)
    {
        tell(first);
        tell(second);
    }
}
