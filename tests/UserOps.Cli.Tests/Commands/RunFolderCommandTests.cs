using System.Diagnostics;
using System.Text.Json.Nodes;
using UserOps.Reports.Runs;

namespace UserOps.Cli.Tests.Commands;

/// <summary>Runs as they lie in the folder of the reports, and what may go wrong around them.</summary>
public class RunFolderCommandTests
{
    private const string Data = "string data = \"\";\n// needs: orders (everything)\n// uses: events (the path)";
    private const string Orders = "user_id,at,amount\n1,2024-05-01,10\n2,2024-05-02,12\n";
    private const string Open = "var export = Dataset.Open(data);\ndisplay(export.Quality.Overview);\nReport.Metric(\"orders\", export.Users.Count, \"orders\");";

    [Fact]
    public async Task Every_run_is_kept_and_two_on_the_same_data_give_the_same_bytes()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", Data, Open);
        work.Write("may/orders.csv", Orders);
        var first = await Cli.RunAsync("report", notebook, "--data", "may");
        Assert.True(first.Code == 0, first.Messages);
        var second = await Cli.RunAsync("report", notebook, "--data", "may");
        Assert.True(second.Code == 0, second.Messages);
        Assert.Contains("The data are the same as in the last run", second.Messages, StringComparison.Ordinal);
        Assert.Contains("a: stays blank: the path: The export has orders, and no table 'events'.", second.Messages, StringComparison.Ordinal);
        var runs = RunHistory.Of("reports").Finished;
        Assert.Equal(File.ReadAllBytes(runs[0].MetricsOf("a")!), File.ReadAllBytes(runs[1].MetricsOf("a")!));
        Assert.Equal(File.ReadAllBytes(runs[0].ExecutedOf("a")!), File.ReadAllBytes(runs[1].ExecutedOf("a")!));
        Assert.Contains("a: cell 2 of 2: done", File.ReadAllText(Path.Combine(runs[1].Folder, "run.log")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_that_cannot_feed_a_notebook_are_told_before_the_first_cell_and_the_others_run()
    {
        using var work = new Workplace();
        work.Notebook("notebooks/1.ipynb", Data, "System.IO.File.WriteAllText(\"ran\", \"\");");
        work.Notebook("notebooks/2.ipynb", "string data = \"\";", "1 + 1");
        work.Write("may/events.csv", "user_id,event,at\n1,visit,2024-05-01\n");
        var ended = await Cli.RunAsync("report", "--data", "may");
        Assert.Equal(2, ended.Code);
        Assert.Contains("1: not run. It needs orders (everything): The export has events, and no table 'orders'.", ended.Messages, StringComparison.Ordinal);
        Assert.False(File.Exists(work["notebooks/ran"]));
        Assert.Contains("This report could not be made", File.ReadAllText(work["reports/1.html"]), StringComparison.Ordinal);
        Assert.True(File.Exists(work["reports/2.metrics.json"]));
    }

    [Fact]
    public async Task A_notebook_that_answers_nothing_is_told_in_one_sentence_and_ends_with_2()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", "string data = \"\";", "var export = Dataset.Open(data);", "Section.Of(\"Path\", () => export.Funnel(\"visit\", \"pay\"))", "Section.Of(\"Value\", () => export.Rfm())");
        work.Write("may/users.csv", "user_id,signup_at\n1,2024-05-01\n");
        var ended = await Cli.RunAsync("report", notebook, "--data", "may", "--json");
        Assert.Equal(2, ended.Code);
        Assert.Contains("a: Every section stays blank with this export, so there is no report.\n", ended.Messages, StringComparison.Ordinal);
        Assert.Contains("a: stays blank: Path: This question needs a table of events", ended.Messages, StringComparison.Ordinal);
        var report = JsonNode.Parse(ended.Results)!["reports"]![0]!;
        Assert.Equal(("blank", 2), (report["status"]!.GetValue<string>(), report["blanks"]!.AsArray().Count));
        Assert.Contains("1 of 1 reports are not complete", File.ReadAllText(work["reports/index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_a_parameter_names_and_nobody_knows_is_told_before_the_run_with_the_one_that_was_meant()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", "string data = \"\";\nstring segment = \"chanel\";\n// names: segment (columns of users)", "System.IO.File.WriteAllText(\"ran\", \"\");");
        work.Write("may/users.csv", "user_id,signup_at,platform\n1,2024-05-01,ios\n");
        var ended = await Cli.RunAsync("report", notebook, "--data", "may", "-p", "segment=plattform");
        Assert.Equal(2, ended.Code);
        Assert.Contains("a: not run. 'segment' is 'plattform': users has no such column; there are user_id, signup_at, platform. Did you mean 'platform'?", ended.Messages, StringComparison.Ordinal);
        Assert.False(File.Exists(work["ran"]));
        Assert.Equal(0, (await Cli.RunAsync("report", notebook, "--data", "may")).Code);
    }

    [Fact]
    public async Task Progress_and_outcome_are_told_in_Chinese_when_asked_for()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", "var window = 7;", "throw new InvalidOperationException(\"no luck\");");
        var ended = await Cli.RunAsync("report", notebook, "--lang", "zh");
        foreach (string line in (string[])["a：共 2 个代码单元格", "a：第 1/2 个单元格：完成，用时 ", "a：第 2/2 个单元格：失败，用时 ", "a：失败，共用时 ", "a：第 2 个单元格失败：no luck"])
            Assert.Contains(line, ended.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_and_map_are_read_before_the_run_as_the_notebook_reads_them()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", "string data = \"\";\nstring[] map = [];\nstring[] columns = [];\n// needs: orders", "1 + 1");
        work.Write("orders.csv", "7,2024-05-01,10\n8,2024-05-02,12\n");
        var ended = await Cli.RunAsync("report", notebook, "--data", "orders.csv", "-p", "columns=who,at,amount", "--map", "orders.user_id=who");
        Assert.True(ended.Code == 0, ended.Messages);
    }

    [Fact]
    public async Task A_much_smaller_export_is_remarked_on()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", Data, Open);
        work.Write("may/orders.csv", Orders + string.Concat(Enumerable.Repeat("3,2024-05-03,5\n", 9)));
        await Cli.RunAsync("report", notebook, "--data", "may");
        work.Write("may/orders.csv", Orders);
        var ended = await Cli.RunAsync("report", notebook, "--data", "may");
        Assert.Equal(0, ended.Code);
        Assert.Contains("'orders' has 2 rows, after 11 in the last run", ended.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_that_is_replaced_while_it_is_read_is_told_and_marked()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", Data, Open, "System.IO.File.AppendAllText(System.IO.Path.Combine(data, \"orders.csv\"), \"3,2024-05-03,5\\n\");");
        work.Write("may/orders.csv", Orders);
        var ended = await Cli.RunAsync("report", notebook, "--data", "may");
        Assert.Equal(2, ended.Code);
        Assert.Contains("orders.csv was replaced while the run read the data", ended.Messages, StringComparison.Ordinal);
        Assert.Equal(["orders.csv"], Assert.Single(RunHistory.Of("reports").Finished).Record.ReplacedFiles);
        Assert.Contains("was replaced while", File.ReadAllText(work["reports/index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_older_than_the_caller_allows_are_refused()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", Data, Open);
        work.Write("may/orders.csv", Orders);
        var ended = await Cli.RunAsync("report", notebook, "--data", "may", "--fresh", "7");
        Assert.Equal(2, ended.Code);
        Assert.Contains("The newest record is of 2024-05-02", ended.Messages, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_killed_run_frees_the_folder_and_the_next_one_names_it_and_ignores_it()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", "var window = 7;", "System.IO.File.WriteAllText(\"started\", \"\"); while (!System.IO.File.Exists(\"go\")) System.Threading.Thread.Sleep(10);");
        Ended? meanwhile = null;
        await Program.RunAsync(work.Root, ["report", "a.ipynb"], async process =>
        {
            while (!File.Exists(work["started"]) && !process.HasExited)
                await Task.Delay(50, TestContext.Current.CancellationToken);
            meanwhile = await Cli.RunAsync("report", notebook);
            process.Kill();
        });
        Assert.Equal(2, meanwhile!.Code);
        Assert.Contains("Another run is writing into", meanwhile.Messages, StringComparison.Ordinal);
        work.Write("go", "");
        var next = await Cli.RunAsync("report", notebook);
        Assert.True(next.Code == 0, next.Messages);
        Assert.Contains("which ended in the middle of it", next.Messages, StringComparison.Ordinal);
        Assert.Single(RunHistory.Of("reports").Finished);
    }

    [Fact]
    public async Task Notebooks_side_by_side_give_the_same_numbers_and_pages_as_one_after_another()
    {
        using var work = new Workplace();
        string[] notebooks = [.. Enumerable.Range(1, 3).Select(i => work.Notebook($"{i}.ipynb", Data + "\nDateOnly day = new(2024, 1, 2);\nint[] list = [1, 2];",
            Open, i == 2 ? "throw new InvalidOperationException(\"no luck\");" : "export.Users.Count", "new[] { (a: 1, b: 2.5) }"))];
        work.Write("may/orders.csv", Orders);
        var one = await Cli.RunAsync(["report", .. notebooks, "--data", "may", "--out", "one", "-p", "list=3,4"]);
        var two = await Cli.RunAsync(["report", .. notebooks, "--data", "may", "--out", "two", "-p", "list=3,4", "--jobs", "2"]);
        Assert.True((one.Code, two.Code) == (1, 1), one.Messages + two.Messages);
        Assert.Contains("2: cell 3 failed: no luck", two.Messages, StringComparison.Ordinal);
        foreach (string file in (string[])["1.metrics.json", "3.metrics.json", "1.html", "2.html", "1.ipynb"])
            Assert.Equal(WithoutClock(work[$"one/{file}"]), WithoutClock(work[$"two/{file}"]));
        Assert.Equal(2, Assert.Single(RunHistory.Of("two").Finished).Record.Request.Jobs);
    }

    [Fact]
    public async Task A_process_that_dies_fails_its_notebook_and_no_other()
    {
        using var work = new Workplace();
        string dies = work.Notebook("dies.ipynb", "var window = 7;", "Report.Metric(\"a\", 1, \"users\");", "Environment.Exit(9);"), lives = work.Notebook("lives.ipynb", "var window = 7;", "1 + 1");
        var ended = await Cli.RunAsync("report", dies, lives, "--jobs", "2");
        Assert.Equal(1, ended.Code);
        Assert.Contains("dies: cell 3 failed: The process of the notebook ended in the middle of it (exit code 9).", ended.Messages, StringComparison.Ordinal);
        Assert.Contains("memory was not enough", File.ReadAllText(work["reports/dies.html"]), StringComparison.Ordinal);
        Assert.True(File.Exists(work["reports/lives.metrics.json"]));
    }

    [Fact]
    public async Task A_full_disk_ends_in_one_message_and_earlier_runs_stay_whole()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "A small file system can be mounted by the administrator alone.");
        using var work = new Workplace();
        Directory.CreateDirectory(work["small"]);
        Assert.SkipUnless(Succeeds("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", work["small"]), "Mounting is not allowed here.");
        try
        {
            string notebook = work.Notebook("a.ipynb", "int size = 1;", "new string('x', size)", "Report.Metric(\"size\", size, \"letters\");");
            Assert.Equal(0, (await Cli.RunAsync("report", notebook, "--out", "small")).Code);
            string[] before = [.. Directory.GetFiles(work["small"]).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
            var full = await Cli.RunAsync("report", notebook, "--out", "small", "-p", "size=3000000");
            Assert.Equal(2, full.Code);
            Assert.Contains("No space left on device", full.Messages, StringComparison.Ordinal);
            Assert.Equal(before, Directory.GetFiles(work["small"]).Order(StringComparer.Ordinal).Select(File.ReadAllText));
            Assert.Single(RunHistory.Of("small").Finished);
        }
        finally
        {
            Succeeds("umount", work["small"]);
        }
    }

    [Fact]
    public async Task A_secret_is_in_no_file_that_a_run_writes()
    {
        const string secret = "Zx9-topsecret";
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", "string mailKey = \"\"; // secret: of the mail service", "Console.WriteLine(mailKey); display(new { mailKey });", "throw new Exception(mailKey);");
        Environment.SetEnvironmentVariable("USEROPS_MAIL_KEY", secret);
        try
        {
            var ended = await Cli.RunAsync("report", notebook, "--json");
            Assert.Equal(1, ended.Code);
            Assert.Contains("cell 3 failed: ***", ended.Messages, StringComparison.Ordinal);
            Assert.All(Directory.GetFiles(work["reports"], "*", SearchOption.AllDirectories).Select(File.ReadAllText).Append(ended.Messages + ended.Results),
                text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
            Assert.Contains("USEROPS_MAIL_KEY", (await Cli.RunAsync("report", notebook, "-p", "mailKey=" + secret)).Messages, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("USEROPS_MAIL_KEY", null);
        }
    }

    [Fact]
    public async Task A_required_secret_is_asked_for_once_reaches_the_notebooks_and_is_in_nothing_that_is_written()
    {
        const string secret = "Zx9-typed-secret", parameters = "string mailKey = \"\"; // required, secret: of the mail service", use = "Console.WriteLine(mailKey); Report.Metric(\"letters\", mailKey.Sum(letter => letter), \"letters\");";
        using var work = new Workplace();
        string[] notebooks = [work.Notebook("a.ipynb", parameters, use), work.Notebook("b.ipynb", parameters, use)];
        List<string> asked = [];
        try
        {
            var nobody = await Cli.RunAsync(["report", .. notebooks]);
            Assert.Equal((2, true), (nobody.Code, nobody.Messages.Contains("USEROPS_MAIL_KEY", StringComparison.Ordinal)));
            var ended = await Cli.RunAsync(prompt => { asked.Add(prompt); return secret; }, ["report", .. notebooks, "--json", "--also", "md,xlsx"]);
            Assert.True(ended.Code == 0, ended.Messages);
            Assert.Equal("mailKey (of the mail service):", Assert.Single(asked));
            foreach (string name in (string[])["a", "b"])
                Assert.Equal(secret.Sum(letter => letter), (double)JsonNode.Parse(File.ReadAllText(work[$"reports/{name}.metrics.json"]))!["metrics"]!["letters"]!["value"]!);
            string[] files = Directory.GetFiles(work.Root, "*", SearchOption.AllDirectories);
            Assert.All((string[])["run.json", "run.log", "a.ipynb", "a.html", "a.md", "index.html"], name => Assert.Contains(files, file => Path.GetFileName(file) == name));
            Assert.All(files.Select(File.ReadAllText).Append(ended.Messages + ended.Results), text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
            Assert.Contains("***", File.ReadAllText(work["reports/a.ipynb"]), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("USEROPS_MAIL_KEY", null);
        }
    }

    /// <summary>A page without the line that says when it was made.</summary>
    private static string WithoutClock(string path) => string.Join('\n', File.ReadLines(path).Where(line => !line.Contains("Made ", StringComparison.Ordinal)));

    private static bool Succeeds(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
