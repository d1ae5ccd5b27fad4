using System.Text.Json.Nodes;

namespace UserOps.Cli.Tests.Commands;

public class ReportCommandTests
{
    private const string Metric = "Report.Metric(\"answer\", window * 6, \"users\");";

    [Fact]
    public async Task All_notebooks_of_the_nearest_folder_run_and_the_index_is_the_result()
    {
        using var work = new Workplace();
        work.Notebook("notebooks/01-first.ipynb", "var window = 7;", Metric);
        work.Write("notebooks/02-second.dib", "#!csharp\n\n1 + 1\n");
        work.Notebook("notebooks/lessons/99-lesson.ipynb", "var window = 7;", "throw new Exception();");
        Directory.CreateDirectory(work["deep/down"]);
        Environment.CurrentDirectory = work["deep/down"];
        var ended = await Cli.RunAsync("report", "--out", "../out");
        Assert.True(ended.Code == 0, ended.Messages);
        Assert.Equal(work["deep/out/index.html"], ended.Results.Trim());
        Assert.Equal(["01-first.html", "01-first.ipynb", "01-first.metrics.json", "02-second.html", "02-second.ipynb", "02-second.metrics.json", "index.html"],
            Directory.GetFiles(work["deep/out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("cell 2 of 2: done", ended.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_runs_give_equal_numbers_byte_for_byte()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", "var window = 7; var data = \"\";", Metric);
        work.Write("one/x.csv", "a\n1\n");
        await Cli.RunAsync("report", notebook, "--data", "one", "--out", "first");
        await Cli.RunAsync("report", notebook, "--data", work["one"], "--out", "second");
        Assert.Equal(File.ReadAllBytes(work["first/a.metrics.json"]), File.ReadAllBytes(work["second/a.metrics.json"]));
        Assert.Equal("one", JsonNode.Parse(File.ReadAllText(work["first/a.metrics.json"]))!["parameters"]!["data"]!.GetValue<string>());
    }

    [Fact]
    public async Task Data_map_and_parameters_reach_the_notebook()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("sub/a.ipynb", "var data = \"\";\nstring[] map = [];\nvar window = 7;",
            "Report.Metric(\"found\", System.IO.File.Exists(System.IO.Path.Combine(data, \"x.csv\")) ? 1 : 0, \"files\");", "Report.Metric(\"maps\", map.Length, \"entries\");", Metric);
        work.Write("我的 导出/x.csv", "a\n1\n");
        var ended = await Cli.RunAsync("report", notebook, "--data", "我的 导出", "--map", "orders.user_id=客户 编号", "--map", "orders.amount=Quantity * UnitPrice", "-p", "window=8");
        Assert.True(ended.Code == 0, ended.Messages);
        var metrics = JsonNode.Parse(File.ReadAllText(work["reports/a.metrics.json"]))!;
        Assert.Equal([1, 2, 48], ((string[])["found", "maps", "answer"]).Select(name => metrics["metrics"]![name]!["value"]!.GetValue<double>()));
        Assert.Equal("orders.user_id=客户 编号", metrics["parameters"]!["map"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task A_failed_cell_ends_with_1_and_its_notebook_and_the_others_are_still_delivered()
    {
        using var work = new Workplace();
        work.Notebook("notebooks/01-bad.ipynb", "var window = 7;", "throw new InvalidOperationException(\"no luck\");", Metric);
        work.Notebook("notebooks/02-good.ipynb", "var window = 7;", Metric);
        var ended = await Cli.RunAsync("report");
        Assert.Equal(1, ended.Code);
        Assert.Contains("01-bad: cell 2 failed: no luck", ended.Messages, StringComparison.Ordinal);
        Assert.Contains("This report is not complete", File.ReadAllText(work["reports/01-bad.html"]), StringComparison.Ordinal);
        Assert.False(File.Exists(work["reports/01-bad.metrics.json"]));
        Assert.True(File.Exists(work["reports/02-good.metrics.json"]));
        Assert.Contains("1 of 2 reports are not complete", File.ReadAllText(work["reports/index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_cells_run_when_asked_to_keep_going()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", "var window = 7;", "throw new InvalidOperationException(\"no luck\");", "display(\"reached the end\");");
        Assert.Equal(1, (await Cli.RunAsync("report", notebook, "--keep-going")).Code);
        Assert.Contains("<pre class=\"output\">reached the end", File.ReadAllText(work["reports/a.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_takes_too_long_is_stopped_and_told()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", "var window = 7;", "while (true) { }");
        var ended = await Cli.RunAsync("report", notebook, "--cell-timeout", "1s");
        Assert.Equal(1, ended.Code);
        Assert.Contains("longer than 1 s", ended.Messages, StringComparison.Ordinal);
        Assert.Contains("--cell-timeout", File.ReadAllText(work["reports/a.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_that_cannot_be_read_end_with_2_and_one_message()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", "var data = \"\";", "var shop = Dataset.Open(data);");
        work.Write("empty.csv", "");
        var ended = await Cli.RunAsync("report", notebook, "--data", "empty.csv");
        Assert.Equal(2, ended.Code);
        Assert.Contains("'empty.csv' is empty", ended.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_and_nothing_is_written()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", "var window = 7;", Metric);
        var ended = await Cli.RunAsync("report", notebook, "--data", "missing", "--map", "oops", "-p", "=3", "nope.ipynb");
        Assert.Equal(2, ended.Code);
        foreach (string part in (string[])["There is no notebook 'nope.ipynb'", "--data missing: there is no such file", "--map oops", "-p =3", "4 problems"])
            Assert.Contains(part, ended.Messages, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["reports"]));
    }

    [Fact]
    public async Task Parameters_are_checked_against_every_notebook_before_one_runs()
    {
        using var work = new Workplace();
        work.Notebook("notebooks/01-a.ipynb", "var window = 7;", Metric);
        work.Notebook("notebooks/02-b.ipynb", "var window = 7; var data = \"\";", Metric);
        work.Write("d/x.csv", "a\n1\n");
        var ended = await Cli.RunAsync("report", "--data", "d", "-p", "windw=3");
        Assert.Equal(2, ended.Code);
        Assert.Contains("--data: '01-a' has no parameter 'data'", ended.Messages, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'window'?", ended.Messages, StringComparison.Ordinal);
        var typed = await Cli.RunAsync("report", "-p", "window=soon");
        Assert.Equal(2, typed.Code);
        Assert.Contains("01-a: 'window' is int", typed.Messages, StringComparison.Ordinal);
        Assert.Contains("02-b: 'window' is int", typed.Messages, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["reports"]));
    }

    [Fact]
    public async Task A_parameter_that_only_one_of_the_notebooks_has_is_given_to_it()
    {
        using var work = new Workplace();
        work.Notebook("notebooks/01-a.ipynb", "var window = 7;", Metric);
        work.Notebook("notebooks/02-b.ipynb", "var other = 7;", "1 + 1");
        var ended = await Cli.RunAsync("report", "-p", "window=1");
        Assert.True(ended.Code == 0, ended.Messages);
        Assert.Contains("\"value\": 6", File.ReadAllText(work["reports/01-a.metrics.json"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01-fisrt.ipynb", "Did you mean '01-first.ipynb'?")]
    [InlineData("zzz.ipynb", "There is no notebook 'zzz.ipynb'.")]
    public async Task A_misspelt_notebook_is_answered_with_the_nearest(string name, string message)
    {
        using var work = new Workplace();
        work.Notebook("notebooks/01-first.ipynb", "var window = 7;");
        var ended = await Cli.RunAsync("report", name);
        Assert.Equal(2, ended.Code);
        Assert.Contains(message, ended.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_notebook_is_refused()
    {
        using var work = new Workplace();
        Assert.Contains("neither .ipynb nor .dib", (await Cli.RunAsync("report", work.Write("a.txt", "x"))).Messages, StringComparison.Ordinal);
        var broken = await Cli.RunAsync("report", work.Write("a.ipynb", "{ not json"));
        Assert.Equal(2, broken.Code);
        Assert.Contains("a.ipynb", broken.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_out_folder_that_is_a_file_is_refused_before_anything_runs()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", "var window = 7;", "System.IO.File.WriteAllText(\"ran\", \"\");");
        work.Write("reports", "");
        var ended = await Cli.RunAsync("report", notebook);
        Assert.Equal(2, ended.Code);
        Assert.Contains("is a file", ended.Messages, StringComparison.Ordinal);
        Assert.False(File.Exists(work["ran"]));
    }

    [Fact]
    public async Task A_source_is_never_written_over()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", "var window = 7;");
        string before = File.ReadAllText(notebook);
        Assert.Equal(2, (await Cli.RunAsync("report", notebook, "--out", ".")).Code);
        Assert.Equal(before, File.ReadAllText(notebook));
    }

    [Fact]
    public async Task Json_names_what_was_delivered()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", "var window = 7;", Metric);
        var delivered = JsonNode.Parse((await Cli.RunAsync("report", notebook, "--json")).Results)!;
        Assert.Equal(work["reports/index.html"], delivered["index"]!.GetValue<string>());
        Assert.Equal("ok", delivered["reports"]![0]!["status"]!.GetValue<string>());
        Assert.True(File.Exists(delivered["reports"]![0]!["metrics"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Without_notebooks_it_says_where_it_looked()
    {
        using var work = new Workplace();
        var ended = await Cli.RunAsync("report", "missing/notebook.ipynb");
        Assert.Equal(2, ended.Code);
        Assert.Empty(ended.Results);
    }
}
