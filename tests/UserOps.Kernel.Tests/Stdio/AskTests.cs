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
    public async Task A_dib_file_is_read_and_written_with_what_it_holds_besides_cells()
    {
        const string file = "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\"}}\n\n#!markdown\n\n# Title\n\n#!csharp\n\nvar x = 1;\nx\n";
        var notebook = await _server.AskAsync("parse", new() { ["name"] = "a.dib", ["text"] = file });
        Assert.Equal("Title", notebook.Text("title"));
        var cells = JsonNode.Parse(notebook.GetProperty("cells").GetRawText())!.AsArray();
        Assert.Equal(["markdown", "csharp"], cells.Select(cell => (string)cell!["language"]!));
        Assert.Equal(file, (await _server.AskAsync("write", new() { ["name"] = "a.dib", ["original"] = file, ["cells"] = cells.DeepClone() })).Text("text"));
        cells[1]!["code"] = "var x = 2;";
        Assert.Equal(file.Replace("var x = 1;\nx", "var x = 2;", StringComparison.Ordinal), (await _server.AskAsync("write", new() { ["name"] = "a.dib", ["original"] = file, ["cells"] = cells })).Text("text"));
    }

    [Fact]
    public async Task A_dib_file_refuses_a_language_that_it_cannot_hold()
    {
        var answer = await _server.AskAsync("write", new() { ["name"] = "a.dib", ["cells"] = new JsonArray(new JsonObject { ["language"] = "python", ["code"] = "1" }) });
        Assert.Contains("'python'", answer.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ipynb_file_keeps_its_bytes_where_nothing_changed()
    {
        const string file = """{"cells":[{"cell_type":"code","metadata":{"mine":1},"source":["1"],"outputs":[],"execution_count":null}],"metadata":{"own":true},"nbformat":4,"nbformat_minor":2}""";
        var cells = JsonNode.Parse((await _server.AskAsync("parse", new() { ["name"] = "a.ipynb", ["text"] = file })).GetProperty("cells").GetRawText())!;
        Assert.Equal(file, (await _server.AskAsync("write", new() { ["name"] = "a.ipynb", ["original"] = file, ["cells"] = cells })).Text("text"));
    }

    [Fact]
    public async Task Packages_of_a_notebook_are_prepared()
    {
        var answer = await _server.AskAsync("prepare", new() { ["cells"] = new JsonArray(new JsonObject { ["language"] = "csharp", ["code"] = "var x = 1;" }) });
        Assert.Equal("answer", answer.Text("type"));
    }
}
