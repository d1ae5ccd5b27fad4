using System.Diagnostics;
using System.Text;
using UserOps.Kernel.Jupyter.Wire;

namespace UserOps.Kernel.Tests.Jupyter;

public sealed class ControlTests : IAsyncDisposable
{
    private readonly KernelUnderTest _kernel = new();

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(60_000);")]
    [InlineData("await Task.Delay(60_000);")]
    [InlineData("while (true) Console.Write(\"x\");")]
    public void An_interrupt_stops_a_cell_within_two_seconds_and_keeps_variables(string code)
    {
        _kernel.Run("var kept = 7;");
        string id = SendRunning("kept = 8;", code);
        var clock = Stopwatch.StartNew();
        string interrupt = _kernel.Send("interrupt_request", channel: Channel.Control);
        var messages = _kernel.Until(id);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.Elapsed}");
        Assert.Equal("Stopped", messages.Where(message => message.Parent == id).Reply().Text("ename"));
        Assert.Contains(messages, message => message.Parent == interrupt && message.Type == "interrupt_reply");
        Assert.Equal("8", _kernel.Run("kept").Single(message => message.Type == "execute_result").Data("text/plain"));
    }

    [Fact]
    public void An_interrupt_aborts_the_cells_that_wait()
    {
        string first = SendRunning("", "while (true) { }"), second = _kernel.SendCode("1");
        _kernel.Send("interrupt_request", channel: Channel.Control);
        _kernel.Until(first);
        Assert.Equal("aborted", _kernel.Until(second).Where(message => message.Parent == second).Status());
    }

    [Fact]
    public void An_interrupt_without_a_running_cell_does_nothing()
    {
        Assert.Equal("ok", _kernel.Ask("interrupt_request", channel: Channel.Control).Status());
        Assert.Equal("ok", _kernel.Run("1").Status());
    }

    [Fact]
    public async Task A_kernel_answers_who_it_is_and_can_be_interrupted_while_its_engine_starts()
    {
        using var engine = new ManualResetEventSlim();
        await using var kernel = new KernelUnderTest(() =>
        {
            engine.Wait();
            return new();
        });
        Assert.Equal("ok", kernel.Ask("kernel_info_request").Status());
        string id = kernel.SendCode("1"), waiting = kernel.SendCode("2");
        kernel.Until(id, "execute_input");
        kernel.Send("interrupt_request", channel: Channel.Control);
        Assert.Equal("Stopped", kernel.Until(id).Where(message => message.Parent == id).Reply().Text("ename"));
        Assert.Equal("aborted", kernel.Until(waiting).Where(message => message.Parent == waiting).Status());
        engine.Set();
        Assert.Equal("ok", kernel.Run("1").Status());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_shutdown_is_answered_told_to_all_and_done(bool restart)
    {
        var messages = _kernel.Ask("shutdown_request", new() { ["restart"] = restart }, Channel.Control);
        Assert.Equal([Channel.IoPub, Channel.Control], messages.Where(message => message.Type == "shutdown_reply").Select(message => message.Channel));
        Assert.Equal(restart, messages.Reply().Content.GetProperty("restart").GetBoolean());
        await _kernel.Ended.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_shutdown_does_not_wait_for_a_cell()
    {
        SendRunning("", "while (true) { }");
        _kernel.Ask("shutdown_request", channel: Channel.Control);
        await _kernel.Ended.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Debuggers_are_told_that_there_is_none()
    {
        var reply = _kernel.Ask("debug_request", new() { ["type"] = "request", ["seq"] = 4, ["command"] = "initialize" }, Channel.Control).Reply();
        Assert.Equal("error", reply.Text("status"));
        Assert.False(reply.Content.GetProperty("success").GetBoolean());
        Assert.Equal(4, reply.Content.GetProperty("request_seq").GetInt32());
    }

    [Theory]
    [InlineData("teleport_request", true)]
    [InlineData("teleport", false)]
    public void An_unknown_message_is_answered_where_it_is_a_request_and_harms_nothing(string type, bool isAnswered)
    {
        var messages = _kernel.Ask(type);
        Assert.Equal(isAnswered, messages.Types().Contains("teleport_reply"));
        Assert.Equal("ok", _kernel.Run("1").Status());
    }

    [Fact]
    public void A_message_with_a_wrong_signature_or_no_sense_is_dropped()
    {
        var forged = new MessageFormat("another key", TimeProvider.System).Write([[1]], "execute_request", default, new() { ["code"] = "var forged = 1;" });
        _kernel.SendRaw(Channel.Shell, forged);
        _kernel.SendRaw(Channel.Shell, [1, 2], [3]);
        _kernel.SendRaw(Channel.Control, "<IDS|MSG>"u8.ToArray(), [], [], [], []);
        Assert.Equal(1, _kernel.Run("1").Count());
        Assert.Equal("error", _kernel.Run("forged").Status());
    }

    [Fact]
    public void Each_subscriber_is_welcomed_on_its_topic()
    {
        _kernel.SendRaw(Channel.IoPub, [1, .. Encoding.UTF8.GetBytes("stream")]);
        Assert.Equal("stream", _kernel.Next("iopub_welcome").Text("subscription"));
    }

    [Fact]
    public void Comms_are_refused_politely()
    {
        Assert.Empty(_kernel.Ask("comm_info_request").Reply().Content.GetProperty("comms").EnumerateObject());
        var messages = _kernel.Ask("comm_open", new() { ["comm_id"] = "c1", ["target_name"] = "jupyter.widget" });
        Assert.Equal(["status", "comm_close", "status"], messages.Types());
        Assert.Equal("c1", messages.Single(message => message.Type == "comm_close").Text("comm_id"));
        Assert.Equal(["status", "status"], _kernel.Ask("comm_msg", new() { ["comm_id"] = "c1" }).Types());
    }

    /// <summary>Sends a cell and waits until its first part has run.</summary>
    private string SendRunning(string first, string then)
    {
        string id = _kernel.SendCode($"{first} Console.Write(\"running\"); {then}");
        _kernel.Until(id, "stream");
        return id;
    }

    [Fact]
    public void The_kernel_says_what_it_is()
    {
        var info = _kernel.Ask("kernel_info_request").Reply().Content;
        Assert.Equal("5.4", info.GetProperty("protocol_version").GetString());
        Assert.Equal("csharp", info.GetProperty("language_info").GetProperty("name").GetString());
        Assert.Equal(".cs", info.GetProperty("language_info").GetProperty("file_extension").GetString());
        Assert.Equal("ok", _kernel.Ask("kernel_info_request", channel: Channel.Control).Status());
    }
}
