using System.Globalization;
using UserOps.Notebooks.Documents;
using static UserOps.Notebooks.Tests.Notebook;

namespace UserOps.Notebooks.Tests.Execution;

public class SessionTests
{
    [Fact]
    public async Task Value_of_the_last_expression_is_the_result() => Assert.Equal("3", await TextAsync("1 + 2"));

    [Fact]
    public async Task Semicolon_silences_the_last_expression() => Assert.Empty(await OutputsAsync("1.ToString();"));

    [Fact]
    public async Task Void_call_without_a_semicolon_shows_nothing() => Assert.Empty(await OutputsAsync("var list = new List<int>();", "list.Clear()"));

    [Fact]
    public async Task Null_is_shown_when_it_is_the_result() => Assert.Equal("null", await TextAsync("string s = null;", "s"));

    [Fact]
    public async Task Cell_sees_what_earlier_cells_declared() =>
        Assert.Equal("7", await TextAsync("int x = 3;", "int Twice(int n) => 2 * n; record P(int A);", "Twice(x) + new P(1).A"));

    [Fact]
    public async Task Sessions_that_start_at_the_same_time_see_one_kind_of_every_type() =>
        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TextAsync("string[] names = [\"a\"];", "using System.Xml.Linq; XDocument d = new(); IReadOnlyList<string> list = names;", "IEnumerable<object> nodes = d.Nodes(); list.Count")))),
            text => Assert.Equal("1", text));

    [Fact]
    public async Task Variable_can_be_declared_anew_with_another_type() => Assert.Equal("text!", await TextAsync("var x = 1;", "var x = \"text\";", "x + \"!\""));

    [Fact]
    public async Task Cell_of_usings_alone_imports_for_all_later_cells() =>
        Assert.Equal("a,b", await TextAsync("using System.Collections.Immutable;", "// only a comment", "string.Join(',', ImmutableArray.Create(\"a\", \"b\"))"));

    [Theory]
    [InlineData("Thread.Sleep(1);", ". Add 'using System.Threading;'.")]
    [InlineData("var items = new ObservableCollection<int>();", ". Add 'using System.Collections.ObjectModel;'.")]
    [InlineData("var timer = new Timer(1000);", ". There is one in System.Threading and System.Timers: add the 'using' of the one that you mean.")]
    [InlineData("threed.Sleep(1);", "does not exist in the current context")]
    public async Task Type_without_its_using_is_told_with_the_namespace_that_has_it(string cell, string expected)
    {
        var error = Assert.IsType<CellOutput.Error>(Assert.Single(await OutputsAsync("int x = 1;", cell)));
        Assert.EndsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Using_of_an_ended_part_fails_only_cells_that_need_it()
    {
        const string usings = "using System.Threading; using Microsoft.DotNet.Interactive.Commands;\nusing Microsoft.DotNet.Interactive.Formatting;";
        var run = await NotebookRunnerKeepGoing(usings, "Thread.CurrentThread.IsAlive && Formatter.ListExpansionLimit > 0", "using Microsoft.DotNet.Interactive.Commands;\nnew SubmitCode(\"1\")");
        Assert.Equal("Microsoft.DotNet.Interactive.Commands ended in 2026 with its tool; the cell runs without.\n", Assert.IsType<CellOutput.Stream>(run[0]).Text);
        Assert.Equal("True", TextOf(run[1]));
        Assert.Contains("is not here", Assert.IsType<CellOutput.Error>(run[2]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notebooks_of_the_first_days_need_no_using_for_tags() =>
        Assert.StartsWith("<span>a<img src=\"x\">", Assert.IsType<CellOutput.Result>(Assert.Single(await OutputsAsync("span(\"a\", img[src: \"x\"])"))).Data["text/html"], StringComparison.Ordinal);

    [Fact]
    public async Task Variable_that_is_not_there_is_taken_for_no_tag() =>
        Assert.Contains("'data' does not exist", (await ErrorAsync("data.Count + i")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Running_cell_shows_values_through_its_context() =>
        Assert.Equal("hi", await TextAsync("Microsoft.DotNet.Interactive.KernelInvocationContext.Current.Display(\"hi\");"));

    [Fact]
    public async Task Await_works_at_the_top_level() => Assert.Equal("5", await TextAsync("await Task.Delay(1); var x = await Task.Run(() => 5);", "x"));

    [Fact]
    public async Task Waiting_for_a_task_by_Result_does_not_deadlock() =>
        Assert.Equal("4", await TextAsync("async Task<int> Slow() { await Task.Delay(5); await Task.Yield(); return 4; }", "Slow().Result"));

    [Fact]
    public async Task Assignments_before_an_exception_stay()
    {
        var run = await NotebookRunnerKeepGoing("int x = 1;", "x = 2; int y = 5; throw new Exception(\"no\");", "x + y");
        Assert.Equal("7", TextOf(run[2]));
    }

    [Fact]
    public async Task Printed_text_is_a_stream_of_the_cell() => Assert.Equal("a\nb\n", await TextAsync("Console.WriteLine(\"a\"); Console.WriteLine(\"b\");"));

    [Fact]
    public async Task Standard_error_is_a_stream_of_its_own()
    {
        var outputs = await OutputsAsync("Console.Write(1); Console.Error.Write(2); Console.Write(3);");
        Assert.Equal([new CellOutput.Stream(false, "1"), new CellOutput.Stream(true, "2"), new CellOutput.Stream(false, "3")], outputs);
    }

    [Fact]
    public async Task Text_printed_from_other_threads_reaches_the_cell()
    {
        var text = await TextAsync("var t = new System.Threading.Thread(() => Console.Write(\"x\")); t.Start(); t.Join(); await Task.Run(() => Console.Write(\"y\"));");
        Assert.Equal("xy", text);
    }

    [Fact]
    public async Task Exception_tells_cell_and_line()
    {
        var error = await ErrorAsync("int Half(int n)\n{\n    if (n % 2 == 1)\n        throw new ArgumentException(\"odd\");\n    return n / 2;\n}", "var a = 1;\n\nvar b = Half(a);");
        Assert.Equal("ArgumentException", error.Name);
        Assert.Equal(["ArgumentException: odd", "   at Half in cell 1, line 4", "   at cell 2, line 3"], error.Traceback);
    }

    [Fact]
    public async Task Exception_after_an_await_tells_cell_and_line()
    {
        var error = await ErrorAsync("async Task F()\n{\n    await Task.Delay(1);\n    throw new InvalidOperationException(\"late\");\n}\nawait F();");
        Assert.Equal(["InvalidOperationException: late", "   at F in cell 1, line 4", "   at cell 1, line 6"], error.Traceback);
    }

    [Theory]
    [InlineData("var a = new int[2];\n\na[5] = 1;", "   at cell 1, line 3")]
    [InlineData("var a = new int[2];\nfor (int i = 0; i < 9; i++)\n    a[i] = i;\nConsole.Write(1);", "   at cell 1, line 3")]
    [InlineData("var a = new int[2];\nint j = 7;\na[0] = 1;\na[j] = 2;", "   at cell 1, line 3 or 4")]
    [InlineData("int big = int.MaxValue;\nint more = checked(big + 1);", "   at cell 1, line 2")]
    public async Task Failure_without_a_place_in_optimized_code_tells_the_lines_that_can_have_failed(string code, string place) =>
        Assert.Equal(place, (await ErrorAsync(code)).Traceback[1]);

    [Fact]
    public async Task Numbers_print_the_same_in_every_country()
    {
        var culture = CultureInfo.DefaultThreadCurrentCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        Assert.Equal("1.5 1.5 1.5", await TextAsync("string s = $\"{1.5} \"; await Task.Delay(1); s += $\"{1.5} \"; s += await Task.Run(() => $\"{1.5}\"); s"));
        CultureInfo.DefaultThreadCurrentCulture = culture;
    }

    [Fact]
    public async Task Compile_errors_show_the_source_line_with_a_marker()
    {
        var error = await ErrorAsync("var x = 1;\nvar y = zz + 1;\nvar s = qq;");
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal(
            [
                "cell 1, line 2: CS0103: The name 'zz' does not exist in the current context", "    var y = zz + 1;", "            ^^",
                "cell 1, line 3: CS0103: The name 'qq' does not exist in the current context", "    var s = qq;", "            ^^",
            ], error.Traceback);
    }

    private static async Task<List<CellOutput>> NotebookRunnerKeepGoing(params string[] cells)
    {
        var run = await Notebook.RunAsync(Of(cells), Options with { KeepGoing = true });
        return [.. run.Executed.Cells.Select(cell => cell.Outputs.LastOrDefault()!)];
    }
}
