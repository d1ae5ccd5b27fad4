using UserOps.Reports.Comparison;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Languages;

internal static class ChineseComparison
{
    public static ComparisonWords All { get; } = new()
    {
        History = "关键指标的历史",
        HistoryLede = "每个点是一次使用不同导出数据的运行，竖线是其区间。折线断开之处，笔记本、参数、指标口径或数据种类有变，两侧的数值不可比。",
        AsTable = "以表格显示",
        Run = "运行",
        DataUpTo = "数据截至",
        ChangeSinceBefore = "与前一次运行相比的变化",
        LastOnSameData = "相同数据的多次运行只取最后一次",
        AllNumbers = "全部关键指标：之前与现在",
        Before = "之前",
        Now = "现在",
        Change = "变化",
        ChangeInterval = "变化的 95 % 置信区间",
        VerdictHeading = "判断",
        PAlone = "单独的 p 值",
        PAmongAll = "整体校正后的 p 值",
        Remark = "备注",
        TableCaption = "区间是差值的区间，已考虑同时出现在两次运行中的用户 · 上升或下降：按 Holm 方法对本报告全部关键指标校正后 p 值低于 0.05（指标众多时，个别 p 值很小属偶然） · “视为两次运行没有相同用户”：区间通常偏宽",
        NotComparable = "数值不可比：",
        SameData = "两次所用数据相同。",
        ThisRun = "本次运行",
        Separator = "；",
        Stop = "。",
        NotInEarlier = "之前的运行没有该指标",
        NotInThis = "本次运行没有该指标",
        AloneMoved = "单独看会算作有变化",
        ByDay = "按日计：两次导出覆盖的天数不同",
        ErrorNotKnown = "误差未知",
        OtherSecret = "视为两次运行没有相同用户：它们属于密钥不同的文件夹",
        Independent = "视为两次运行没有相同用户",
        CodeUnknown = "其中一次运行早于开始记录笔记本代码的版本。请用本程序在旧的导出数据上重新运行，再作比较。",
        CodeChanged = "笔记本的代码有改动。请用现在的笔记本在旧的导出数据上重新运行，再作比较。",
        NobodyStandsOut = "没有哪一组用户特别突出：变化分布在所有用户中。",
        ADay = change => $"每日 {change}",
        Verdict = VerdictOf,
        EveryNumberOver = runs => $"全部关键指标在 {runs} 次运行中的变化",
        RunsFromTo = (count, first, last) => $"{count} 次运行，{first} 至 {last}",
        RunOf = moment => $"{Words.Moment(moment)} 的运行",
        Against = (source, before, now) => $"与 {source}相比{(before is null ? "" : $"（数据截至 {before}）")}{(now is null ? "" : $"；现在截至 {now}")}。",
        RunAgainstRun = (now, before) => $"{now}与 {before}相比。",
        RunOn = (run, export, asOf) => (export, asOf) switch { (null, null) => run, (_, null) => $"{run}（{export}）", (null, _) => $"{run}（数据截至 {asOf}）", _ => $"{run}（{export}，数据截至 {asOf}）" },
        MovedOf = MovedOf,
        Sentence = number => $"{number.Name}{number.Verdict}：{number.Before} → {number.After}，{number.Change}（变化的 95 % 置信区间 {number.Of}）。",
        OtherDays = (before, now) => $"两次分别按 {before} 天和 {now} 天统计，仅时间变长就会改变它；请比较长度相同的导出数据",
        FewUsers = fewest => $"背后的用户不足 {fewest} 人",
        UnitChanged = (before, now) => $"单位原为“{before}”，现为“{now}”",
        DefinitionChanged = before => $"统计口径不同；之前：{before ?? "未说明"}",
        LabelChanged = before => $"已是另一个指标；之前：{before}",
        ProgramChanged = (before, now) => $"两次的数值分别由 UserOps {before} 和 {now} 得出，统计方式可能不同。请用本程序在旧的导出数据上重新运行，再作比较。",
        ParameterChanged = (name, before, now) => before is null ? $"参数“{name}”是新增的（{now}）。" : now is null ? $"参数“{name}”已不存在（原为 {before}）。" : $"参数“{name}”原为 {before}，现为 {now}。",
        TablesChanged = (before, now) => $"两次导出的数据表不同：之前 {before}；现在 {now}。",
        ZoneChanged = (before, now) => $"划分日期的时区不同：之前 {before}，现在 {now}。",
        ByFactor = factors => $"按因素：{string.Join("；", factors)}。",
        Factor = part => $"{part.Name} {part.Before} → {part.After}，在 {part.Of} 中贡献 {part.Change}",
        ByGroup = (property, group) => $"按 {property}：{group.Name} {group.Before} → {group.After}，在 {group.Of} 中贡献 {group.Change}",
        OtherGroups = (property, others, mix) => $"其余 {property} 组自身贡献 {others}，各组构成的变化贡献 {mix}",
        CannotCompare = problem => $"有一次以前的运行无法比较：{problem}",
        RenamedFrom = name => $"该笔记本在以前的运行中名为“{name}”：代码相同，据此认出。",
        CalledOtherwise = (name, before, run) => $"“{name}”在 {run}中名为“{before}”。",
        NotUnderAnyName = (name, run) => $"“{name}”不在 {run}中，也没有以其他名称出现。",
        NotIn = (name, run) => $"“{name}”不在 {run}中。",
        NoNumbersIn = (notebook, run) => $"“{notebook.Name}”在 {run}中没有数值：{Ended(notebook)}",
    };

    private static string Ended(NotebookRecord notebook) => notebook.Status switch
    {
        NotebookStatus.Failed => $"第 {notebook.FailedCell} 个单元格失败：{notebook.Reason}",
        NotebookStatus.Refused => $"当时未运行。{notebook.Reason}",
        NotebookStatus.Blank => "当时任何一节都无法回答。",
        _ => "当时未运行。",
    };

    private static string VerdictOf(MetricChange change) => change.Verdict switch
    {
        Verdict.Moved => (change.Difference!.Change > 0 ? "上升" : "下降") + (ChangeText.IsBetter(change) switch { true => "，向好", false => "，变差", null => "" }),
        Verdict.WithinNoise => "在随机波动之内",
        Verdict.SameData => "数据相同",
        Verdict.NoInterval => "无区间",
        _ => "不可比",
    };

    private static string MovedOf(int moved, int judged, int others) => (judged, moved) switch
    {
        (0, _) => "没有关键指标的变化带有区间。",
        (_, 0) => $"{judged} 项关键指标的变化都在随机波动之内。",
        _ => $"{judged} 项关键指标中有 {moved} 项的变化超出随机波动。",
    } + (others > 0 ? $"另有 {others} 项无法判断，原因见表。" : "");
}
