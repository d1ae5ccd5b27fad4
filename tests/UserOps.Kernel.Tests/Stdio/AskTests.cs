using System.Text.Json;
using System.Text.Json.Nodes;

namespace UserOps.Kernel.Tests.Stdio;

public sealed class AskTests : IAsyncDisposable
{
    private readonly ServerUnderTest _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_completion_lists_items_and_explains_one_when_asked()
    {
        await _server.RunAsync("var orders = new List<string>();");
        string id = await _server.SendAsync("complete", new() { ["code"] = "orders.AddR", ["position"] = 11 });
        var list = (await _server.UntilAsync(id, "answer"))[^1];
        Assert.Equal((7, 11), (list.Number("start"), list.Number("end")));
        Assert.Equal(("AddRange", "method"), (list.GetProperty("items")[0].Text("text"), list.GetProperty("items")[0].Text("kind")));
        Assert.Contains("AddRange", (await _server.AskAsync("explain", new() { ["of"] = id, ["item"] = 0 })).Text("detail"), StringComparison.Ordinal);
        Assert.Null((await _server.AskAsync("explain", new() { ["of"] = "another", ["item"] = 0 })).Text("detail"));
    }

    [Fact]
    public async Task Help_comes_while_a_cell_runs()
    {
        await _server.RunAsync("int Twice(int number) => 2 * number;");
        string running = await _server.SendAsync("run", new() { ["code"] = "while (true) { }" });
        await _server.UntilAsync(running, "started");
        Assert.Contains("Twice(int number)", (await _server.AskAsync("hover", new() { ["code"] = "Twice(1)", ["position"] = 2 })).Text("markdown"), StringComparison.Ordinal);
        var signatures = await _server.AskAsync("signatures", new() { ["code"] = "Twice(", ["position"] = 6 });
        Assert.Equal(0, signatures.Number("activeParameter"));
        Assert.Contains("number", signatures.GetProperty("signatures")[0].GetProperty("parameters")[0].Text("text"), StringComparison.Ordinal);
        var error = (await _server.AskAsync("diagnostics", new() { ["code"] = "int x = \"\";" })).GetProperty("diagnostics")[0];
        Assert.Equal(("error", "CS0029", 8, 10), (error.Text("severity"), error.Text("code"), error.Number("start"), error.Number("end")));
        await _server.SendLineAsync($$"""{"id":"{{running}}","type":"stop"}""");
        await _server.UntilAsync(running);
    }

    [Fact]
    public async Task Variables_are_told_with_type_and_value()
    {
        await _server.RunAsync("int n = 3; string[] names = [\"a\"]; var byName = new Dictionary<string, List<double?>>(); DateOnly? day = null;");
        var variables = (await _server.AskAsync("variables")).GetProperty("variables").EnumerateArray().Select(one => $"{one.Text("name")} {one.Text("variableType")}");
        Assert.Equal(["byName Dictionary<string, List<double?>>", "day DateOnly?", "n int", "names string[]"], variables);
        Assert.Equal("3", (await _server.AskAsync("variables")).GetProperty("variables")[2].Text("text"));
    }

    [Fact]
    public async Task Parameters_are_listed_and_set_once_they_fit()
    {
        var cells = new JsonArray(new JsonObject { ["language"] = "csharp", ["code"] = "int days = 7; // how many", ["tags"] = new JsonArray("parameters") });
        var listed = await _server.AskAsync("parameters", new() { ["cells"] = cells.DeepClone() });
        var parameter = Assert.Single(listed.GetProperty("parameters").EnumerateArray());
        Assert.Equal(("days", "int", "7", "how many"), (parameter.Text("name"), parameter.Text("parameterType"), parameter.Text("default"), parameter.Text("description")));
        var set = await _server.AskAsync("set", new() { ["cells"] = cells.DeepClone(), ["values"] = new JsonObject { ["days"] = "28" } });
        Assert.Equal("int days = 28; // how many", set.Text("code"));
        var refused = await _server.AskAsync("set", new() { ["cells"] = cells, ["values"] = new JsonObject { ["days"] = "many", ["dais"] = "1" } });
        Assert.Equal("failed", refused.Text("type"));
        Assert.Contains("'many'", refused.Text("message"), StringComparison.Ordinal);
        Assert.Contains("'dais' is unknown", refused.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_of_parameters_are_told_and_kept()
    {
        var cells = ParameterCells("int days = 7; // 1..90: days\nstring by = \"channel\"; // one of channel, platform: what splits\nstring file = \"\"; // required");
        var listed = (await _server.AskAsync("parameters", new() { ["cells"] = cells.DeepClone() })).GetProperty("parameters");
        Assert.Equal("from 1 to 90", listed[0].Text("range"));
        Assert.Equal(["channel", "platform"], listed[1].GetProperty("choices").EnumerateArray().Select(one => one.GetString()!));
        Assert.Equal("channel", listed[1].GetProperty("values")[0].GetString());
        Assert.Equal((false, true), (listed[1].Flag("required"), listed[2].Flag("required")));
        Assert.Equal("'days' is from 1 to 90, not 100.", (await SetAsync(cells, "days", "100")).Text("message"));
        Assert.Equal("'file' is required and cannot be empty.", (await SetAsync(cells, "file", "")).Text("message"));
        Assert.Contains("days = 9;", (await SetAsync(cells, "days", "9")).Text("code"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_kept_by_the_process_and_not_written()
    {
        var cells = ParameterCells("int days = 7; string stdioKey = \"\"; // secret");
        var told = (await _server.AskAsync("parameters", new() { ["cells"] = cells.DeepClone() })).GetProperty("parameters")[1];
        Assert.Equal((true, "USEROPS_STDIO_KEY", null), (told.Flag("secret"), told.Text("variable"), told.Text("default")));
        Assert.StartsWith("'stdioKey' is secret and shorter than 6 characters", (await SetAsync(cells, "stdioKey", "abc")).Text("message"), StringComparison.Ordinal);
        string code = (await SetAsync(cells, "stdioKey", "opensesame")).Text("code")!;
        Assert.Equal("int days = 7; string stdioKey = System.Environment.GetEnvironmentVariable(\"USEROPS_STDIO_KEY\")!; // secret", code);
        Assert.Contains(await _server.RunAsync(code + "\nstdioKey.Length"), message => message.Text("type") == "result" && message.GetProperty("data").Text("text/plain") == "10");
        Assert.DoesNotContain("Environment", (await SetAsync(cells, "days", "8")).Text("code"), StringComparison.Ordinal);
    }

    private static JsonArray ParameterCells(string code) => new(new JsonObject { ["language"] = "csharp", ["code"] = code, ["tags"] = new JsonArray("parameters") });

    private Task<JsonElement> SetAsync(JsonArray cells, string name, string value) =>
        _server.AskAsync("set", new() { ["cells"] = cells.DeepClone(), ["values"] = new JsonObject { [name] = value } });

    [Fact]
    public async Task Packages_of_a_notebook_are_prepared()
    {
        var answer = await _server.AskAsync("prepare", new() { ["cells"] = new JsonArray(new JsonObject { ["language"] = "csharp", ["code"] = "var x = 1;" }) });
        Assert.Equal("answer", answer.Text("type"));
    }
}
