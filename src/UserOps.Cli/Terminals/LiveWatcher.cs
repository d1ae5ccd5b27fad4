using System.Collections.Concurrent;
using Spectre.Console;
using UserOps.Notebooks.Execution;
using UserOps.Reports;
using UserOps.Reports.Languages;

namespace UserOps.Cli.Terminals;

/// <summary>Progress as one bar a notebook, redrawn in place.</summary>
internal sealed class LiveWatcher(ProgressContext context, RunWords words) : IRunWatcher
{
    private readonly ConcurrentDictionary<string, ProgressTask> _bars = new(StringComparer.Ordinal);

    public void Started(string notebook, int cells) => _bars[notebook] = context.AddTask(Markup.Escape(notebook), maxValue: Math.Max(1, cells));

    public void CellStarted(string notebook, int cell, int cells) =>
        _bars[notebook].Description = $"{Markup.Escape(notebook)} [grey]{words.CellOf(cell, cells)}[/]";

    public void CellEnded(string notebook, int cell, int cells, CellRun run) => _bars[notebook].Value = cell;

    public void Ended(string notebook, NotebookRun run)
    {
        var bar = _bars[notebook];
        bar.Description = run.Succeeded ? Markup.Escape(notebook) : $"{Markup.Escape(notebook)} [red]{words.CellFailed(FailureText.Cell(run))}[/]";
        bar.Value = run.Succeeded ? bar.MaxValue : bar.Value;
        bar.StopTask();
    }

    public static Task RunAsync(TextWriter messages, RunWords words, Func<IRunWatcher, Task> work) => AnsiConsole
        .Create(new() { Out = new AnsiConsoleOutput(messages), Interactive = InteractionSupport.Yes })
        .Progress()
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
        .StartAsync(context => work(new LiveWatcher(context, words)));
}
