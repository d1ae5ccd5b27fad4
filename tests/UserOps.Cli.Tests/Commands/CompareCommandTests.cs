using System.Text.Json.Nodes;

namespace UserOps.Cli.Tests.Commands;

public class CompareCommandTests
{
    private const string Parameters = "string data = \"week1\";";

    private static readonly string[] Code =
    [
        "var export = Dataset.Open(data);\nexport.Quality.Overview",
        "Section.Of(\"Path\", () => export.Funnel(\"visit\", \"view_product\", \"cart\", \"checkout\", \"pay\")).Report(path => path.ConversionMetric(\"core_path.conversion\", \"Core-path conversion\"))",
        "Report.Metrics(Aarrr.Review(export).Metrics);",
    ];

    private static Task<Ended> Sample(string folder, string from, string until, params string[] more) =>
        Cli.RunAsync(["sample", folder, "--users", "6000", "--from", from, "--until", until, .. more]);

    [Fact]
    public async Task Two_exports_of_one_shop_made_as_the_help_shows_are_compared_and_the_planted_change_is_found_with_its_step()
    {
        using var place = new Workplace();
        string notebook = place.Notebook("path.ipynb", Parameters, Code);
        foreach (string example in (await Cli.RunAsync("sample", "--help")).Results.Split('\n').Select(line => line.Trim()).Where(line => line.Contains(" --until ", StringComparison.Ordinal) && line.StartsWith("userops", StringComparison.Ordinal)))
            await Cli.RunAsync(example.Split(' ')[1..]);
        await Cli.RunAsync("report", notebook, "--data", "april", "--out", "one");
        await Cli.RunAsync("report", notebook, "--data", "may", "--out", "two");
        var ended = await Cli.RunAsync("compare", "one", "two");
        Assert.Equal(0, ended.Code);
        Assert.Contains("path: Run ", ended.Results, StringComparison.Ordinal);
        Assert.Contains("(may, data up to 2024-06-02) against run ", ended.Results, StringComparison.Ordinal);
        Assert.Contains("Core-path conversion fell, for the worse", ended.Results, StringComparison.Ordinal);
        Assert.Contains("By factor: checkout → pay", ended.Results, StringComparison.Ordinal);
        var json = JsonNode.Parse((await Cli.RunAsync("compare", "one", "two", "--json")).Results)!;
        var change = json["notebooks"]![0]!["changes"]!.AsArray().Single(one => (string)one!["metric"]! == "core_path.conversion")!;
        Assert.Equal("fell", (string)change["verdict"]!);
        Assert.True((double)change["interval"]!["upper"]! < 0);
    }

    [Fact]
    public async Task Notebooks_that_run_side_by_side_leave_the_same_evidence_and_no_page_or_notebook_holds_any()
    {
        using var place = new Workplace();
        string first = place.Notebook("first.ipynb", Parameters, Code), second = place.Notebook("second.ipynb", Parameters, Code);
        await Sample("week1", "2024-04-08", "2024-05-06");
        await Cli.RunAsync("report", first, second, "--data", "week1", "--out", "out");
        await Cli.RunAsync("report", first, second, "--data", "week1", "--out", "out", "--jobs", "2");
        string[] runs = [.. Directory.GetDirectories(Path.Combine("out", "runs")).Order(StringComparer.Ordinal)];
        Assert.Equal(2, runs.Length);
        foreach (string name in (string[])["first", "second"])
            Assert.Equal(File.ReadAllBytes(Path.Combine(runs[0], name + ".evidence.gz")), File.ReadAllBytes(Path.Combine(runs[1], name + ".evidence.gz")));
        Assert.DoesNotContain(Directory.GetFiles("out"), file => file.EndsWith(".evidence.gz", StringComparison.Ordinal));
        Assert.DoesNotContain("influence", File.ReadAllText(Path.Combine(runs[0], "first.ipynb")) + File.ReadAllText(Path.Combine(runs[0], "first.metrics.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_run_and_no_change_is_refused_in_one_message()
    {
        using var place = new Workplace();
        var nowhere = await Cli.RunAsync("compare", "nowhere", "reports");
        Assert.Equal((2, true), (nowhere.Code, nowhere.Messages.Contains("There is no run at 'nowhere'", StringComparison.Ordinal)));
        var history = await Cli.RunAsync("history", "nowhere");
        Assert.Equal((2, true), (history.Code, history.Messages.Contains("keeps no finished run", StringComparison.Ordinal)));
        var sample = await Cli.RunAsync("sample", "shop", "--change", "tomorrow");
        Assert.Equal((2, true), (sample.Code, sample.Messages.Contains("is no change", StringComparison.Ordinal)));
        var outside = await Cli.RunAsync("sample", "shop", "--from", "2023-01-01");
        Assert.Equal((2, true), (outside.Code, outside.Messages.Contains("can be exported", StringComparison.Ordinal)));
        File.WriteAllText(place["later.metrics.json"], "{\"version\": 9}");
        var later = await Cli.RunAsync("compare", "later.metrics.json", "later.metrics.json");
        Assert.Equal((2, true), (later.Code, later.Messages.Contains("later version", StringComparison.Ordinal)));
    }
}
