using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Reports.Delivery;
using UserOps.Reports.Languages;
using UserOps.Reports.Runs;
using static UserOps.Reports.Tests.Runs;

namespace UserOps.Reports.Tests.RunFolders;

public class RunFolderTests
{
    private static readonly RunRequest Request = new(new Dictionary<string, IReadOnlyList<string>> { ["window"] = ["7"] }, "may", 1, null, 60, false);
    private static readonly NotebookReport Good = new("r", Of(Text("# R"), Code("x", Named(new("x", 1, "users")), Opened(Shop))).With(new("seed", "int", 42, false), new("data", "string", "/home/me/may", true)));
    private static readonly NotebookReport Bad = new("r", Of(Text("# R"), Code("x", Error("E", "m"))));

    [Fact]
    public void A_run_keeps_its_files_under_its_name_and_the_newest_lie_on_top()
    {
        using var temporary = new TemporaryFolder();
        string id = Run(temporary.Path, Good);
        Assert.Equal("20250304T050600Z-0000", id);
        Assert.Equal(["index.html", "r.html", "r.metrics.json", "run.json", "run.log"], Files(temporary[$"runs/{id}"]));
        foreach (string name in (string[])["r.html", "r.metrics.json"])
            Assert.Equal(File.ReadAllText(temporary[$"runs/{id}/{name}"]), File.ReadAllText(temporary[name]));
    }

    [Fact]
    public void Run_json_says_who_ran_what_on_which_data_and_how_it_ended()
    {
        using var temporary = new TemporaryFolder();
        Run(temporary.Path, Good);
        var record = Assert.Single(RunHistory.Of(temporary.Path).Finished).Record;
        Assert.Equal((RunStatus.Done, Shop.Hash, Environment.ProcessId, 1), (record.Status, record.Data?.Hash, record.Process, record.Format));
        Assert.Equal("7", Assert.Single(record.Request.Parameters["window"]));
        Assert.Equal(Environment.Version.ToString(), record.Versions.DotNet);
        var notebook = Assert.Single(record.Notebooks);
        Assert.Equal((NotebookStatus.Ok, 42, "R", "may"), (notebook.Status, notebook.Seed, notebook.Title, notebook.Parameters["data"]?.GetValue<string>()));
        Assert.DoesNotContain("/home/me", File.ReadAllText(Directory.GetFiles(temporary["runs"], "run.json", SearchOption.AllDirectories)[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "Every key number over 3 runs", "History of key numbers")]
    [InlineData(Language.Chinese, "全部关键指标在 3 次运行中的变化", "关键指标的历史")]
    public void From_the_second_run_on_every_key_number_over_the_runs_is_a_page_that_the_index_leads_to(Language language, string link, string heading)
    {
        using var temporary = new TemporaryFolder();
        Run(temporary.Path, Good);
        Assert.False(File.Exists(temporary["history.html"]));
        Assert.DoesNotContain("history.html", File.ReadAllText(temporary["index.html"]), StringComparison.Ordinal);
        Run(temporary.Path, new("other", Good.Run), Now.AddDays(1));
        string last = Run(temporary.Path, new("r", Good.Run) { Language = language }, Now.AddDays(2));
        Assert.Contains($"<a href=\"history.html\">{link}</a>", Read(temporary["index.html"]), StringComparison.Ordinal);
        foreach (string part in (string[])[heading, "<h2>R</h2>", "id=\"other.x\"", "id=\"r.x\""])
            Assert.Contains(part, Read(temporary["history.html"]), StringComparison.Ordinal);
        Assert.DoesNotContain("history.html", File.ReadAllText(temporary[$"runs/{last}/index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_without_any_number_is_no_page()
    {
        using var temporary = new TemporaryFolder();
        Run(temporary.Path, Bad);
        Run(temporary.Path, Bad, Now.AddDays(1));
        Assert.False(File.Exists(temporary["history.html"]));
        Assert.DoesNotContain("history.html", File.ReadAllText(temporary["index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_delivered_besides_the_page_belongs_to_the_run_and_the_newest_lies_on_top()
    {
        using var temporary = new TemporaryFolder();
        string first = await RunAlso(temporary.Path, Now, DeliveryFormat.Xlsx, DeliveryFormat.Csv, DeliveryFormat.Md);
        Assert.Equal(["r.md", "r.tables/01-channels-who-comes-2024-06.csv", "r.xlsx"], Delivered(temporary.Path));
        foreach (string file in Delivered(temporary.Path))
            Assert.Equal(File.ReadAllBytes(temporary[$"runs/{first}/{file}"]), File.ReadAllBytes(temporary[file]));
        await RunAlso(temporary.Path, Now.AddDays(1), DeliveryFormat.Md);
        Assert.Equal(["r.md"], Delivered(temporary.Path));
        var runs = RunHistory.Of(temporary.Path).Finished;
        Assert.Equal(["r.xlsx", "r.tables/01-channels-who-comes-2024-06.csv", "r.md"], runs[0]["r"]!.Delivered);
        Assert.All(runs[0]["r"]!.Delivered, file => Assert.True(File.Exists(Path.Combine(runs[0].Folder, file)), file));
        Assert.Equal(["r.md"], runs[1]["r"]!.Delivered);
    }

    [Fact]
    public void Runs_are_listed_in_the_order_in_which_they_began_with_the_numbers_of_each_notebook()
    {
        using var temporary = new TemporaryFolder();
        string first = Run(temporary.Path, Good), second = Run(temporary.Path, Bad, Now.AddMilliseconds(1)), third = Run(temporary.Path, Good, Now.AddDays(1));
        var finished = RunHistory.Of(temporary.Path).Finished;
        Assert.Equal([first, second, third], finished.Select(run => run.Id));
        Assert.Equal([true, false, true], finished.Select(run => run.MetricsOf("r") is not null));
        Assert.Equal((NotebookStatus.Failed, 1, "m"), (finished[1]["r"]!.Status, finished[1]["r"]!.FailedCell, finished[1]["r"]!.Reason));
        Assert.Null(finished[0].MetricsOf("other"));
    }

    [Fact]
    public void Equal_code_has_an_equal_mark_whatever_the_notebook_is_called_and_whatever_was_given()
    {
        using var temporary = new TemporaryFolder();
        Run(temporary.Path, Good);
        Run(temporary.Path, new("renamed", Good.Run), Now.AddDays(1));
        Run(temporary.Path, new("r", Of(Text("# R"), Code("y"))), Now.AddDays(2));
        string?[] codes = [.. RunHistory.Of(temporary.Path).Finished.Select(run => run.Record.Notebooks[0].Code)];
        Assert.Equal(codes[0], codes[1]);
        Assert.NotEqual(codes[0], codes[2]);
    }

    [Fact]
    public void A_second_run_into_the_folder_is_refused_while_the_first_goes_on_and_not_after_it()
    {
        using var temporary = new TemporaryFolder();
        using (Open(temporary.Path, Now))
        {
            var problem = Assert.Throws<UserOpsException>(() => Open(temporary.Path, Now.AddSeconds(1)));
            Assert.Contains($"Another run is writing into '{temporary.Path}' (process {Environment.ProcessId}, since 2025-03-04 05:06:00 UTC)", problem.Message, StringComparison.Ordinal);
        }
        Open(temporary.Path, Now.AddSeconds(2)).Dispose();
    }

    [Fact]
    public void A_run_that_is_left_early_is_stopped_and_not_listed()
    {
        using var temporary = new TemporaryFolder();
        Open(temporary.Path, Now).Dispose();
        var history = RunHistory.Of(temporary.Path);
        Assert.Empty(history.Finished);
        Assert.Equal(RunStatus.Stopped, Assert.Single(history.Others).Record!.Status);
    }

    [Fact]
    public void What_a_killed_process_left_is_named_once_and_ignored()
    {
        using var temporary = new TemporaryFolder();
        string id = Run(temporary.Path, Good), file = temporary[$"runs/{id}/run.json"];
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"done\"", "\"running\"", StringComparison.OrdinalIgnoreCase));
        using (var next = Open(temporary.Path, Now.AddDays(1)))
        {
            Assert.Contains($"The run '{id}' is ignored", Assert.Single(next.Remarks), StringComparison.Ordinal);
            Assert.Null(next.Last);
            next.Finish([], []);
        }
        using var later = Open(temporary.Path, Now.AddDays(2));
        Assert.Empty(later.Remarks);
        Assert.NotNull(later.Last);
    }

    [Theory]
    [InlineData("{ \"format\": 1, \"id\": \"x\"", "damaged")]
    [InlineData(null, "no run.json")]
    public void A_folder_without_a_readable_record_is_named_and_ignored(string? content, string reason)
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary["runs/20250101T000000Z-0000"]);
        if (content is not null)
            File.WriteAllText(temporary["runs/20250101T000000Z-0000/run.json"], content);
        using var next = Open(temporary.Path, Now);
        Assert.Contains(reason, Assert.Single(next.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_a_later_version_is_told_apart_from_a_damaged_one()
    {
        using var temporary = new TemporaryFolder();
        string file = temporary[$"runs/{Run(temporary.Path, Good)}/run.json"];
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal));
        var history = RunHistory.Of(temporary.Path);
        Assert.Empty(history.Finished);
        Assert.Contains("later version", Assert.Single(history.Others).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_sort_by_time_within_a_second()
    {
        string[] names = [.. Enumerable.Range(0, 200).Select(i => RunId.Of(Now.AddMilliseconds(i * 7)))];
        Assert.Equal(names, names.Order(StringComparer.Ordinal));
        Assert.Equal(200, names.Distinct().Count());
    }

    [Fact]
    public void A_notebook_that_was_not_run_says_why_and_leaves_no_number()
    {
        using var temporary = new TemporaryFolder();
        Run(temporary.Path, Good);
        Run(temporary.Path, NotebookReport.Refused("r", Good.Run.Executed, new(["It needs orders: there are none."], [], Shop)), Now.AddDays(1));
        Assert.Contains("This report could not be made", File.ReadAllText(temporary["r.html"]), StringComparison.Ordinal);
        Assert.False(File.Exists(temporary["r.metrics.json"]));
        Assert.Equal(NotebookStatus.Refused, RunHistory.Of(temporary.Path).Finished[^1]["r"]!.Status);
    }

    [Fact]
    public void A_notebook_without_any_answer_says_so_and_leaves_no_number()
    {
        using var temporary = new TemporaryFolder();
        Run(temporary.Path, Good);
        Run(temporary.Path, new("r", Of(Text("# R"), Code("x", Shown(MimeBundle.Of("x").With(MimeBundle.Section, new SectionState("Path") { Missing = "no events" }.ToJson()))))), Now.AddDays(1));
        var record = RunHistory.Of(temporary.Path).Finished[^1]["r"]!;
        Assert.Equal((NotebookStatus.Blank, "Path: no events"), (record.Status, Assert.Single(record.Blanks)));
        Assert.Contains("Every section stays blank", record.Reason, StringComparison.Ordinal);
        Assert.False(File.Exists(temporary["r.metrics.json"]));
    }

    [Fact]
    public void Runs_share_the_library_of_their_charts_and_what_lies_on_top_carries_it_within()
    {
        using var temporary = new TemporaryFolder();
        string id = Run(temporary.Path, Tests.Delivery.Delivered.Report), page = temporary[$"runs/{id}/r.html"];
        Assert.Contains(PlotlyLibrary.Html, File.ReadAllText(temporary["r.html"]), StringComparison.Ordinal);
        Assert.True(new FileInfo(page).Length < 100_000);
        string library = Assert.Single(Directory.GetFiles(temporary["runs"], "plotly-*.js"));
        Assert.Contains($"<script src=\"../{Path.GetFileName(library)}\"></script>", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.Equal(PlotlyLibrary.Script, File.ReadAllText(library));
    }

    [Fact]
    public void An_executed_notebook_that_is_kept_lies_without_the_library_of_its_charts()
    {
        using var temporary = new TemporaryFolder();
        var report = Tests.Delivery.Delivered.Report;
        using (var run = Open(temporary.Path, Now))
        {
            NotebookFile.Save(OfflineCharts.AddLibrary(report.Run.Executed), run.ExecutedPath("r"));
            run.Deliver(report, report.Run.Executed);
            run.Finish([report], []);
        }
        Assert.True(new FileInfo(temporary["r.ipynb"]).Length > 3_000_000);
        Assert.True(new FileInfo(RunHistory.Of(temporary.Path).Finished[0].ExecutedOf("r")!).Length < 100_000);
    }

    [Fact]
    public void Files_of_which_two_notebooks_saw_nothing_in_common_were_replaced()
    {
        NotebookReport Saw(string name, string hash) => new(name, Of(Code("x", Opened(Shop with { Hash = hash, Files = [Shop.Files[0] with { Hash = hash }, Shop.Files[1]] })))
            .With(new ParameterValue("data", "string", "may", true)));
        Assert.Equal(["events.csv"], new ReplacedFiles([]).Find([Saw("a", "1"), Saw("b", "1"), Saw("c", "2")]));
        Assert.Empty(new ReplacedFiles([]).Find([Saw("a", "1"), Saw("b", "1")]));
    }

    private static string Run(string folder, NotebookReport report, DateTimeOffset? at = null)
    {
        using var run = Open(folder, at ?? Now, report.Name);
        run.Deliver(report, report.Run.Executed);
        run.Finish([report], []);
        return run.Record.Id;
    }

    private static async Task<string> RunAlso(string folder, DateTimeOffset at, params DeliveryFormat[] formats)
    {
        using var run = Open(folder, at);
        run.Deliver(Tests.Delivery.Delivered.Report, Good.Run.Executed);
        await run.DeliverAlsoAsync(Tests.Delivery.Delivered.Report, formats, TestContext.Current.CancellationToken);
        run.Finish([Tests.Delivery.Delivered.Report], []);
        return run.Record.Id;
    }

    /// <summary>What lies beside the newest page and is neither that nor its numbers.</summary>
    private static IEnumerable<string> Delivered(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
        .Where(file => !file.StartsWith("runs/", StringComparison.Ordinal) && file is not ("r.html" or "r.metrics.json" or "index.html" or "history.html")).Order(StringComparer.Ordinal);

    private static RunFolder Open(string folder, DateTimeOffset at, string notebook = "r") => RunFolder.Open(folder, Request, [notebook], new Clock(at));

    private static string Read(string path) => System.Net.WebUtility.HtmlDecode(File.ReadAllText(path));

    private static IEnumerable<string> Files(string folder) => Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
