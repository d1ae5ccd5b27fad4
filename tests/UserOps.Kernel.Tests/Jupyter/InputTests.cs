using UserOps.Kernel.Jupyter.Wire;

namespace UserOps.Kernel.Tests.Jupyter;

public sealed class InputTests : IAsyncDisposable
{
    private readonly KernelUnderTest _kernel = new();

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

    [Theory]
    [InlineData("await GetInputAsync(\"Who?\")", "Who?", false)]
    [InlineData("Console.ReadLine()", "", false)]
    [InlineData("(await GetPasswordAsync(\"Key?\")).GetClearTextPassword()", "Key?", true)]
    public void A_cell_asks_and_gets_the_answer(string code, string prompt, bool isPassword)
    {
        string id = _kernel.SendCode(code, input: true);
        var question = _kernel.Next("input_request");
        Assert.Equal((Channel.Stdin, id, prompt, isPassword), (question.Channel, question.Parent, question.Text("prompt"), question.Content.GetProperty("password").GetBoolean()));
        _kernel.Send("input_reply", new() { ["value"] = "你好" }, Channel.Stdin);
        Assert.Equal("你好", _kernel.Until(id).Single(message => message.Type == "execute_result").Data("text/plain"));
    }

    [Fact]
    public void A_cell_that_asks_where_nobody_answers_says_what_to_do()
    {
        var failed = _kernel.Run("await GetInputAsync(\"Who?\")");
        Assert.Equal("error", failed.Status());
        Assert.Contains("answers no questions", failed.Reply().Text("evalue"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_can_be_interrupted()
    {
        string id = _kernel.SendCode("Console.ReadLine()", input: true);
        _kernel.Next("input_request");
        _kernel.Send("interrupt_request", channel: Channel.Control);
        Assert.Equal("Stopped", _kernel.Until(id).Where(message => message.Parent == id).Reply().Text("ename"));
        Assert.Equal("ok", _kernel.Run("1").Status());
    }

    [Fact]
    public void An_answer_that_nobody_waits_for_is_left_alone()
    {
        _kernel.Send("input_reply", new() { ["value"] = "x" }, Channel.Stdin);
        Assert.Equal("ok", _kernel.Run("1").Status());
    }
}
