namespace UserOps.Reports.Languages;

internal static class EnglishRun
{
    public static RunWords All { get; } = new()
    {
        CodeCells = cells => $"{cells} code {(cells == 1 ? "cell" : "cells")}",
        CellOf = (cell, cells) => $"cell {cell} of {cells}",
        CellEnded = (succeeded, time) => $"{(succeeded ? "done" : "failed")} in {time}",
        Ended = (succeeded, time) => $"{(succeeded ? "done" : "failed")} after {time}",
        CellFailed = cell => $"cell {cell} failed",
        NotRun = problem => $"not run. {problem}",
        StaysBlank = part => $"stays blank: {part}",
        FewerAtATime = (jobs, wished) => $"{jobs} of {wished} notebooks run at a time: a notebook may take 1 GB of memory, and there is no more to be had.",
        NobodyNotified = (address, problem) => $"Nobody was notified at {address}: {problem}. The reports are written.",
    };
}
