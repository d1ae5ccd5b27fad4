using UserOps.Notebooks.Assistance;
using UserOps.Notebooks.Documents;
using static UserOps.Notebooks.Tests.Assistance.Assistant;

namespace UserOps.Notebooks.Tests.Assistance;

public class CompletionTests
{
    [Fact]
    public async Task Members_of_a_type_stand_behind_its_dot()
    {
        string[] names = await NamesAsync("Console.|");
        Assert.Contains("WriteLine", names);
        Assert.Contains("Out", names);
        Assert.DoesNotContain("ToString", names);
    }

    [Fact]
    public async Task Members_and_extension_methods_of_a_cell_variable_stand_behind_its_dot()
    {
        using var session = await AfterAsync("record Order(int Id, decimal Amount); var orders = new List<Order> { new(1, 2m) };");
        var list = await session.CompleteAsync("orders.|");
        Assert.Contains(list.Items, item => item is { Text: "Add", Kind: CompletionKind.Method });
        Assert.Contains(list.Items, item => item is { Text: "Where", Kind: CompletionKind.ExtensionMethod });
        Assert.DoesNotContain("Empty", list.Items.Select(item => item.Text));
        Assert.Equal(["Amount"], await session.NamesAsync("orders[0].Am|"));
    }

    [Theory]
    [InlineData("orders.Where(o => o.A|)")]
    [InlineData("orders.Where(o => o.Id > 0 && o.A|).Count()")]
    [InlineData("foreach (var o in orders) { o.A| }")]
    [InlineData("orders.GroupBy(o => o.Id).Select(g => g.First().A|")]
    [InlineData("orders.FirstOrDefault()?.A|")]
    [InlineData("orders?[0]?.A|")]
    [InlineData("var first = orders[0];\nfirst.A|\nvar next = 1;")]
    [InlineData("from o in orders where o.A|")]
    [InlineData("Console.WriteLine($\"{orders[0].A|}\");")]
    [InlineData("new Order(1, 2m).A|")]
    [InlineData("orders[0] with { A| }")]
    [InlineData("new Order(A|")]
    [InlineData("switch (orders[0]) { case { A| } }")]
    public async Task Type_is_known_within_unfinished_code(string marked)
    {
        using var session = await AfterAsync("record Order(int Id, decimal Amount); var orders = new List<Order> { new(1, 2m) };");
        Assert.Contains((await session.NamesAsync(marked)).Select(name => name.TrimEnd(':')), name => name == "Amount");
    }

    [Fact]
    public async Task Names_in_scope_are_offered_with_the_notebooks_own_first()
    {
        using var session = await AfterAsync("int conversion = 1;", "int Convert2(int n) => n;");
        string[] names = await session.NamesAsync("var converted = 2; conv|");
        Assert.Equal(["converted", "conversion"], names.Take(2).Order(StringComparer.Ordinal).Reverse());
        Assert.Contains("Convert2", names);
        Assert.Contains("Convert", names);
    }

    [Fact]
    public async Task Words_of_the_language_are_offered() => Assert.Contains("foreach", await NamesAsync("fore|"));

    [Fact]
    public async Task Functions_of_every_notebook_are_offered() => Assert.Contains("display", await NamesAsync("disp|"));

    [Fact]
    public async Task Namespaces_stand_behind_using()
    {
        string[] names = await NamesAsync("using Sys|");
        Assert.Equal(["System"], names);
        Assert.Contains("Immutable", await NamesAsync("using System.Collections.|"));
        Assert.DoesNotContain("ArrayList", await NamesAsync("using System.Collections.|"));
        Assert.Contains("Math", await NamesAsync("using static System.Ma|"));
        Assert.Contains("foreach", await NamesAsync("using System;\nfore|"));
    }

    [Fact]
    public async Task Types_stand_behind_new() => Assert.DoesNotContain("foreach", await NamesAsync("var list = new |"));

    [Fact]
    public async Task Properties_that_are_not_yet_set_stand_in_an_initializer()
    {
        using var session = await AfterAsync("class Shape { public int Width { get; set; } public int Height { get; set; } public int Area => 1; }");
        Assert.Equal(["Height"], await session.NamesAsync("var s = new Shape { Width = 1, |"));
        Assert.Equal(["Height", "Width"], await session.NamesAsync("var s = new Shape { | }"));
    }

    [Fact]
    public async Task Arguments_can_be_named() => Assert.Contains("millisecondsDelay:", await NamesAsync("Task.Delay(mill|"));

    [Theory]
    [InlineData("// a.|")]
    [InlineData("var s = \"Console.|\";")]
    [InlineData("var s = \"Console.|")]
    [InlineData("/* Console.| */")]
    [InlineData("var s = $\"|\";")]
    [InlineData("var s = $\"Con|{1}\";")]
    [InlineData("var d = 12|")]
    public async Task Nothing_is_completed_in_comments_texts_and_numbers(string marked) => Assert.Empty(await NamesAsync(marked));

    [Fact]
    public async Task Word_under_the_place_is_replaced_as_a_whole()
    {
        using var session = await AfterAsync();
        var list = await session.CompleteAsync("1.ToString();\nConsole.Wri|teLine(1);");
        Assert.Equal((22, 31), (list.Start, list.End));
        Assert.Equal(["Write", "WriteLine"], list.Items.Select(item => item.Text));
    }

    [Fact]
    public async Task Places_count_in_the_cell_also_behind_what_scripts_need_rewritten()
    {
        using var session = await AfterAsync();
        string cell = "static class E { static int Twice(this int n) => 2 * n; }\nnamespace Shop { class Order { } }\nusing var s = new System.IO.StringReader(\"\");\ns.Rea|";
        var list = await session.CompleteAsync(cell);
        Assert.Equal(cell.IndexOf("Rea|", StringComparison.Ordinal), list.Start);
        Assert.Contains("ReadLine", list.Items.Select(item => item.Text));
        Assert.Contains("Twice", await session.NamesAsync("static class E { static int Twice(this int n) => 2 * n; }\n1.Tw|"));
        Assert.Contains("Order", await session.NamesAsync("namespace Shop { class Order { } }\nnew Ord|"));
    }

    [Fact]
    public async Task Choice_tells_signature_and_documentation()
    {
        using var session = await AfterAsync();
        var item = (await session.CompleteAsync("Math.Clam|")).Items.Single();
        Assert.StartsWith("byte Math.Clamp(byte value, byte min, byte max) (+ ", item.Detail, StringComparison.Ordinal);
        Assert.StartsWith("Returns `value` clamped to the inclusive range", item.Documentation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Directives_stand_in_the_first_column()
    {
        Assert.Equal(["#!time"], await NamesAsync("#!ti|"));
        Assert.Contains("#!whos", await NamesAsync("1\n#!|"));
        Assert.Empty(await NamesAsync("#!time |"));
    }

    [Fact]
    public async Task Files_stand_behind_directives_that_load_them()
    {
        var folder = Directory.CreateTempSubdirectory("complete");
        File.WriteAllText(Path.Combine(folder.FullName, "helpers.csx"), "");
        File.WriteAllText(Path.Combine(folder.FullName, "helpers.txt"), "");
        Assert.Equal(["helpers.csx"], await NamesAsync($"#load \"{folder.FullName}/hel|\""));
        Assert.Equal([folder.Name + "/"], await NamesAsync($"#!import {folder.Name}|"));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Cell_that_runs_keeps_nobody_waiting()
    {
        using var session = await AfterAsync("int before = 1;");
        using var stop = new CancellationTokenSource();
        var running = session.RunAsync(new NotebookCell("csharp", "int within = 2; while (true) { }"), _ => { }, stop.Token);
        Assert.Equal(["before"], await session.NamesAsync("befo|"));
        await stop.CancelAsync();
        await running;
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public async Task Place_outside_the_cell_is_refused(int position)
    {
        using var session = await AfterAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => new CellAssistant(session).CompleteAsync("a", position, TestContext.Current.CancellationToken));
    }
}
