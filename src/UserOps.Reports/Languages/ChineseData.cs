using UserOps.Display;
using UserOps.Reports.Contracts;

namespace UserOps.Reports.Languages;

internal static class ChineseData
{
    public static DataWords All { get; } = new()
    {
        APart = "一部分",
        NoTableAtAll = "没有任何表",
        Needs = (need, lacks) => $"需要{Wish(need)}{(need.Meaning is { } meaning ? $"（{meaning}）" : "")}：{lacks}",
        Blank = (part, lack) => $"{part}：{lack}",
        NoRows = table => $"“{table}”没有任何行。",
        TooFewRows = (table, rows, needed) => $"“{table}”有 {rows} 行，需要 {needed} 行。",
        NoTable = (there, name) => $"导出数据中有 {there}，没有表“{name}”。",
        Meant = name => $"是否指“{name}”？",
        NoColumn = (table, column, columns) => $"“{table}”没有列“{column}”；已有 {columns}。",
        LooksLike = (source, column) => $"“{source}”与之相近：如果就是它，请指定 --map {column}={source}。",
        UnknownName = (parameter, value, naming, there) => $"“{parameter}”为“{value}”：{string.Join(" 或 ", naming.AnyOf)} 中没有这样的{(naming.AreWords ? "值" : "列")}；已有 {there}。",
        EmptyColumn = column => $"“{column}”在每一行都为空。",
        Unreadable = (column, unread, rows, what, samples) => $"“{column}”无法读取：{rows} 个值中有 {unread} 个{what}，例如 {samples}。",
        NoDate = limit => $"最新的记录不得早于 {limit} 天前，但没有任何列说明记录的时间。",
        TooOld = (newest, age, limit) => $"最新的记录是 {newest} 的，距今天 {age} 天；最多允许 {limit} 天。请索取更新的导出数据。",
        SameAsLast = last => $"数据与上次运行（{last}）相同：没有新数据。",
        OtherSize = (table, before, now, last) => $"“{table}”有 {Words.Count(now)} 行，上次运行（{last}）为 {Words.Count(before)} 行：{(now > before ? "多出许多" : "少了许多")}。请检查导出数据是否完整、天数是否正确。",
        TableGone = (table, last) => $"“{table}”已不存在；上次运行（{last}）还有它。",
        SpreadDifferently = (last, drift) => FormattableString.Invariant(
            $"与上次运行（{last}）相比，{drift.Table}.{drift.Column} 的分布不同（稳定性指数 {drift.Index:0.00}）：“{drift.Group}”原占 {Format.Percent().Write(drift.ShareBefore)}，现占 {Format.Percent().Write(drift.ShareNow)}。"),
        Replaced = files => $"{string.Join("、", files)} 在运行读取数据期间被替换：数字可能混合了新旧数据。请重新运行。",
    };

    private static string Wish(DataNeed need) => (need.Rows > 1 ? $"至少 {Words.Count(need.Rows)} 行 " : " ") + string.Join(" 或 ", need.AnyOf);
}
