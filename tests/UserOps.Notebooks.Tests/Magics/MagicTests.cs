using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using static UserOps.Notebooks.Tests.Notebook;

namespace UserOps.Notebooks.Tests.Magics;

public sealed class MagicTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("magics");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Unknown_magic_fails_the_cell_before_any_of_its_code_runs()
    {
        var outputs = await OutputsAsync("Console.WriteLine(\"ran\");\n#!tiem\n1");
        var error = Assert.IsType<CellOutput.Error>(Assert.Single(outputs));
        Assert.Equal("cell 1, line 2: There is no directive '#!tiem'. Did you mean '#!time'? '#!lsmagic' lists those there are.", error.Message);
    }

    [Theory]
    [InlineData("fsharp", "F#")]
    [InlineData("pwsh", "PowerShell")]
    [InlineData("sql", "SQL")]
    public async Task Cell_of_another_language_says_so_in_one_sentence(string language, string name)
    {
        var run = await Notebook.RunAsync(new([new(language, "x")]), Options);
        Assert.StartsWith($"cell 1, line 1: {name} is not run here, only C#.", Assert.IsType<CellOutput.Error>(run.Executed.Cells[0].Outputs[0]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_tells_how_long_the_rest_of_the_cell_took()
    {
        var outputs = await OutputsAsync("#!time\nawait Task.Delay(30);\nConsole.Write(1);");
        Assert.Equal("1", TextOf(outputs[0]));
        Assert.Matches(@"^Wall time: \d+(\.\d+)?ms$", TextOf(outputs[1]));
    }

    [Fact]
    public async Task About_names_the_workbench_and_the_runtime() => Assert.Contains("C# on .NET 10", await TextAsync("#!about"), StringComparison.Ordinal);

    [Fact]
    public async Task Lsmagic_lists_every_directive() => Assert.Contains("#!import file", await TextAsync("#!lsmagic"), StringComparison.Ordinal);

    [Fact]
    public async Task Who_names_the_variables() => Assert.Equal("a\nb", await TextAsync("int b = 1; var a = \"x\";", "#!who"));

    [Fact]
    public async Task Whos_shows_types_and_values()
    {
        string text = await TextAsync("int b = 1; var a = new Dictionary<string, int?[]>(); (int, string)? c = null;", "#!whos");
        Assert.Matches(@"a\s+Dictionary<string, int\?\[\]>\s+", text);
        Assert.Matches(@"b\s+int\s+1", text);
        Assert.Matches(@"c\s+\(int, string\)\?\s+null", text);
    }

    [Fact]
    public async Task Several_languages_of_one_cell_come_in_order()
    {
        var outputs = await OutputsAsync("Console.Write(1);\n#!html\n<b>2</b>\n#!csharp\nConsole.Write(3);\n#!markdown\n*4*");
        Assert.Equal("1", TextOf(outputs[0]));
        Assert.Equal("<b>2</b>", ((CellOutput.Display)outputs[1]).Data[MimeBundle.Html]!.Trim());
        Assert.Equal("3", TextOf(outputs[2]));
        Assert.Contains("<em>4</em>", ((CellOutput.Display)outputs[3]).Data[MimeBundle.Html], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_numbers_count_the_whole_cell_below_a_magic()
    {
        var error = await ErrorAsync("#!time\n\nthrow new Exception(\"x\");");
        Assert.Equal("   at cell 1, line 3", error.Traceback[1]);
    }

    [Fact]
    public async Task Import_runs_a_script_in_place()
    {
        Write("helpers.csx", "int Twice(int n) => 2 * n;");
        Assert.Equal("8", TextOf((await RunHereAsync("#!import \"helpers.csx\"\nTwice(4)")).Single()));
    }

    [Fact]
    public async Task Load_runs_a_script_in_place_and_relative_to_it_the_next()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "sub"));
        Write("sub/a.csx", "#load \"b.csx\"\nint a = b + 1;");
        Write("sub/b.csx", "int b = 1;");
        Assert.Equal("2", TextOf((await RunHereAsync("#load \"sub/a.csx\"\na")).Single()));
    }

    [Fact]
    public async Task Import_of_a_notebook_runs_its_code_and_shows_its_text()
    {
        Write("part.dib", "#!markdown\n\n# Title\n\n#!csharp\n\nint fromPart = 7;");
        var outputs = await RunHereAsync("#!import part.dib\nfromPart");
        Assert.Equal(["# Title", "7"], outputs.Select(TextOf));
    }

    [Fact]
    public async Task Error_in_an_imported_file_names_that_file()
    {
        Write("broken.csx", "\nint x = y;");
        var error = Assert.IsType<CellOutput.Error>((await RunHereAsync("#!import broken.csx")).Single());
        Assert.StartsWith("broken.csx, line 2: CS0103", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_may_name_the_program_that_runs_it_in_its_first_line()
    {
        Write("tool.csx", "#!/usr/bin/env dotnet-script\nint fromTool = 3;");
        Assert.Equal("3", TextOf((await RunHereAsync("#!import tool.csx\nfromTool")).Single()));
    }

    [Fact]
    public async Task Missing_import_is_told_with_its_path()
    {
        var error = Assert.IsType<CellOutput.Error>((await RunHereAsync("#!import none.csx")).Single());
        Assert.Equal($"There is no notebook at {Path.Combine(_folder.FullName, "none.csx")}.", error.Message);
    }

    [Fact]
    public async Task Set_declares_a_variable() => Assert.Equal("12 words", await TextAsync("#!set --name n --value 12\n#!set --name s --value \"words\"\n#!set --name m --value @csharp:n", "$\"{m} {s}\""));

    [Fact]
    public async Task Value_keeps_text_that_share_brings_into_code() =>
        Assert.Equal("a,b\n1,2", await TextAsync("#!value --name csv\na,b\n1,2", "#!share --from value csv --as table\ntable"));

    [Fact]
    public async Task Set_asks_for_text_and_for_passwords_that_do_not_show_themselves()
    {
        var asked = new List<InputRequest>();
        using var session = new NotebookSession(new() { Input = (request, _) => Task.FromResult<string?>(Remember(request)) });
        var outputs = new List<CellOutput>();
        string cell = "#!set --name who --value @input:\"Who?\"\n#!set --name key --value @password:{ \"prompt\": \"The key?\", \"saveAs\": \"key\" }\nvar more = await GetInputAsync(\"More?\");\n$\"{who} {more} {key} {key.GetClearTextPassword()}\"";
        Assert.IsType<CellOutcome.Succeeded>(await session.RunAsync(new("csharp", cell), outputs.Add, TestContext.Current.CancellationToken));
        Assert.Equal("a\"1 a\"3 ************ a\"2", TextOf(outputs[^1]));
        Assert.Equal([new("Who?", false), new("The key?", true), new("More?", false)], asked);

        string Remember(InputRequest request)
        {
            asked.Add(request);
            return $"a\"{asked.Count}";
        }
    }

    [Fact]
    public async Task Value_may_be_longer_than_code_can_be()
    {
        Write("long.txt", new string('x', 20_000_000));
        Assert.Equal("20000000", TextOf((await RunHereAsync("#!value --name t --from-file long.txt\n#!share --from value t\nt.Length")).Single()));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private async Task<IReadOnlyList<CellOutput>> RunHereAsync(string cell) =>
        (await Notebook.RunAsync(Of(cell), Options with { WorkingDirectory = _folder.FullName })).Executed.Cells[0].Outputs;
}
