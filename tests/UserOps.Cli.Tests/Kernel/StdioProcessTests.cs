using System.Diagnostics;
using System.Text.Json;

namespace UserOps.Cli.Tests.Kernel;

/// <summary>The session over standard input and output as an editor starts it.</summary>
public sealed class StdioProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "UserOps.Cli.dll"), "kernel", "stdio"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    [Fact]
    public async Task A_notebook_runs_with_the_library_at_hand()
    {
        var messages = await RunAsync("Report.Metric(\"x\", 1, \"users\"); 6 * 7");
        Assert.Equal(["started", "display", "result", "done"], messages.Select(TypeOf));
        Assert.Equal("42", messages[2].GetProperty("data").GetProperty("text/plain").GetString());
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(0, _process.ExitCode);
    }

    [Fact]
    public async Task What_other_programs_print_or_read_does_not_disturb_the_messages()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A shell is started.");
        var messages = await RunAsync("var p = System.Diagnostics.Process.Start(\"sh\", [\"-c\", \"echo noise; cat\"]); p.WaitForExit(); p.ExitCode");
        Assert.Equal(["started", "result", "done"], messages.Select(TypeOf));
        Assert.Equal("0", messages[1].GetProperty("data").GetProperty("text/plain").GetString());
    }

    [Fact]
    public async Task A_cell_that_ends_the_process_is_answered_with_the_reason()
    {
        var messages = await RunAsync("Environment.Exit(3);");
        Assert.Equal(["started", "error", "done"], messages.Select(TypeOf));
        Assert.Contains("Environment.Exit(3)", messages[1].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("died", messages[2].GetProperty("status").GetString());
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(3, _process.ExitCode);
    }

    [Theory]
    [InlineData("int G(int n) => G(n + 1) + 1; G(0)")]
    public async Task A_function_that_calls_itself_for_ever_fails_and_the_session_goes_on(string code)
    {
        var messages = await RunAsync("var kept = 5;", code);
        Assert.Equal("InsufficientExecutionStackException", messages.Single(message => TypeOf(message) == "error").GetProperty("name").GetString());
        Assert.Equal("5", (await RunAsync("kept")).Single(message => TypeOf(message) == "result").GetProperty("data").GetProperty("text/plain").GetString());
    }

    [Fact]
    public async Task The_error_stream_says_why_when_the_process_dies_without_a_word()
    {
        await SendAsync("a", "void Fail() => Environment.FailFast(\"broken beyond repair\"); Fail();");
        string errors = await _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Contains("broken beyond repair", errors, StringComparison.Ordinal);
    }

    private async Task<List<JsonElement>> RunAsync(params string[] codes)
    {
        List<JsonElement> messages = [];
        foreach (string code in codes)
            messages.AddRange(await RunOneAsync(code));
        return messages;
    }

    private async Task<List<JsonElement>> RunOneAsync(string code)
    {
        string id = Guid.NewGuid().ToString();
        await SendAsync(id, code);
        List<JsonElement> messages = [];
        while (messages.Count == 0 || TypeOf(messages[^1]) != "done")
        {
            string line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken)
                ?? throw new EndOfStreamException("The process has ended.");
            using var message = JsonDocument.Parse(line);
            if (message.RootElement.TryGetProperty("id", out var about) && about.GetString() == id)
                messages.Add(message.RootElement.Clone());
        }
        return messages;
    }

    private Task SendAsync(string id, string code) => _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { id, type = "run", code }));

    private static string? TypeOf(JsonElement message) => message.GetProperty("type").GetString();
}
