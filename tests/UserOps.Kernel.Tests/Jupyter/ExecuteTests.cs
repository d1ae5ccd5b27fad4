using System.Text.Json.Nodes;

namespace UserOps.Kernel.Tests.Jupyter;

/// <summary>What clients rely on when they run cells; the promises that the tests of ipykernel and of Deno's kernel name.</summary>
public sealed class ExecuteTests : IAsyncDisposable
{
    private readonly KernelUnderTest _kernel = new();

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

    [Fact]
    public void A_cell_is_busy_then_echoed_then_shown_then_answered_then_idle() => Assert.Equal(
        ["status", "execute_input", "stream", "execute_result", "execute_reply", "status"], _kernel.Run("Console.Write(\"hi\"); 1 + 1").Types());

    [Fact]
    public void The_value_of_the_last_expression_is_the_result()
    {
        var result = _kernel.Run("1 + 1").Single(message => message.Type == "execute_result");
        Assert.Equal("2", result.Data("text/plain"));
        Assert.Equal(1, result.Content.GetProperty("execution_count").GetInt32());
    }

    [Fact]
    public void Cells_are_numbered_from_one_and_see_each_other()
    {
        Assert.Equal(1, _kernel.Run("var x = 40;").Count());
        var second = _kernel.Run("x + 2");
        Assert.Equal(2, second.Count());
        Assert.Equal("42", second.Single(message => message.Type == "execute_result").Data("text/plain"));
    }

    [Fact]
    public void A_silent_cell_shows_nothing_takes_no_number_and_is_no_history()
    {
        _kernel.Run("1");
        var silent = _kernel.Run("Console.Write(\"x\"); display(1); var kept = 3; 2", silent: true);
        Assert.Equal(["status", "execute_reply", "status"], silent.Types());
        Assert.Equal(1, silent.Count());
        Assert.Equal("3", _kernel.Run("kept").Single(message => message.Type == "execute_result").Data("text/plain"));
        Assert.Equal(2, _kernel.Ask("history_request", new() { ["hist_access_type"] = "tail" }).Reply().Content.GetProperty("history").GetArrayLength());
    }

    [Fact]
    public void A_silent_cell_that_fails_says_so_in_its_reply_alone()
    {
        var silent = _kernel.Run("throw new Exception(\"quiet\");", silent: true);
        Assert.Equal(["status", "execute_reply", "status"], silent.Types());
        Assert.Equal("error", silent.Status());
    }

    [Fact]
    public void A_cell_that_is_not_stored_shows_but_takes_no_number()
    {
        _kernel.Run("1");
        var unstored = _kernel.Run("2", store: false);
        Assert.Contains("execute_result", unstored.Types());
        Assert.Equal(1, unstored.Count());
        Assert.Equal(2, _kernel.Run("3").Count());
    }

    [Fact]
    public void A_failed_cell_tells_name_message_and_place()
    {
        var failed = _kernel.Run("int a = 1;\nthrow new InvalidOperationException(\"no\");");
        var error = failed.Single(message => message.Type == "error");
        Assert.Equal("InvalidOperationException", error.Text("ename"));
        Assert.Equal("no", error.Text("evalue"));
        Assert.Contains("cell 1, line 2", error.Content.GetProperty("traceback")[1].GetString(), StringComparison.Ordinal);
        Assert.Equal("error", failed.Status());
        Assert.Equal("no", failed.Reply().Text("evalue"));
        Assert.Equal(1, failed.Count());
    }

    [Fact]
    public void A_cell_that_does_not_compile_fails_before_any_of_it_runs()
    {
        var failed = _kernel.Run("Console.Write(\"never\"); nonsense();");
        Assert.Equal("error", failed.Status());
        Assert.Equal("", failed.Printed());
    }

    [Fact]
    public void Expressions_of_the_client_are_evaluated_after_the_cell_each_for_itself()
    {
        var reply = _kernel.Ask("execute_request", new()
        {
            ["code"] = "var x = 20;",
            ["user_expressions"] = new JsonObject { ["good"] = "x + 1", ["bad"] = "nothing" },
        }).Reply();
        var values = reply.Content.GetProperty("user_expressions");
        Assert.Equal("21", values.GetProperty("good").GetProperty("data").GetProperty("text/plain").GetString());
        Assert.Equal("ok", values.GetProperty("good").GetProperty("status").GetString());
        Assert.Equal("error", values.GetProperty("bad").GetProperty("status").GetString());
        Assert.Equal(0, reply.Content.GetProperty("payload").GetArrayLength());
        Assert.Equal(2, _kernel.Run("1").Count());
    }

    [Fact]
    public void An_error_aborts_the_cells_that_wait_and_no_later_ones()
    {
        string failing = _kernel.SendCode("await Task.Delay(300); throw new Exception(\"x\");"), waiting = _kernel.SendCode("1"), question = _kernel.Send("kernel_info_request");
        Assert.Equal("error", _kernel.Until(failing).Where(message => message.Parent == failing).Status());
        var aborted = _kernel.Until(waiting).Where(message => message.Parent == waiting).ToList();
        Assert.Equal("aborted", aborted.Status());
        Assert.Equal(["status", "execute_reply", "status"], aborted.Types());
        Assert.Equal("ok", _kernel.Until(question).Where(message => message.Parent == question).Status());
        Assert.Equal("ok", _kernel.Run("2").Status());
    }

    [Fact]
    public void An_error_aborts_nothing_where_the_client_says_so()
    {
        string failing = _kernel.SendCode("await Task.Delay(300); throw new Exception(\"x\");", stopOnError: false), waiting = _kernel.SendCode("1");
        _kernel.Until(failing);
        Assert.Equal("ok", _kernel.Until(waiting).Where(message => message.Parent == waiting).Status());
    }

    [Fact]
    public void Both_streams_keep_their_order()
    {
        var streams = _kernel.Run("Console.Write(\"a\"); Console.Error.Write(\"b\"); Console.Write(\"c\"); Console.Write(\"d\"); display(\"e\"); Console.Write(\"f\");")
            .Where(message => message.Type is "stream" or "display_data").Select(message => message.Type == "stream" ? $"{message.Text("name")} {message.Text("text")}" : "display");
        Assert.Equal(["stdout a", "stderr b", "stdout cd", "display", "stdout f"], streams);
    }

    [Fact]
    public void A_display_is_updated_under_its_id_also_by_a_later_cell()
    {
        var shown = _kernel.Run("var d = display(\"one\"); d.Update(\"two\");").Where(message => message.Type.Contains("display", StringComparison.Ordinal)).ToList();
        Assert.Equal(["display_data", "update_display_data"], shown.Types());
        Assert.Equal(["one", "two"], shown.Select(message => message.Data("text/plain")));
        var later = _kernel.Run("d.Update(\"three\");").Single(message => message.Type == "update_display_data");
        Assert.Single(shown.Append(later).Select(message => message.Content.GetProperty("transient").GetProperty("display_id").GetString()).Distinct());
    }

    [Fact]
    public void Json_renderings_arrive_as_json_and_text_as_text()
    {
        var data = _kernel.Run("\"{\\\"a\\\":1}\".DisplayAs(\"application/json\"); \"broken\".DisplayAs(\"application/json\");").Where(message => message.Type == "display_data")
            .Select(message => message.Content.GetProperty("data").GetProperty("application/json")).ToList();
        Assert.Equal(1, data[0].GetProperty("a").GetInt32());
        Assert.Equal("broken", data[1].GetString());
    }

    [Fact]
    public void A_cell_can_clear_what_it_has_shown()
    {
        var cleared = _kernel.Run("display(1); ClearOutput(wait: true); display(2);");
        Assert.Equal(["display_data", "clear_output", "display_data"], cleared.Types().Where(type => type.Contains("output", StringComparison.Ordinal) || type.Contains("display", StringComparison.Ordinal)));
        Assert.True(cleared.Single(message => message.Type == "clear_output").Content.GetProperty("wait").GetBoolean());
    }

    [Fact]
    public void Output_of_a_thread_arrives_after_its_cell_has_ended()
    {
        string id = _kernel.SendCode("_ = Task.Run(async () => { await Task.Delay(300); Console.Write(\"late\"); });");
        _kernel.Until(id);
        var late = _kernel.Next("stream");
        Assert.Equal(("late", id), (late.Text("text"), late.Parent));
    }

    [Fact]
    public void An_exception_of_a_thread_is_told_and_the_session_goes_on()
    {
        string id = _kernel.SendCode("var t = new System.Threading.Thread(() => throw new Exception(\"lost thread\")); t.Start(); t.Join(); 1");
        Assert.Contains("lost thread", _kernel.Until(id).Printed("stderr"), StringComparison.Ordinal);
        Assert.Equal("ok", _kernel.Run("2").Status());
    }

    [Fact]
    public void Fifty_megabytes_of_text_arrive_whole()
    {
        var exchange = _kernel.Run("for (int i = 0; i < 50; i++) Console.WriteLine(new string((char)('a' + i % 26), 1_000_000));");
        string text = exchange.Printed();
        Assert.Equal(50 * 1_000_001, text.Length);
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal((char)('a' + i % 26), text[i * 1_000_001]));
        Assert.InRange(exchange.Count(message => message.Type == "stream"), 50, 400);
    }

    [Fact]
    public void Many_small_lines_arrive_in_few_messages()
    {
        var exchange = _kernel.Run("for (int i = 0; i < 100_000; i++) Console.WriteLine(i);");
        Assert.Equal(100_000, exchange.Printed().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.True(exchange.Count(message => message.Type == "stream") < 200);
    }
}
