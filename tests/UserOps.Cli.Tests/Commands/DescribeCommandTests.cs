using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using UserOps.Testing;

namespace UserOps.Cli.Tests.Commands;

public class DescribeCommandTests
{
    private const string Cell = "string data = \"\"; // a folder\nint days = 7; // 1..90: days to wait\nstring key = \"\"; // required, secret: of the mail service\n// needs: at least 100 orders (a model)\n// uses: users.channel (the curve by channel)\n// fresh: within 7 days\nstring by = \"\";\n// names: by (columns of users)";

    [Fact]
    public async Task Parameters_and_contract_are_told_in_words()
    {
        using var work = new Workplace();
        var ended = await Cli.RunAsync("describe", work.Notebook("a.ipynb", Cell));
        Assert.Equal(0, ended.Code);
        foreach (string part in (string[])["from 1 to 90", "days to wait", "required; secret, from USEROPS_KEY", "  at least 100 orders: a model", "  users.channel: the curve by channel", "may be 7 days old", "columns of users"])
            Assert.Contains(part, ended.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_is_told_as_json()
    {
        using var work = new Workplace();
        var json = JsonNode.Parse((await Cli.RunAsync("describe", work.Notebook("a.ipynb", Cell), "--json")).Results)!;
        Assert.Equal((1, 90, "7"), (json["parameters"]![1]!["range"]!["least"]!.GetValue<int>(), json["parameters"]![1]!["range"]!["most"]!.GetValue<int>(), json["parameters"]![1]!["values"]![0]!.GetValue<string>()));
        Assert.Equal("USEROPS_KEY", json["parameters"]![2]!["variable"]!.GetValue<string>());
        Assert.Equal("orders", json["contract"]!["needs"]![0]!["anyOf"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_shipped_notebook_says_what_its_parameters_are_and_what_it_needs()
    {
        foreach (string notebook in Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb"))
        {
            var json = JsonNode.Parse((await Cli.RunAsync("describe", notebook, "--json")).Results)!;
            Assert.NotNull(json["contract"]);
            string[] declared = [.. json["parameters"]!.AsArray().Select(parameter => parameter!["name"]!.GetValue<string>())];
            Assert.All(json["contract"]!["names"]!.AsArray().SelectMany(naming => naming!["parameters"]!.AsArray()), name => Assert.Contains(name!.GetValue<string>(), declared));
            Assert.All(json["parameters"]!.AsArray(), parameter => Assert.NotNull(parameter!["values"]));
            Assert.DoesNotContain(json["parameters"]!.AsArray(), parameter => parameter!["type"]!.GetValue<string>() is "int" or "double" && parameter["range"] is null);
        }
    }

    [Fact]
    public async Task Check_says_which_notebooks_an_export_can_feed()
    {
        using var work = new Workplace();
        work.Notebook("notebooks/1.ipynb", Cell);
        work.Notebook("notebooks/2.ipynb", "string data = \"\";\n// needs: orders\n// uses: events (the path)");
        work.Notebook("notebooks/3.ipynb", "string data = \"\";");
        work.Notebook("notebooks/4.ipynb", "string data = \"\";\nstring variant = \"\";\n// uses: exposures (every part)\n// uses: orders (what users did)\n// unless: variant (a wide table)");
        work.Write("may/orders.csv", "user_id,at,amount\n1,2024-05-01,10\n");
        var words = await Cli.RunAsync("check", "may");
        Assert.Contains("Which notebooks it can feed", words.Results, StringComparison.Ordinal);
        var json = JsonNode.Parse((await Cli.RunAsync("check", "may", "--json")).Results)!["notebooks"]!.AsArray();
        string[] rows = [.. words.Results.Split("What is missing")[1].Split('\n').Select(row => Regex.Replace(row.Trim(), " +", " "))];
        Assert.Contains("2 in part the path: The export has orders, and no table 'events'.", rows);
        Assert.Contains("4 no every part: The export has orders, and no table 'exposures'.", rows);
        Assert.Contains("With -p variant=… it reads a ready table instead.", rows);
        Assert.Equal([false, true, null, false], json.Select(notebook => notebook!["canAnswer"]?.GetValue<bool>()));
        Assert.Equal([false, true, null, true], json.Select(notebook => notebook!["canRun"]?.GetValue<bool>()));
        Assert.Equal(2, json[0]!["problems"]!.AsArray().Count);
        Assert.Single(json[1]!["blanks"]!.AsArray());
    }
}
