using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Notebooks.Parameters;

namespace UserOps.Notebooks.Tests.Parameters;

public sealed class ParameterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parameters");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Describe_lists_names_types_defaults_and_comments()
    {
        var parameters = ParameterCell.Describe(With("// The export.\nstring data = \"x.csv\";\nvar weeks = 8; // how many weeks\nDayOfWeek? first = null;"));
        Assert.Equal(
            [("data", "string", "\"x.csv\"", "The export."), ("weeks", "int", "8", "how many weeks"), ("first", "DayOfWeek?", "null", null)],
            parameters.Select(parameter => (parameter.Name, parameter.Type, parameter.Default, parameter.Description)));
    }

    [Theory]
    [InlineData("string x = \"a\";", "it \"is\" C:\\new", "it \"is\" C:\\new")]
    [InlineData("int x = 1;", "-12", -12)]
    [InlineData("var x = 1L;", "9000000000", 9000000000L)]
    [InlineData("double x = 1;", "0.25", 0.25)]
    [InlineData("bool x = false;", "True", true)]
    [InlineData("DayOfWeek x = DayOfWeek.Friday;", "sunday", "Sunday")]
    [InlineData("int? x = 1;", "null", null)]
    [InlineData("int x;", "5", 5)]
    public async Task Override_replaces_the_declared_value(string declaration, string text, object? expected)
    {
        var run = await RunAsync(declaration, new() { ["x"] = [text] });
        var value = Assert.Single(run.Parameters);
        Assert.Equal(expected, value.Value);
        Assert.True(value.Overridden);
    }

    [Fact]
    public async Task Decimals_days_times_and_spans_are_read_without_a_culture()
    {
        string cell = "decimal a = 0m; DateOnly b = default; DateTime c = default; TimeSpan d = default, e = default;";
        var run = await RunAsync(cell, new() { ["a"] = ["1.10"], ["b"] = ["2024-02-29"], ["c"] = ["2024-03-01T13:05"], ["d"] = ["7d"], ["e"] = ["01:30:00"] });
        Assert.Equal(
            [1.10m, new DateOnly(2024, 2, 29), new DateTime(2024, 3, 1, 13, 5, 0), TimeSpan.FromDays(7), TimeSpan.FromMinutes(90)],
            run.Parameters.Select(parameter => parameter.Value));
    }

    [Fact]
    public async Task Array_takes_several_values_or_one_text_with_commas()
    {
        var run = await RunAsync("int[] a = { };\nstring[] b = [\n  \"x\",\n];", new() { ["a"] = ["1, 2,3"], ["b"] = ["view", "pay, twice"] });
        Assert.Equal([1, 2, 3], (object[])run.Parameters[0].Value!);
        Assert.Equal(["view", "pay, twice"], (object[])run.Parameters[1].Value!);
    }

    [Fact]
    public async Task Value_that_was_not_given_is_reported_as_the_cell_computed_it()
    {
        var run = await RunAsync("int a = 3;\nint b = 2 * a;", new() { ["a"] = ["5"] });
        Assert.Equal([new("a", "int", 5, true), new("b", "int", 10, false)], run.Parameters);
    }

    [Fact]
    public async Task All_problems_are_told_at_once_and_no_cell_runs()
    {
        var given = new Dictionary<string, IReadOnlyList<string>> { ["weks"] = ["3"], ["level"] = ["high"], ["days"] = ["1", "2"], ["day"] = ["01/02/2024"] };
        string marker = Path.Combine(_folder.FullName, "ran");
        string cell = $"int weeks = 8; double level = 0.95; int days = 7; DateOnly day = default; System.IO.File.WriteAllText(@\"{marker}\", \"\");";
        var error = await Assert.ThrowsAsync<NotebookException>(() => RunAsync(cell, given));
        Assert.Equal(
            [
                "'weks' is unknown; the notebook has weeks, level, days, day. Did you mean 'weeks'?",
                "'level' is double: a number such as 0.05, not 'high'.",
                "'days' is int: a whole number in its range, not '1', '2'.",
                "'day' is DateOnly: a day such as 2024-03-01, not '01/02/2024'.",
            ], error.Problems);
        Assert.False(File.Exists(marker));
    }

    [Fact]
    public async Task Path_that_does_not_exist_is_told_where_the_declared_one_does()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "sample.csv"), "");
        var error = await Assert.ThrowsAsync<NotebookException>(() => RunAsync("string data = \"sample.csv\";", new() { ["data"] = ["none.csv"] }));
        Assert.Equal($"'data' names a file or folder, and there is none at {Path.Combine(_folder.FullName, "none.csv")}.", Assert.Single(error.Problems));
    }

    [Fact]
    public async Task Parameters_for_a_notebook_without_the_cell_are_refused()
    {
        var document = Notebook.Of("int x = 1;");
        var error = await Assert.ThrowsAsync<NotebookException>(() => Notebook.RunAsync(document, Options(new() { ["x"] = ["2"] })));
        Assert.Contains("no cell of the notebook is tagged 'parameters'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_below_an_override_keep_their_line()
    {
        var run = await RunAsync("string[] steps =\n{\n    \"a\",\n};\nthrow new Exception(\"here\");", new() { ["steps"] = ["x"] });
        var error = Assert.IsType<CellOutput.Error>(run.Executed.Cells[0].Outputs[^1]);
        Assert.Equal("   at cell 1, line 5", error.Traceback[1]);
    }

    [Fact]
    public async Task Type_may_come_from_an_earlier_cell()
    {
        var document = new NotebookDocument([new("csharp", "enum Grain { Day, Week }"), new("csharp", "var grain = Grain.Day;") { Tags = ["parameters"] }]);
        var run = await Notebook.RunAsync(document, Options(new() { ["grain"] = ["Week"] }));
        Assert.Equal("Week", Assert.Single(run.Parameters).Value);
    }

    private static NotebookDocument With(string cell) => new([new("markdown", "# Title"), new("csharp", cell) { Tags = ["parameters"] }]);

    private Task<NotebookRun> RunAsync(string cell, Dictionary<string, IReadOnlyList<string>> given) =>
        Notebook.RunAsync(new([new("csharp", cell) { Tags = ["parameters"] }]), Options(given));

    private RunOptions Options(Dictionary<string, IReadOnlyList<string>> given) => new() { WorkingDirectory = _folder.FullName, Parameters = given };
}
