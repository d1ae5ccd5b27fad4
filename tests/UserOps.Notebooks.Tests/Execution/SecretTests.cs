using System.Net;
using System.Text.Json;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Notebooks.Parameters;

namespace UserOps.Notebooks.Tests.Execution;

/// <summary>Secrets come from the environment and are in nothing that a run leaves.</summary>
public sealed class SecretTests : IDisposable
{
    private const string Variable = "USEROPS_TEST_MAIL_KEY", Value = "pa\"ss<wörd>&'1/+ é漢", Cell = "string testMailKey = \"\"; // secret: of the mail service";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("secret");

    public SecretTests() => Environment.SetEnvironmentVariable(Variable, Value);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void The_variable_is_named_after_the_parameter() => Assert.Equal(Variable, SecretParameter.VariableOf("testMailKey"));

    [Fact]
    public async Task The_notebook_gets_the_value_and_no_output_shows_it_however_it_is_written()
    {
        string saved = Path.Combine(_folder.FullName, "out.ipynb");
        var run = await Notebook.RunAsync(new([new("csharp", Cell) { Tags = [ParameterCell.Tag] }, .. Notebook.Of(
            "testMailKey.Length",
            "Console.Write(\"the key is \" + testMailKey[..4]); Console.WriteLine(testMailKey[4..]);",
            "display(new { key = testMailKey });",
            "HTML($\"<b>{System.Net.WebUtility.HtmlEncode(testMailKey)}</b>\").Display();",
            "display(testMailKey);",
            "System.Text.Json.JsonSerializer.Serialize(new { testMailKey })",
            "Uri.EscapeDataString(testMailKey)",
            "throw new InvalidOperationException(\"refused: \" + testMailKey);").Cells]), Notebook.Options with { SaveTo = saved, KeepGoing = true });
        Assert.Equal([run.Cells[^1].Index], run.Cells.Where(cell => cell.Status == CellStatus.Failed).Select(cell => cell.Index));
        Assert.Equal(Value.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), Notebook.TextOf(Assert.Single(run.Executed.Cells[1].Outputs)));
        Assert.Equal("the key is ***\n", Notebook.TextOf(Assert.Single(run.Executed.Cells[2].Outputs)).ReplaceLineEndings("\n"));
        Assert.Equal("refused: ***", Assert.IsType<CellOutput.Error>(run.Executed.Cells[^1].Outputs[^1]).Message[^12..]);
        Assert.Equal("***", Assert.Single(run.Parameters).Value);
        AssertHidden(string.Concat(run.Executed.Cells.SelectMany(cell => cell.Outputs).Select(Text)));
        AssertHidden(File.ReadAllText(saved));
        Assert.Contains(Variable, run.Executed.Cells[0].Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_on_the_command_line_is_refused_and_told_where_it_belongs()
    {
        string problem = Assert.Single(Check(Cell, new() { ["testMailKey"] = [Value] }));
        Assert.Contains(Variable, problem, StringComparison.Ordinal);
        Assert.DoesNotContain(Value, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_required_secret_without_its_variable_is_told_before_the_run()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        Assert.Equal("'testMailKey' is required (of the mail service): set the environment variable USEROPS_TEST_MAIL_KEY.",
            Assert.Single(Check(Cell.Replace("secret:", "required, secret:", StringComparison.Ordinal), [])));
    }

    [Fact]
    public void What_cannot_be_kept_out_of_a_report_is_refused()
    {
        Environment.SetEnvironmentVariable(Variable, "12");
        Assert.Contains("shorter than 6", Assert.Single(Check(Cell, [])), StringComparison.Ordinal);
        Assert.Contains("only a string", Assert.Single(Check("int testMailKey = 1; // secret: x", [])), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Check(string cell, Dictionary<string, IReadOnlyList<string>> given) =>
        ParameterCell.Check(new([new("csharp", cell) { Tags = [ParameterCell.Tag] }]), Notebook.Options with { Parameters = given });

    private static void AssertHidden(string text)
    {
        foreach (string form in (string[])[Value, WebUtility.HtmlEncode(Value), JsonSerializer.Serialize(Value).Trim('"'), Uri.EscapeDataString(Value)])
            Assert.DoesNotContain(form, text, StringComparison.Ordinal);
    }

    private static string Text(CellOutput output) => output switch
    {
        CellOutput.Display display => string.Concat(display.Data.Select(part => part.Value)),
        CellOutput.Result result => string.Concat(result.Data.Select(part => part.Value)),
        CellOutput.Error error => error.Message + string.Concat(error.Traceback),
        _ => Notebook.TextOf(output),
    };
}
