using System.CommandLine;
using UserOps.Cli.Describing;
using UserOps.Cli.Reporting;
using UserOps.Cli.Terminals;
using UserOps.Reports.Contracts;

namespace UserOps.Cli.Commands;

/// <summary><c>userops describe</c>: says what a notebook may be given, and what it asks of its data.</summary>
internal static class DescribeCommand
{
    private static readonly Argument<string> Path = new("notebook") { Description = "A notebook (.ipynb, .dib)." };

    private static readonly Option<bool> AsJson = new("--json") { Description = "Print it as JSON." };

    public static Command Make(Terminal terminal)
    {
        var command = new Command("describe", "Say which parameters a notebook has, what each may be, and which tables and columns it needs.") { Path, AsJson };
        Examples.Add(command, "userops describe notebooks/03-core-path.ipynb", "userops describe notebooks/03-core-path.ipynb --json");
        command.SetAction(parsed => Describe(parsed.GetRequiredValue(Path), parsed.GetValue(AsJson), terminal));
        return command;
    }

    private static int Describe(string path, bool json, Terminal terminal)
    {
        var problems = new Problems();
        var found = NotebookFinder.Find([path], problems);
        problems.ThrowIfAny();
        var notebook = Notebook.Load(found[0]);
        var contract = DataContract.Of(notebook.Document);
        terminal.Results.WriteLine(json ? DescribeJson.Write(notebook, contract) : DescribeText.Write(notebook, contract));
        return ExitCode.Ok;
    }
}
