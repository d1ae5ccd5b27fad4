using UserOps.Notebooks.Assistance;
using static UserOps.Notebooks.Tests.Assistance.Assistant;

namespace UserOps.Notebooks.Tests.Assistance;

public class DiagnosticTests
{
    [Fact]
    public async Task Errors_have_their_place_in_the_cell()
    {
        using var session = await AfterAsync("int kept = 1;");
        string cell = "#!time\nstatic class E { static int Twice(this int n) => 2 * n; }\nvar y = kept + zz;";
        var error = Assert.Single(await session.DiagnosticsAsync(cell));
        int start = cell.IndexOf("zz", StringComparison.Ordinal);
        Assert.Equal(new CellDiagnostic(CellSeverity.Error, "CS0103", "The name 'zz' does not exist in the current context", start, start + 2), error);
    }

    [Fact]
    public async Task Warnings_are_told_as_warnings()
    {
        using var session = await AfterAsync();
        Assert.Equal((CellSeverity.Warning, "CS4014"), (await session.DiagnosticsAsync("async Task F() { Task.Delay(1); await Task.Yield(); }")).Select(found => (found.Severity, found.Code)).Single());
    }

    [Theory]
    [InlineData("1 + 1")]
    [InlineData("using var s = new System.IO.StringReader(\"\");")]
    [InlineData("using System.IO;\nnamespace Shop;\nfile record Order(int Id);")]
    [InlineData("#!html\n<b>x</b>\n#!csharp\nvar x = 1;")]
    [InlineData("#r \"nuget: Not.Yet, 1.0.0\"\nusing Not.Yet;\nnew Later()")]
    [InlineData("#!import later.csx\nFromLater(1)")]
    [InlineData("#!set --name n --value 1\nn + 1")]
    [InlineData("await Task.Delay(1);")]
    public async Task Nothing_is_wrong_with_cells_that_can_run(string cell)
    {
        using var session = await AfterAsync();
        Assert.Empty(await session.DiagnosticsAsync(cell));
    }

    [Fact]
    public async Task Directives_are_checked_too()
    {
        using var session = await AfterAsync();
        var found = await session.DiagnosticsAsync("1 + 1\n#!tiem\n2");
        Assert.Equal("There is no directive '#!tiem'. Did you mean '#!time'? '#!lsmagic' lists those there are.", Assert.Single(found).Message);
        Assert.Equal((6, 12), (found[0].Start, found[0].End));
    }

    [Theory]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("")]
    [InlineData("// only a comment")]
    [InlineData("#!time\nusing var s = new System.IO.StringReader(\"\");")]
    [InlineData("namespace A { class B { } }")]
    [InlineData("#!markdown\n# {")]
    public async Task Ready_cell_is_complete(string cell) => Assert.IsType<CellCompleteness.Complete>(await CompletenessAsync(cell));

    [Theory]
    [InlineData("for (int i = 0; i < 3; i++) {", "    ")]
    [InlineData("class A {\n    void F() {", "        ")]
    [InlineData("Console.WriteLine(", "")]
    [InlineData("var s = @\"a", "")]
    [InlineData("if (true)", "")]
    [InlineData("/* more", "")]
    [InlineData("namespace A {", "    ")]
    public async Task Unfinished_cell_is_incomplete(string cell, string indent) =>
        Assert.Equal(new CellCompleteness.Incomplete(indent), await CompletenessAsync(cell));

    [Theory]
    [InlineData("var x = ;")]
    [InlineData("}")]
    [InlineData("#!tiem")]
    public async Task Cell_that_nothing_can_mend_is_invalid(string cell) => Assert.IsType<CellCompleteness.Invalid>(await CompletenessAsync(cell));

    private static async Task<CellCompleteness> CompletenessAsync(string cell)
    {
        using var session = await AfterAsync();
        return await new CellAssistant(session).IsCompleteAsync(cell, TestContext.Current.CancellationToken);
    }
}
