using System.CommandLine;
using UserOps.Cli.Serving;
using UserOps.Cli.Terminals;

namespace UserOps.Cli.Commands;

/// <summary><c>userops serve</c>: the page for people without a terminal.</summary>
internal static class ServeCommand
{
    private static readonly Option<string[]> Data = new("--data")
    {
        Description = "A folder that exports may be chosen from. May be repeated; 'exports' and 'data-samples' when absent.",
        HelpName = "folder",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The folder that reports are written into.",
        HelpName = "folder",
        DefaultValueFactory = _ => "reports",
    };

    private static readonly Option<int> Port = new("--port") { Description = "The port; one that is free when absent.", HelpName = "number" };

    private static readonly Option<int> UploadLimit = new("--upload-limit")
    {
        Description = "The most megabytes that one upload may have.",
        HelpName = "number",
        DefaultValueFactory = _ => 500,
    };

    public static Command Make(Terminal terminal)
    {
        var command = new Command("serve", "Serve a page on this computer alone: choose an export and a notebook, run it, read the report.") { Data, Out, Port, UploadLimit, ReportCommand.Lang };
        Examples.Add(command, "userops serve", "userops serve --data exports --out reports --port 8080");
        command.SetAction((parsed, cancellation) => ServedPage.RunAsync(
            parsed.GetValue(Data) ?? [], parsed.GetRequiredValue(Out), parsed.GetValue(Port), parsed.GetValue(UploadLimit), parsed.GetValue(ReportCommand.Lang), terminal, cancellation));
        return command;
    }
}
