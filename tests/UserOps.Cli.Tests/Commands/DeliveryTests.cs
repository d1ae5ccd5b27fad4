using System.Text.Json.Nodes;

namespace UserOps.Cli.Tests.Commands;

public class DeliveryTests
{
    private const string Metric = "Report.Metric(\"retention.d7\", 0.25, \"fraction\");";
    private const string Table = "new Table(\"Channels\", [new(\"Channel\", Format.Text), new(\"Users\", Format.Count)], [[\"organic\", 3]])";

    [Fact]
    public async Task What_is_asked_for_lies_beside_the_page_and_in_the_folder_of_the_run()
    {
        using var work = new Workplace();
        string notebook = work.Notebook("a.ipynb", "var window = 7;", Metric, Table);
        var ended = await Cli.RunAsync("report", notebook, "--also", "xlsx,md", "--also", "csv", "--out", "out", "--json");
        Assert.True(ended.Code == 0, ended.Messages);
        Assert.True(File.Exists(work["out/a.xlsx"]));
        Assert.Contains("Channel,Users\r\norganic,3\r\n", File.ReadAllText(work["out/a.tables/01-channels.csv"]), StringComparison.Ordinal);
        Assert.Contains("| retention.d7 | 25.0", File.ReadAllText(work["out/a.md"]), StringComparison.Ordinal);
        Assert.False(File.Exists(work["out/a.pdf"]));
        var json = JsonNode.Parse(ended.Results)!;
        string[] delivered = [.. json["reports"]![0]!["delivered"]!.AsArray().Select(file => (string)file!)];
        Assert.Equal(["a.xlsx", "01-channels.csv", "a.md"], delivered.Select(Path.GetFileName));
        Assert.All(delivered, file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine((string)json["run"]!, Path.GetRelativePath(work["out"], file)))));
    }

    [Fact]
    public async Task A_format_that_is_not_there_is_answered_with_the_nearest_before_anything_runs()
    {
        using var work = new Workplace();
        var ended = await Cli.RunAsync("report", work.Notebook("a.ipynb", "var window = 7;", Metric), "--also", "md,xslx");
        Assert.Equal(2, ended.Code);
        Assert.Contains("--also xslx: there is no such format. Did you mean 'xlsx'?", ended.Messages, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["reports"]));
    }

    [Fact]
    public async Task Pages_can_speak_Chinese()
    {
        using var work = new Workplace();
        var ended = await Cli.RunAsync("report", work.Notebook("a.ipynb", "var window = 7;", Metric), "--lang", "zh", "--also", "md");
        Assert.True(ended.Code == 0, ended.Messages);
        Assert.Contains("<html lang=\"zh-CN\">", File.ReadAllText(work["reports/index.html"]), StringComparison.Ordinal);
        Assert.Contains("第 7 日留存率", File.ReadAllText(work["reports/a.md"]), StringComparison.Ordinal);
        Assert.Equal(2, (await Cli.RunAsync("report", "a.ipynb", "--lang", "fr")).Code);
    }

    [Fact]
    public async Task Nobody_to_notify_is_a_warning_and_the_report_is_there()
    {
        using var work = new Workplace();
        var ended = await Cli.RunAsync("report", work.Notebook("a.ipynb", "var window = 7;", Metric), "--notify", "http://127.0.0.1:9/hook?secret=1");
        Assert.Equal(0, ended.Code);
        Assert.Contains("Nobody was notified at http://127.0.0.1:9:", ended.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ended.Messages, StringComparison.Ordinal);
        Assert.True(File.Exists(work["reports/a.html"]));
    }

    [Fact]
    public async Task An_address_that_cannot_be_posted_to_is_refused_before_anything_runs()
    {
        using var work = new Workplace();
        var ended = await Cli.RunAsync("report", work.Notebook("a.ipynb", "var window = 7;", Metric), "--notify", "file:///etc/passwd");
        Assert.Equal(2, ended.Code);
        Assert.False(Directory.Exists(work["reports"]));
    }
}
