namespace UserOps.Reports.Languages;

internal static class ChineseRun
{
    public static RunWords All { get; } = new()
    {
        CodeCells = cells => $"共 {cells} 个代码单元格",
        CellOf = (cell, cells) => $"第 {cell}/{cells} 个单元格",
        CellEnded = (succeeded, time) => $"{(succeeded ? "完成" : "失败")}，用时 {time}",
        Ended = (succeeded, time) => $"{(succeeded ? "完成" : "失败")}，共用时 {time}",
        CellFailed = cell => $"第 {cell} 个单元格失败",
        NotRun = problem => $"未运行。{problem}",
        StaysBlank = part => $"无法回答：{part}",
        FewerAtATime = (jobs, wished) => $"同时运行 {jobs} 个笔记本，而不是 {wished} 个：每个笔记本可能需要 1 GB 内存，剩余内存不足。",
        NobodyNotified = (address, problem) => $"未能通知 {address}：{problem}。报告已写好。",
    };
}
