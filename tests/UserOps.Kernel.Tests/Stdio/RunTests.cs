using System.Diagnostics;

namespace UserOps.Kernel.Tests.Stdio;

public sealed class RunTests : IAsyncDisposable
{
    private readonly ServerUnderTest _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_server_greets_with_its_protocol()
    {
        var hello = await _server.NextAsync();
        Assert.Equal(("hello", 1), (hello.Text("type"), hello.Number("protocol")));
    }

    [Fact]
    public async Task A_cell_starts_shows_and_is_done()
    {
        var messages = await _server.RunAsync("Console.Write(\"hi\"); var d = display(\"a\"); d.Update(\"b\"); 1 + 1");
        Assert.Equal(["started", "stream", "display", "update", "result", "done"], messages.Types());
        Assert.Equal(1, messages.Single("started").Number("number"));
        Assert.Equal(("stdout", "hi"), (messages.Single("stream").Text("name"), messages.Single("stream").Text("text")));
        Assert.Equal(messages.Single("display").Text("display"), messages.Single("update").Text("display"));
        Assert.Equal("2", messages.Single("result").Plain());
        Assert.Equal("ok", messages.Single("done").Text("status"));
    }

    [Fact]
    public async Task A_failed_cell_tells_why()
    {
        var messages = await _server.RunAsync("throw new Exception(\"no\");");
        var error = messages.Single("error");
        Assert.Equal(("Exception", "no"), (error.Text("name"), error.Text("message")));
        Assert.Contains("cell 1, line 1", error.GetProperty("traceback")[1].GetString(), StringComparison.Ordinal);
        Assert.Equal("failed", messages.Single("done").Text("status"));
    }

    [Fact]
    public async Task Cells_of_other_languages_are_shown_or_refused()
    {
        Assert.Equal("<b>x</b>", (await _server.RunAsync("<b>x</b>", "html")).Single("display").GetProperty("data").Text("text/html"));
        Assert.Equal("failed", (await _server.RunAsync("let x = 1", "fsharp")).Single("done").Text("status"));
    }

    [Fact]
    public async Task A_running_cell_is_stopped_by_its_request_and_a_waiting_one_never_starts()
    {
        string loops = await _server.SendAsync("run", new() { ["code"] = "while (true) { }" }), waits = await _server.SendAsync("run", new() { ["code"] = "1" });
        await _server.UntilAsync(loops, "started");
        await _server.SendLineAsync($$"""{"id":"{{waits}}","type":"stop"}""");
        var clock = Stopwatch.StartNew();
        await _server.SendLineAsync($$"""{"id":"{{loops}}","type":"stop"}""");
        Assert.Equal("stopped", (await _server.UntilAsync(loops))[^1].Text("status"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2));
        var unstarted = await _server.UntilAsync(waits);
        Assert.Equal(["done"], unstarted.Types());
        Assert.Equal("notRun", unstarted[0].Text("status"));
        Assert.Equal("ok", (await _server.RunAsync("2"))[^1].Text("status"));
    }

    [Fact]
    public async Task A_cell_is_stopped_while_the_engine_starts()
    {
        using var engine = new ManualResetEventSlim();
        await using var server = new ServerUnderTest(() =>
        {
            engine.Wait();
            return new();
        });
        string id = await server.SendAsync("run", new() { ["code"] = "1" });
        await server.UntilAsync(id, "started");
        await server.SendLineAsync($$"""{"id":"{{id}}","type":"stop"}""");
        Assert.Equal("stopped", (await server.UntilAsync(id))[^1].Text("status"));
        engine.Set();
        Assert.Equal("ok", (await server.RunAsync("1"))[^1].Text("status"));
    }

    [Fact]
    public async Task A_cell_asks_and_gets_the_answer()
    {
        string id = await _server.SendAsync("run", new() { ["code"] = "await GetInputAsync(\"Who?\")" });
        var question = (await _server.UntilAsync(id, "input"))[^1];
        Assert.Equal(("Who?", false), (question.Text("prompt"), question.Flag("password")));
        await _server.SendLineAsync($$"""{"id":"{{id}}","type":"input","value":"Ada"}""");
        Assert.Equal("Ada", (await _server.UntilAsync(id)).Single("result").Plain());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"type":"run"}""")]
    [InlineData("""{"id":"x","type":"teleport"}""")]
    [InlineData("""{"id":"x","type":"run"}""")]
    [InlineData("""{"id":"x","type":"complete","code":"a","position":2}""")]
    [InlineData("""{"id":"x","type":"set","cells":[]}""")]
    public async Task A_request_that_makes_no_sense_is_refused_in_words_and_harms_nothing(string line)
    {
        await _server.NextAsync();
        await _server.SendLineAsync(line);
        var answer = await _server.NextAsync();
        Assert.Equal("failed", answer.Text("type"));
        Assert.NotEmpty(answer.Text("message")!);
        Assert.Equal("ok", (await _server.RunAsync("1"))[^1].Text("status"));
    }
}
