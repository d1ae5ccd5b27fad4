using System.Net;
using UserOps.Differences;
using UserOps.Display;
using UserOps.Reports.Comparison;
using UserOps.Reports.Languages;
using UserOps.Reports.Metrics;
using UserOps.Reports.Pages;
using UserOps.Reports.Runs;
using static UserOps.Reports.Tests.Runs;

namespace UserOps.Reports.Tests.Comparison;

public class PastReportsTests
{
    private static readonly Metric Rate = new("x.rate", 0.2, "fraction") { Label = "Conversion", Definition = "Share.", N = 1000, Better = Direction.Up };

    private static UserEvidence Share(int hits) => new()
    {
        Influence = new(0.2 * 0.8 / 1000, 1000, 0, [.. Enumerable.Range(0, 1000).Select(user => (ulong)user + 1)], [.. Enumerable.Range(0, 1000).Select(user => (float)(((user < hits ? 1 : 0) - 0.2) / 1000))]),
        Dimensions = [new("channel", [new("search", 400, hits - 100), new("social", 600, 100)])],
    };

    private static NotebookReport Report(double value, string hash, string name = "nb", string code = "run") =>
        new(name, Of(Text("# Path\n\n## One\n\n## Two"), Code(code, Opened(Shop with { Hash = hash }), Named(Rate with { Value = value })))) { Evidence = new Dictionary<string, UserEvidence> { ["x.rate"] = Share((int)(1000 * value)) } };

    /// <summary>A finished run of one report in the folder, as the program leaves it.</summary>
    private static NotebookReport Run(string reports, int number, NotebookReport report)
    {
        string id = $"2024060{number}T080000Z-0000", folder = Path.Combine(reports, "runs", id);
        PastReports.Of(reports).Compare(report);
        ReportFolder.Open(folder, TimeProvider.System).Write(report);
        File.WriteAllText(Path.Combine(folder, "run.json"), RunJson.Write(new()
        {
            Id = id,
            Status = RunStatus.Done,
            Started = Now.AddDays(number),
            Process = 1,
            Versions = RunVersions.Current,
            Request = new(new Dictionary<string, IReadOnlyList<string>>(), "shop", 1, null, null, false),
            Data = report.Data,
            Notebooks = [new(report.Name, NotebookStatus.Ok)],
        }));
        return report;
    }

    private static string Page(NotebookReport report) => WebUtility.HtmlDecode(ReportPage.Write(report, Now)).Replace('\u00a0', ' ');

    [Fact]
    public void The_first_report_of_a_folder_says_nothing_of_earlier_ones()
    {
        using var folder = new TemporaryFolder();
        Assert.DoesNotContain("Since last time", Page(Run(folder.Path, 1, Report(0.2, "a"))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_one_shows_the_change_on_its_cards_and_in_a_section_with_what_moved_it()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 1, Report(0.2, "a"));
        string page = Page(Run(folder.Path, 2, Report(0.3, "b")));
        Assert.Contains("<div class=\"change better\" title=\"\">▲ +10.0 pp: rose, for the better</div>", page, StringComparison.Ordinal);
        Assert.Contains("<h2>Since last time</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#since\">Since last time</a>", page, StringComparison.Ordinal);
        Assert.Contains("By channel: search 25.0 % → 50.0 % made +10.0 pp of +10.0 pp", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"sparkline\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void In_Chinese_what_changed_is_told_in_Chinese()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 1, Report(0.2, "a"));
        var moved = Report(0.3, "b");
        var changed = Report(0.3, "c", code: "run(2)");
        (moved.Language, changed.Language) = (Language.Chinese, Language.Chinese);
        string page = Page(Run(folder.Path, 2, moved)), other = Page(Run(folder.Path, 3, changed));
        foreach (string words in (string[])["▲ +10.0 pp：上升，向好</div>", "与 2025-03-05 05:06 UTC 的运行相比（数据截至 2024-07-01）；现在截至 2024-07-01。", "1 项关键指标中有 1 项的变化超出随机波动。", "Conversion上升，向好：20.0 % → 30.0 %，+10.0 pp（变化的 95 % 置信区间", "按 channel：search 25.0 % → 50.0 %，在 +10.0 pp 中贡献 +10.0 pp", "全部关键指标：之前与现在"])
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("数值不可比： 笔记本的代码有改动。", other, StringComparison.Ordinal);
        string since = page.Split("id=\"since\"")[1].Split("</section>")[0];
        foreach (string words in (string[])["Since", "Against", "interval", "made", "Before", "Verdict"])
            Assert.DoesNotContain(words, since, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Chinese_history_is_Chinese()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 1, Report(0.2, "a"));
        Run(folder.Path, 2, Report(0.3, "b"));
        string page = WebUtility.HtmlDecode(HistoryPage.Write(ReportHistory.Of(folder.Path, Language.Chinese)));
        foreach (string words in (string[])["lang=\"zh-CN\"", "关键指标的历史", "上升，向好", "以表格显示", "2 次运行，2024-07-01 至 2024-07-01", "与前一次运行相比的变化"])
            Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public void From_the_third_run_on_a_line_shows_the_comparable_ones()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 1, Report(0.2, "a"));
        Run(folder.Path, 2, Report(0.22, "b"));
        Assert.Contains("aria-label=\"3 runs: from 20.0 % to 24.0 %\"", Page(Run(folder.Path, 3, Report(0.24, "c"))), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"sparkline\"", Page(Run(folder.Path, 4, Report(0.24, "d", code: "changed"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_on_the_same_data_again_is_compared_with_the_week_before()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 1, Report(0.2, "a"));
        Run(folder.Path, 2, Report(0.3, "b"));
        var again = Run(folder.Path, 3, Report(0.3, "b"));
        Assert.Equal("the run of 2025-03-05 05:06 UTC", again.Since!.Comparison!.Old.Source);
        Assert.Equal(Verdict.Moved, again.Since.Comparison["x.rate"]!.Verdict);
    }

    [Fact]
    public void A_renamed_notebook_is_told_by_its_code_and_the_page_says_so()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 1, Report(0.2, "a", "03-old-name"));
        string page = Page(Run(folder.Path, 2, Report(0.3, "b", "04-new-name")));
        Assert.Contains("This notebook was called '03-old-name' in the earlier run", page, StringComparison.Ordinal);
        Assert.Contains("rose, for the better", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_code_makes_every_number_not_comparable_and_the_page_says_why()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 1, Report(0.2, "a"));
        string page = Page(Run(folder.Path, 2, Report(0.3, "b", code: "run(2)")));
        Assert.Contains("not comparable</div>", page, StringComparison.Ordinal);
        Assert.Contains("code has changed. Run the older export again", page, StringComparison.Ordinal);
        Assert.DoesNotContain("▲", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metrics_file_of_a_later_version_is_named_and_the_report_goes_on()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 1, Report(0.2, "a"));
        string file = Path.Combine(folder.Path, "runs", "20240601T080000Z-0000", "nb.metrics.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"version\": 2", "\"version\": 99", StringComparison.Ordinal));
        Assert.Contains("later version of this program (format 99; this one reads up to 2)", Page(Run(folder.Path, 2, Report(0.3, "b"))), StringComparison.Ordinal);
        var problem = Assert.Throws<UserOpsException>(() => RecordedRun.Open(Path.Combine(folder.Path, "runs", "20240601T080000Z-0000")));
        Assert.Contains("format 99", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_history_follows_every_metric_and_breaks_where_the_method_changed()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 1, Report(0.2, "a"));
        Run(folder.Path, 2, Report(0.3, "b"));
        Run(folder.Path, 3, Report(0.5, "c", code: "changed"));
        var history = ReportHistory.Of(folder.Path);
        Assert.Equal([null, Verdict.Moved, Verdict.NotComparable], Assert.Single(history.Metrics).Entries.Select(entry => entry.Change?.Verdict));
        string page = HistoryPage.Write(history);
        Assert.Equal(2, page.Split("class=\"line\"").Length);
        Assert.Contains("Conversion", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_are_found_by_their_folder_by_the_folder_of_reports_and_by_a_file()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 1, Report(0.2, "a"));
        Run(folder.Path, 2, Report(0.3, "b"));
        string first = Path.Combine(folder.Path, "runs", "20240601T080000Z-0000");
        var byRun = RecordedRun.Compare(RecordedRun.Open(first), RecordedRun.Open(folder.Path));
        var byFile = RecordedRun.Compare(RecordedRun.Open(Path.Combine(first, "nb.metrics.json")), RecordedRun.Open(folder.Path));
        var (old, current) = RecordedRun.LastTwo(folder.Path);
        Assert.All([byRun, byFile, RecordedRun.Compare(old, current)], found => Assert.Equal(Verdict.Moved, Assert.Single(found.Comparisons)["x.rate"]!.Verdict));
        Assert.Contains("no run at", Assert.Throws<UserOpsException>(() => RecordedRun.Open(folder["nowhere"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Notebooks_that_only_one_run_has_are_named()
    {
        using var folder = new TemporaryFolder();
        Run(folder["one"], 1, Report(0.2, "a", "first", "code one"));
        Run(folder["two"], 1, Report(0.2, "b", "second", "code two"));
        File.Copy(Path.Combine(folder["one"], "runs", "20240601T080000Z-0000", "first.metrics.json"), Path.Combine(folder["two"], "runs", "20240601T080000Z-0000", "first.metrics.json"));
        var (comparisons, remarks) = RecordedRun.Compare(RecordedRun.Open(folder["one"]), RecordedRun.Open(folder["two"]));
        Assert.Single(comparisons);
        Assert.Equal("'second' is not in 20240601T080000Z-0000, under this name or another.", Assert.Single(remarks));
    }

    [Fact]
    public void Two_chosen_runs_are_named_and_nothing_is_called_the_last_time()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 1, Report(0.2, "a"));
        Run(folder.Path, 2, Report(0.3, "b"));
        var (old, current) = RecordedRun.LastTwo(folder.Path);
        string english = ComparisonText.Write(RecordedRun.Compare(old, current).Comparisons[0]), chinese = ComparisonText.Write(RecordedRun.Compare(old, current, Language.Chinese).Comparisons[0]);
        Assert.Contains("Run 20240602T080000Z-0000 (data up to 2024-07-01) against run 20240601T080000Z-0000 (data up to 2024-07-01). 1 of 1", english, StringComparison.Ordinal);
        Assert.Contains("run 20240602T080000Z-0000（数据截至 2024-07-01）与 run 20240601T080000Z-0000（数据截至 2024-07-01）相比。", chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("Since last time", english, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_counted_differently_says_so_on_its_card_and_in_the_first_lines()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 1, Report(0.2, "a"));
        var report = new NotebookReport("nb", Of(Text("# Path\n\n## One\n\n## Two"), Code("run", Opened(Shop with { Hash = "b" }), Named(Rate with { Definition = "Another share." }))));
        string page = Page(Run(folder.Path, 2, report));
        Assert.Contains(">not comparable: it is counted differently; before: Share.</div>", page, StringComparison.Ordinal);
        Assert.Contains("<li>Conversion: not comparable; it is counted differently; before: Share.</li>", page.Split("<details><summary>All key numbers")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NotebookStatus.Failed, "'first' has no numbers in 20240602T080000Z-0000: cell 3 failed there: no luck")]
    [InlineData(NotebookStatus.Refused, "'first' has no numbers in 20240602T080000Z-0000: it was not run there. no luck")]
    public void A_notebook_that_failed_in_one_run_is_not_said_to_be_missing_there(NotebookStatus status, string remark)
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 1, Report(0.2, "a", "first", "one"));
        Run(folder.Path, 2, Report(0.2, "b", "second", "two"));
        string file = Path.Combine(folder.Path, "runs", "20240602T080000Z-0000", "run.json");
        var record = RunJson.Read(File.ReadAllText(file));
        File.WriteAllText(file, RunJson.Write(record with { Notebooks = [.. record.Notebooks, new("first", status) { FailedCell = 3, Reason = "no luck" }] }));
        var (old, current) = RecordedRun.LastTwo(folder.Path);
        Assert.Contains(remark, RecordedRun.Compare(old, current).Remarks);
    }

    [Fact]
    public void A_metrics_file_reads_back_as_it_was_written()
    {
        var report = Report(0.25, "a");
        var read = MetricsReader.Parse(MetricsFile.Write(report), "nb.metrics.json");
        Assert.Equal(report.Metrics, read.Metrics.Values);
        Assert.Equal(("nb", CodeHash.Of(report.Run.Executed)), (read.Notebook, read.Code));
        Assert.Equal((report.Data!.Hash, report.Data.To), (read.Data!.Hash, read.Data.To));
        Assert.Equal(["events", "orders"], read.Data.Files.Select(file => file.Table));
    }
}
