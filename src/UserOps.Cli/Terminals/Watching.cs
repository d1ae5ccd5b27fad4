using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Reports.Languages;

namespace UserOps.Cli.Terminals;

/// <summary>Chooses how runs are followed: bars on a terminal, plain lines elsewhere; and plain lines in the log.</summary>
internal static class Watching
{
    public static Task RunAsync(Terminal terminal, TextWriter log, Words words, Func<IRunWatcher, Task> work)
    {
        var logging = new PlainWatcher(log, words);
        return terminal.IsInteractive
            ? LiveWatcher.RunAsync(terminal.Messages, words.Run, live => work(new BothWatchers(live, logging)))
            : work(new BothWatchers(new PlainWatcher(TextWriter.Synchronized(terminal.Messages), words), logging));
    }

    /// <summary>Passes the progress of one notebook to a watcher, at once and in order.</summary>
    public static IProgress<RunProgress> Follow(this IRunWatcher watcher, string name, NotebookDocument notebook) => new Relay(watcher, name, notebook);

    private sealed class Relay(IRunWatcher watcher, string name, NotebookDocument notebook) : IProgress<RunProgress>
    {
        private readonly int _cells = notebook.Cells.Count(cell => cell.IsCode);

        public void Report(RunProgress value)
        {
            int number = notebook.Cells.Take(value.Cell + 1).Count(cell => cell.IsCode);
            if (value.Finished is { } run)
                watcher.CellEnded(name, number, _cells, run);
            else
                watcher.CellStarted(name, number, _cells);
        }
    }
}
