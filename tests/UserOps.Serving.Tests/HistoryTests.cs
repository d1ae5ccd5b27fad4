using System.Net;
using System.Text.RegularExpressions;
using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Reports;
using UserOps.Reports.Languages;
using UserOps.Reports.Runs;

namespace UserOps.Serving.Tests;

public sealed class HistoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_are_listed_in_words_with_their_states_and_lead_to_their_reports()
    {
        await using var served = await Served.StartAsync();
        string first = Keep(served["out"], 1, "may", 0.2), second = Keep(served["out"], 2, "june", null);
        using var browser = await served.OpenAsync();
        string page = await GetAsync(browser, "/history");
        foreach (string part in (string[])["<b>2024-06-02 08:00 UTC</b> · june · Do users come back?", "<b>2024-06-01 08:00 UTC</b> · may", "complete", "not complete: cell 1 failed", $"href=\"/reports/runs/{first}/a.html\""])
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.DoesNotContain($">{second}<", page, StringComparison.Ordinal);
        Assert.Contains("there is one so far", page, StringComparison.Ordinal);
        Assert.Contains("Do users come back?", await GetAsync(browser, $"/reports/runs/{first}/a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_run_it_says_that_there_is_none()
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        Assert.Contains("No run has ended yet.", await GetAsync(browser, "/history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_two_runs_are_compared_the_earlier_one_first_and_the_charts_are_linked()
    {
        await using var served = await Served.StartAsync();
        string first = Keep(served["out"], 1, "may", 0.2), second = Keep(served["out"], 2, "june", 0.3), third = Keep(served["out"], 3, "july", 0.31);
        using var browser = await served.OpenAsync();
        string history = await GetAsync(browser, "/history");
        Assert.Contains($"href=\"/compare?old={second}&new={third}\"", history, StringComparison.Ordinal);
        Assert.Contains("href=\"/reports/history.html\"", history, StringComparison.Ordinal);
        Assert.Contains("D7 retention", await GetAsync(browser, "/reports/history.html"), StringComparison.Ordinal);
        string page = await GetAsync(browser, $"/compare?old={first}&new={third}");
        foreach (string part in (string[])["<b>july</b> (2024-06-03 08:00 UTC) against <b>may</b> (2024-06-01 08:00 UTC)", "<h2>Do users come back?</h2>", "D7 retention rose, for the better: 20.0 % → 31.0 %", "The run of 2024-06-03 08:00 UTC", " against the run of 2024-06-01 08:00 UTC", "95 % interval of the change", $"<option value=\"{first}\" selected>"])
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Equal(page, await GetAsync(browser, $"/compare?old={third}&new={first}"));
    }

    [Fact]
    public async Task What_one_of_the_runs_alone_has_is_named_by_the_time_of_the_run()
    {
        await using var served = await Served.StartAsync();
        string first = Keep(served["out"], 1, "may", 0.2), second = Keep(served["out"], 2, "june", 0.3, "b", "y");
        using var browser = await served.OpenAsync();
        string page = await GetAsync(browser, $"/compare?old={first}&new={second}");
        foreach (string part in (string[])["They have no notebook in common.", "Notebooks of which one of them alone has numbers (2)", "<li>'a' is not in the run of 2024-06-02 08:00 UTC.</li>", "<li>'b' is not in the run of 2024-06-01 08:00 UTC, under this name or another.</li>"])
            Assert.Contains(part, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Chinese_every_page_is_Chinese()
    {
        await using var served = await Served.StartAsync(language: Language.Chinese);
        string first = Keep(served["out"], 1, "may", 0.2), second = Keep(served["out"], 2, "june", 0.3);
        using var browser = await served.OpenAsync();
        (string Address, string[] Words)[] pages =
        [
            ("/", ["<html lang=\"zh-CN\">", "新建报告", "下一步：设置", "上传导出数据", "最大 1 MB"]),
            ("/form?notebook=a&data=may", ["导出数据：<b>may</b>。留空的项使用默认值。", "默认值：7", ">使用默认值</option>"]),
            ("/history", ["比较两次运行", "完整", "与前一次运行比较（2024-06-01 08:00 UTC，may）"]),
            ($"/compare?old={first}&new={second}", ["对比 <b>may</b>", "D7 retention上升，向好", "比较另外两次运行"]),
        ];
        foreach (var (address, words) in pages)
        {
            string page = await GetAsync(browser, address);
            Assert.All(words, word => Assert.Contains(word, page.Replace("第 7 日留存率", "D7 retention", StringComparison.Ordinal), StringComparison.Ordinal));
            Assert.Empty(English(page));
        }
        using var stranger = served.NewBrowser();
        Assert.Contains("请打开显示的地址", WebUtility.HtmlDecode(await (await stranger.GetAsync("/", Cancellation)).TextAsync()), StringComparison.Ordinal);
    }

    /// <summary>What a reader sees of the page's own in English: three words of the alphabet in a row, but for the title of the notebook.</summary>
    private static IEnumerable<string> English(string page) => Regex.Matches(Regex.Replace(page, "<style>.*?</style>|<[^>]*>", "\n", RegexOptions.Singleline), "[A-Za-z']+ [A-Za-z']+ [A-Za-z']+")
        .Select(match => match.Value).Except(["Do users come"]);

    [Theory]
    [InlineData("old={0}&new={0}")]
    [InlineData("old={0}&new=20240601T000000Z-ffff")]
    [InlineData("old={0}&new=../../secret")]
    [InlineData("")]
    public async Task What_cannot_be_compared_comes_back_with_the_choice(string query)
    {
        await using var served = await Served.StartAsync();
        string first = Keep(served["out"], 1, "may", 0.2);
        Keep(served["out"], 2, "june", 0.3);
        using var browser = await served.OpenAsync();
        var answer = await browser.GetAsync("/compare?" + query.Replace("{0}", first, StringComparison.Ordinal), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        string page = await answer.TextAsync();
        Assert.Contains("Choose two different runs of the list.", page, StringComparison.Ordinal);
        Assert.Contains("<select id=\"new\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_a_link_leads_to_is_no_run_of_the_folder()
    {
        await using var served = await Served.StartAsync();
        string inside = Keep(served["out"], 1, "may", 0.2), outside = Keep(served["elsewhere"], 2, "secret-export", 0.3);
        Directory.CreateSymbolicLink(served[$"out/runs/{outside}"], served[$"elsewhere/runs/{outside}"]);
        using var browser = await served.OpenAsync();
        Assert.DoesNotContain("secret-export", await GetAsync(browser, "/history"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"/compare?old={inside}&new={outside}", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_run_that_has_ended_leads_to_the_comparison_with_the_run_before()
    {
        await using var served = await Served.StartAsync();
        string before = Keep(served["out"], 1, "may", 0.2);
        using var browser = await served.OpenAsync();
        var started = await browser.PostAsync("/runs", browser.Origin(), ("key", await browser.FormKeyAsync()), ("notebook", "a"), ("data", "may"));
        served.Program.Kept = Keep(served["out"], 2, "june", 0.3);
        served.Program.End.SetResult(0);
        string run = started.Headers.Location!.OriginalString;
        await GetAsync(browser, run + "/events");
        Assert.Contains($"<a href=\"/compare?old={before}&new={served.Program.Kept}\">What changed since the run before</a>", await GetAsync(browser, run), StringComparison.Ordinal);
    }

    private static async Task<string> GetAsync(HttpClient browser, string address) => WebUtility.HtmlDecode(await browser.GetStringAsync(address, Cancellation)).Replace('\u00a0', ' ');

    /// <summary>A finished run of one notebook, which failed where it has no value.</summary>
    private static string Keep(string reports, int day, string export, double? value, string name = "a", string code = "x")
    {
        var data = new DataIdentity([new("events.csv", "events", 1200, export)], new(2024, 5, day, 0, 0, 0, DateTimeKind.Utc), new(2024, 6, day, 0, 0, 0, DateTimeKind.Utc), "UTC", export);
        var metric = new Metric("retention.d7", value ?? 0, "fraction") { Label = "D7 retention", StandardError = 0.01, Better = Direction.Up };
        CellOutput shown = value is null ? new CellOutput.Error("E", "m", []) : new CellOutput.Display(metric.Render());
        var notebook = new NotebookDocument([new("markdown", "# Do users come back?"), new("csharp", code) { Outputs = [new CellOutput.Display(data.Render()), shown] }]);
        var report = new NotebookReport(name, new(notebook, [new(0, CellStatus.NotRun, TimeSpan.Zero), new(1, value is null ? CellStatus.Failed : CellStatus.Succeeded, TimeSpan.Zero)], [], TimeSpan.Zero));
        using var run = RunFolder.Open(reports, new(new Dictionary<string, IReadOnlyList<string>>(), export, 1, null, null, false), [name], new Clock(new(2024, 6, day, 8, 0, 0, TimeSpan.Zero)));
        run.Deliver(report, notebook);
        run.Finish([report], []);
        return run.Record.Id;
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
