using UserOps.Display;
using UserOps.Reports.Delivery;
using UserOps.Reports.Languages;
using UserOps.Reports.Pages;
using UserOps.Reports.Tests.Delivery;
using static UserOps.Reports.Tests.Runs;

namespace UserOps.Reports.Tests.Languages;

public sealed class LanguageTests
{
    private static readonly NotebookReport Chinese = new("r", Delivered.Report.Run) { Language = Language.Chinese };

    [Fact]
    public void A_Chinese_page_speaks_Chinese_of_itself_and_keeps_the_words_of_the_notebook()
    {
        string page = ReportPage.Write(Chinese, Now);
        foreach (string words in (string[])["<html lang=\"zh-CN\">", "全部报告", "数据截至", "2024年7月1日", "2 个文件 · 1,280 行", "参数", "关于本报告", "指标定义", "第 7 日留存率", "95\u00A0% 置信区间", "显示代码", "Do users come back?"])
            Assert.Contains(words, System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        foreach (string words in (string[])[">As of<", ">Parameters<", ">All reports<", ">Contents<", ">Show code<"])
            Assert.DoesNotContain(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Chinese_index_and_failure_are_Chinese()
    {
        var bad = new NotebookReport("b", Of(Text("# B"), Code("x", Error("E", "m")))) { Language = Language.Chinese };
        string index = System.Net.WebUtility.HtmlDecode(IndexPage.Write([Chinese, bad], ["old"], [], Now));
        foreach (string words in (string[])["增长报告", "2 份报告中有 1 份不完整", "来自以前的运行", "生成于 2025-03-04 05:06 UTC"])
            Assert.Contains(words, index, StringComparison.Ordinal);
        Assert.Contains("本报告不完整", System.Net.WebUtility.HtmlDecode(ReportPage.Write(bad, Now)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Chinese_summary_names_numbers_by_their_Chinese_terms()
    {
        string text = SummaryText.Write(Chinese);
        Assert.Contains("- 数据截至: 2024年7月1日", text, StringComparison.Ordinal);
        Assert.Contains("| 第 7 日留存率 |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_word_is_translated()
    {
        var (english, chinese) = (Words.In(Language.English), Words.In(Language.Chinese));
        (object English, object Chinese)[] groups = [(english, chinese), (english.Failures, chinese.Failures), (english.Export, chinese.Export), (english.Comparison, chinese.Comparison), (english.Run, chinese.Run)];
        string[] left = [.. from pair in groups
                            from property in pair.English.GetType().GetProperties().Where(property => property.PropertyType == typeof(string))
                            where property.GetValue(pair.English) is string word && word.Equals(property.GetValue(pair.Chinese))
                            select property.Name];
        Assert.Empty(left);
    }

    [Theory]
    [InlineData("UserOps.MissingDataException", "导出数据缺少该单元格所需的表或列", "请按错误信息处理；userops check")]
    [InlineData("Stopped", "超出了允许的时间", "--timeout")]
    [InlineData("System.OutOfMemoryException", "剩余的内存", "--jobs 1")]
    [InlineData("System.NullReferenceException", "没有答案。本次导出数据无法回答：路径：缺少 events。", "请在笔记本中打开该单元格")]
    public void Cause_and_remedy_of_a_failure_are_Chinese(string kind, string cause, string remedy)
    {
        var report = new NotebookReport("b", Of(Text("# B"), Code("x", Error(kind, "m")))) { Language = Language.Chinese, Blanks = ["路径：缺少 events。"] };
        string panel = System.Net.WebUtility.HtmlDecode(FailurePanel.Write(report).Text);
        Assert.Contains(cause, panel, StringComparison.Ordinal);
        Assert.Contains(remedy, panel, StringComparison.Ordinal);
        Assert.Contains(remedy, SummaryText.Write(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("definitions-en.tsv")]
    [InlineData("definitions-zh.tsv")]
    public void Every_definition_has_a_term_a_meaning_and_a_formula(string resource)
    {
        using var reader = new StreamReader(typeof(NotebookReport).Assembly.GetManifestResourceStream(resource)!);
        string[][] lines = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
        Assert.All(lines, parts => Assert.True(parts.Length == 4 && parts.All(part => part.Trim().Length > 0), string.Join('|', parts)));
        Assert.Equal(lines.Length, lines.Select(parts => parts[0]).Distinct().Count());
    }

    [Fact]
    public void Both_languages_define_the_same_names() => Assert.Equal(Names("definitions-en.tsv"), Names("definitions-zh.tsv"));

    [Fact]
    public void A_number_within_a_name_appears_in_its_term()
    {
        var metric = new Metric("ltv.value_90d", 12, "money");
        Assert.Equal("90 天用户价值", Words.In(Language.Chinese).LabelOf(metric));
        Assert.Equal("Value of a user in 90 days", Words.In(Language.English).Glossary.TermOf("ltv.value_90d"));
    }

    [Theory]
    [InlineData("attribution.top_share", "Share by Markov chain: sms", "最强渠道贡献（马尔可夫）：sms")]
    [InlineData("experiment.lift", "Relative lift: pay", "相对提升：pay")]
    [InlineData("campaigns.holdout_profit", "Profit by hold-out: winback-coupon", "留出对照法测得的利润：winback-coupon")]
    [InlineData("campaigns.region_lift", "Lift where it ran: south-posters", "投放地区的提升：south-posters")]
    public void What_a_key_number_is_of_is_said_in_Chinese_too(string name, string label, string chinese) =>
        Assert.Equal(chinese, Words.In(Language.Chinese).LabelOf(new(name, 1, "fraction") { Label = label }));

    [Fact]
    public void Units_are_words_of_the_language()
    {
        var metric = new Metric("x", 1234, "users");
        Assert.Equal("1,234\u00A0人", Words.In(Language.Chinese).FormatOf(metric).Write(1234));
        Assert.Equal("1,234\u00A0users", Words.In(Language.English).FormatOf(metric).Write(1234));
    }

    [Fact]
    public void What_is_not_defined_keeps_its_label() => Assert.Equal("Mine", Words.In(Language.Chinese).LabelOf(new("my.number", 1, "users") { Label = "Mine" }));

    private static string[] Names(string resource)
    {
        using var reader = new StreamReader(typeof(NotebookReport).Assembly.GetManifestResourceStream(resource)!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0])];
    }
}
