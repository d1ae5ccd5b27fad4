using System.Text.RegularExpressions;
using UserOps.Data;
using UserOps.Testing;

namespace UserOps.Cli.Tests;

/// <summary>What the documentation shows can be typed as it stands.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public async Task The_code_of_the_readme_runs_in_a_notebook()
    {
        using var work = new Workplace();
        string shop = Path.Combine(Repository.Root, "data-samples", "shop").Replace('\\', '/');
        await Run(work, [.. CodeOf("README.md").Select(code => code.Replace("\"data-samples/shop\"", $"\"{shop}\"", StringComparison.Ordinal))]);
    }

    [Fact]
    public async Task The_code_of_the_guide_to_exports_runs_in_a_notebook()
    {
        using var work = new Workplace();
        work.Write("exports/shop/events.csv", "user_id,event,at\na,visit,2024-01-05 10:00:00\n");
        work.Write("exports/retail/retail.csv", "CustomerID,InvoiceDate,Quantity,UnitPrice\n17850,2024-01-05 10:00:00,2,1.50\n");
        work.Write("telco.csv", "customerID,tenure,Churn\n7590-VHVEG,1,No\n");
        await Run(work, CodeOf("docs/exports.md"));
    }

    [Fact]
    public async Task The_code_of_the_guide_to_lessons_runs_in_a_notebook()
    {
        using var work = new Workplace();
        string shop = Path.Combine(Repository.Root, "data-samples", "shop").Replace('\\', '/');
        await Run(work, [$"var shop = Dataset.Open(\"{shop}\");", .. CodeOf("docs/lessons.md"), "Check.That(\"q1\", null); Check.Faults();"]);
    }

    [Fact]
    public void Every_call_that_the_readme_lists_exists()
    {
        string[] methods = [.. typeof(Dataset).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods()).Select(method => method.Name).Distinct()];
        string table = Text("README.md").Split("| question | call |")[1].Split("\n\n")[0];
        string[] calls = [.. Quoted().Matches(table).Select(match => match.Groups[1].Value)];
        Assert.True(calls.Length >= 14);
        Assert.All(calls, call => Assert.Contains(call, methods));
    }

    [Fact]
    public async Task Every_option_of_a_command_that_the_readme_shows_is_in_its_help()
    {
        string[] lines = [.. Text("README.md").Split('\n').Where(line => line.StartsWith("./userops ", StringComparison.Ordinal))];
        Assert.True(lines.Length >= 5);
        foreach (string line in lines)
        {
            string[] words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string[] command = words[1] is "kernel" or "lesson" ? words[1..3] : words[1..2];
            string help = (await Cli.RunAsync([.. command, "--help"])).Results;
            Assert.All(words.Where(word => word.StartsWith('-')), option => Assert.Contains(option, help, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_link_of_the_documentation_leads_to_a_file() => Assert.All(
        ["README.md", "docs/exports.md", "docs/delivery.md", "docs/lessons.md", "docs/runs.md", "docs/scheduling.md", "docs/serving.md", "docs/stdio-protocol.md", "data-samples/README.md", "benchmarks/README.md"],
        page => Assert.All(
            Link().Matches(Text(page)).Select(match => match.Groups[1].Value).Where(target => !target.Contains("://", StringComparison.Ordinal)),
            target => Assert.True(Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, target)), $"{page}: {target}")));

    private static async Task Run(Workplace work, string[] code)
    {
        Assert.NotEmpty(code);
        var ended = await Cli.RunAsync("report", work.Notebook("documentation.ipynb", "", code), "--out", work["out"]);
        Assert.True(ended.Code == 0, ended.Messages);
    }

    private static string[] CodeOf(string page) => [.. CSharp().Matches(Text(page)).Select(match => match.Groups[1].Value)];

    private static string Text(string page) => File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();
}
