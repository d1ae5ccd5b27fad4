using System.Text.Json.Nodes;
using UserOps.Kernel.Jupyter.Wire;

namespace UserOps.Kernel.Tests.Jupyter;

public sealed class HelpTests : IAsyncDisposable
{
    private readonly KernelUnderTest _kernel = new();

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

    [Fact]
    public void Members_are_completed_from_the_live_session()
    {
        _kernel.Run("var orders = new List<string>();");
        var reply = Complete("orders.AddR", 11);
        Assert.Equal(["AddRange"], Matches(reply));
        Assert.Equal((7, 11), (reply.Content.GetProperty("cursor_start").GetInt32(), reply.Content.GetProperty("cursor_end").GetInt32()));
        var typed = reply.Content.GetProperty("metadata").GetProperty("_jupyter_types_experimental")[0];
        Assert.Equal(("AddRange", "function"), (typed.GetProperty("text").GetString(), typed.GetProperty("type").GetString()));
    }

    [Fact]
    public void Help_does_not_wait_for_a_running_cell_and_leaves_it_busy()
    {
        string running = _kernel.SendCode("var names = new List<string>(); Console.Write(1); while (true) { }");
        _kernel.Until(running, "stream");
        Assert.Equal(["AddRange"], Matches(Complete("names.AddR", 10)));
        Assert.Equal("busy", _kernel.Next("status").Text("execution_state"));
        Assert.Contains("List<string>", Inspect("names", 2), StringComparison.Ordinal);
        _kernel.Send("interrupt_request", channel: Channel.Control);
        Assert.Equal("error", _kernel.Until(running).Where(message => message.Parent == running).Status());
    }

    [Fact]
    public void Places_are_counted_in_characters_of_Unicode()
    {
        const string code = "var s = \"😀😀\"; Console.WriteL";
        int end = code.Length - 2;
        var reply = Complete(code, end);
        Assert.Contains("WriteLine", Matches(reply));
        Assert.Equal((end - 6, end), (reply.Content.GetProperty("cursor_start").GetInt32(), reply.Content.GetProperty("cursor_end").GetInt32()));
    }

    [Fact]
    public void A_word_is_explained_and_so_is_an_open_call()
    {
        _kernel.Run("int Twice(int number) => 2 * number;");
        Assert.Contains("Twice(int number)", Inspect("Twice(1)", 3), StringComparison.Ordinal);
        Assert.Contains("Twice(int number)", Inspect("Twice(", 6), StringComparison.Ordinal);
        Assert.DoesNotContain("```", Inspect("Twice(1)", 3), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_explained_is_not_found()
    {
        var reply = _kernel.Ask("inspect_request", new() { ["code"] = "   ", ["cursor_pos"] = 1 }).Reply();
        Assert.False(reply.Content.GetProperty("found").GetBoolean());
        Assert.Equal("ok", reply.Text("status"));
    }

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("var x = new[] { 1, 2 };", "complete")]
    [InlineData("for (int i = 0; i < 3; i++)\n{", "incomplete")]
    [InlineData("Console.WriteLine(", "incomplete")]
    [InlineData("var = = ;", "invalid")]
    [InlineData("#!nonsense", "invalid")]
    public void A_cell_is_complete_or_not(string code, string expected) => Assert.Equal(expected, _kernel.Ask("is_complete_request", new() { ["code"] = code }).Status());

    [Fact]
    public void An_open_block_is_continued_with_its_indent() => Assert.Equal("    ",
        _kernel.Ask("is_complete_request", new() { ["code"] = "if (true)\n{" }).Reply().Text("indent"));

    private Received Complete(string code, int position) => _kernel.Ask("complete_request", new JsonObject { ["code"] = code, ["cursor_pos"] = position }).Reply();

    private string Inspect(string code, int position) => _kernel.Ask("inspect_request", new() { ["code"] = code, ["cursor_pos"] = position }).Reply().Data("text/plain");

    private static IEnumerable<string> Matches(Received reply) => reply.Content.GetProperty("matches").EnumerateArray().Select(match => match.GetString()!);
}
