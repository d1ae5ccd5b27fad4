using UserOps.Notebooks.Execution;

namespace UserOps.Cli.Terminals;

/// <summary>Follows the runs of notebooks for a person. Cells are code cells, counted from 1.</summary>
internal interface IRunWatcher
{
    void Started(string notebook, int cells);

    void CellStarted(string notebook, int cell, int cells);

    void CellEnded(string notebook, int cell, int cells, CellRun run);

    void Ended(string notebook, NotebookRun run);
}
