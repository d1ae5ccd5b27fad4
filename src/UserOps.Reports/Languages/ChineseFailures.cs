namespace UserOps.Reports.Languages;

internal static class ChineseFailures
{
    public static FailureWords All { get; } = new()
    {
        DiskFull = "磁盘已满。",
        NameUnknown = "该单元格使用了前文没有声明的名称：可能拼写有误，或者声明它的单元格或程序包有改动。",
        CodeBroken = "该单元格的代码不完整或有误，很可能在上次运行之后被修改过。",
        MissingData = "导出数据缺少该单元格所需的表或列，或者其名称未被识别。",
        TooFewData = "数据太少，或覆盖的天数太短，无法回答这个问题。时间更长的导出数据也许可以回答。",
        UnexpectedData = "数据或某个参数不符合该单元格的要求；错误信息说明了实际情况。",
        NoPackage = "无法取得笔记本所需的程序包：没有网络且此前从未在本机使用过，或者其名称或版本不存在。",
        NotWithoutPerson = "笔记本所要求的操作在无人值守的运行中无法完成。",
        TookTooLong = "该单元格的计算超出了允许的时间，或在等待不会到来的内容。",
        TooLarge = "数据超出了本机剩余的内存。",
        ProcessEnded = "进程被系统终止：多半是同时运行的任务耗尽了内存。",
        NothingThere = "该单元格用到了不存在的内容：多半是前面某个问题在本次导出数据上没有答案。",
        NotFound = "该单元格在数据中查找不存在的内容：列表为空，或其中没有该名称。",
        OtherForm = "某个值的写法与该单元格的要求不符，例如日期或数字的格式不同。",
        NoFile = "该单元格指定的文件不在本机上，或其路径以另一个文件夹为起点。",
        NobodyAnswered = "该单元格访问网络，但没有得到回应。",
        Unforeseen = "该单元格的代码遇到了编写时没有考虑到的情况。",
        CorrectTheLine = "请改正下方单元格中标出的那一行，然后重新运行报告。",
        DoWhatItSaysOfData = "请按错误信息处理；userops check 会显示导出数据的读取方式。",
        AllowMoreTime = "请用 --timeout 或 --cell-timeout 放宽时间，或减少笔记本的数据量。",
        FreeMemory = "请关闭其他程序，减少同时运行的笔记本（--jobs 1），或减少数据量。",
        DoWhatItSays = "请按错误信息处理，然后重新运行报告。",
        OpenTheNotebook = "请在笔记本中打开该单元格并运行；错误信息和行号见下方。",
        Blanks = blanks => $"本次导出数据无法回答：{string.Join("", blanks)}",
    };
}
