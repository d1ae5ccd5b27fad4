using System.CommandLine;
using UserOps.Cli.Terminals;
using UserOps.Data.Cache;

namespace UserOps.Cli.Commands;

/// <summary><c>userops clean</c>: removes what was kept of opened exports.</summary>
internal static class CleanCommand
{
    private static readonly Option<bool> AsJson = new("--json") { Description = "Print what was removed as JSON." };

    public static Command Make(Terminal terminal)
    {
        var command = new Command("clean", "Remove the tables that were kept so that an unchanged export opens faster.") { AsJson };
        Examples.Add(command, "userops clean", "userops clean --json");
        command.SetAction(parsed => Clean(parsed.GetValue(AsJson), terminal));
        return command;
    }

    private static int Clean(bool json, Terminal terminal)
    {
        var cleared = CacheFolder.Clear();
        terminal.Results.WriteLine(json
            ? System.Text.Json.JsonSerializer.Serialize(new { Folder = CacheFolder.Path, cleared.Files, cleared.Bytes }, Json.Indented)
            : FormattableString.Invariant($"Removed {cleared.Files:N0} files ({cleared.Bytes / 1e6:N1} MB) from {CacheFolder.Path}"));
        return ExitCode.Ok;
    }
}
