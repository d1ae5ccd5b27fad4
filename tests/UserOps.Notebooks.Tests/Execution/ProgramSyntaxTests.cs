using static UserOps.Notebooks.Tests.Notebook;

namespace UserOps.Notebooks.Tests.Execution;

public class ProgramSyntaxTests
{
    private const string Probe = "class Probe : IDisposable { public static string Log = \"\"; public string Name = \"a\"; public void Dispose() => Log += Name; }";

    [Fact]
    public async Task Using_variable_is_seen_by_later_cells() =>
        Assert.Equal("a, still open: ''", await TextAsync(Probe, "using var p = new Probe();", "$\"{p.Name}, still open: '{Probe.Log}'\""));

    [Fact]
    public async Task Using_variable_is_disposed_when_it_is_declared_anew() =>
        Assert.Equal("a", await TextAsync(Probe, "using var p = new Probe();", "using Probe p = new() { Name = \"b\" };", "Probe.Log"));

    [Fact]
    public async Task Using_variable_is_disposed_when_the_notebook_ends()
    {
        string file = Path.GetTempFileName();
        await RunAsync($"using var writer = new System.IO.StreamWriter(@\"{file}\");", "writer.Write(\"done\");");
        Assert.Equal("done", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        File.Delete(file);
    }

    [Fact]
    public async Task Extension_methods_in_a_class_work_in_their_cell_and_later_ones()
    {
        string cell = "public static class Words\n{\n    public static string Twice(this string s) => s + s;\n    static IEnumerable<T> Odd<T>(this IEnumerable<T> items) where T : struct => items.Where((x, i) => i % 2 == 0);\n}\n\"x\".Twice()";
        Assert.Equal("xx", await TextAsync(cell));
        Assert.Equal("4,yy,zz", await TextAsync(cell, "$\"{new[] { 1, 2, 3 }.Odd().Sum()},{\"y\".Twice()},{Words.Twice(\"z\")}\""));
    }

    [Fact]
    public async Task Extension_method_by_itself_works() => Assert.Equal("6", await TextAsync("static int Twice(this int n) => 2 * n;", "3.Twice()"));

    [Fact]
    public async Task Types_of_a_namespace_are_types_of_the_notebook() =>
        Assert.Equal("5", await TextAsync("namespace Shop.Models\n{\n    public record Order(int Id);\n}", "using Shop.Models;\nnew Order(5).Id"));

    [Theory]
    [InlineData("new Shop.Models.Order(5).Id")]
    [InlineData("Shop.Models.Order order = new(5);\norder.Id")]
    [InlineData("Shop.Models.Counter.Five()")]
    [InlineData("List<Shop.Models.Order> orders = [new(5)];\norders[0].Id")]
    [InlineData("using static Shop.Models.Counter;\nFive()")]
    public async Task Names_with_a_namespace_of_the_notebook_work(string code) =>
        Assert.Equal("5", await TextAsync("namespace Shop\n{\n    namespace Models\n    {\n        public record Order(int Id);\n        public static class Counter { public static int Five() => new Shop.Models.Order(5).Id; }\n    }\n}", code));

    [Fact]
    public async Task File_scoped_namespaces_and_file_types_are_understood() =>
        Assert.Equal("5", await TextAsync("using System.IO;\nnamespace Shop;\n\nfile record Order(int Id);", "new Order(5).Id"));

    [Theory]
    [InlineData("class A { public int F() => kept; }", "pass the value as an argument")]
    [InlineData("static int F() => kept;", "pass the value as an argument")]
    [InlineData("Span<int> span = new int[2];", "within a block { … }")]
    [InlineData("partial class R { [System.Text.RegularExpressions.GeneratedRegex(\"a\")] public static partial System.Text.RegularExpressions.Regex A(); }", "new Regex(…) instead of")]
    [InlineData("static class E { extension(string s) { public int Twice => s.Length * 2; } }", "as a function with 'this'")]
    [InlineData("using Microsoft.DotNet.Interactive;\nKernel.Root.Add(null);", "ended with its tool")]
    public async Task What_cells_cannot_do_is_told_with_the_way_round(string cell, string way) =>
        Assert.Contains(way, Assert.Single((await ErrorAsync("int kept = 1;", cell)).Traceback, line => line.Contains(": CS", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ Span<int> span = new int[2]; span[0] = 5; Console.Write(span[0]); }")]
    [InlineData("global using System.IO;\nConsole.Write(Path.GetFileName(\"/a/5\"));")]
    [InlineData("unsafe { int n = 5; int* p = &n; Console.Write(*p); }")]
    [InlineData("await using var s = new MemoryStream(new byte[5]); Console.Write(s.Length);")]
    [InlineData("class Program { static void Main() => Console.Write(5); public static void Run() => Main(); }\nProgram.Run();")]
    [InlineData("int F() { return 5; }\nConsole.Write(F());\nreturn;")]
    [InlineData("public interface IShape { int Area { get; } }\npublic record Square(int Side) : IShape { public int Area => Side; }\nConsole.Write(((IShape)new Square(5)).Area);")]
    public async Task What_programs_may_do_cells_may_do(string cell) => Assert.Equal("5", await TextAsync("using System.IO;", cell));

    [Fact]
    public async Task Lines_stay_where_they_were()
    {
        var error = await ErrorAsync("namespace A\n{\n    static class E { public static int F(this int n) => throw new Exception(\"f\"); }\n}\n\n1.F();");
        Assert.Equal(["Exception: f", "   at F in cell 1, line 3", "   at cell 1, line 6"], error.Traceback);
    }
}
