using System.CommandLine;
using UserOps.Cli.Terminals;
using UserOps.Data.Cache;

namespace UserOps.Cli.Commands;

/// <summary><c>userops clean</c>: removes what was kept to be quicker the next time.</summary>
internal static class CleanCommand
{
    private static readonly Option<bool> AsJson = new("--json") { Description = "Print what was removed as JSON." };

    private const string Description = "Remove what is kept to be quicker the next time: the tables of opened exports, and which files answer a notebook's #r \"nuget:\". "
        + "Packages themselves stay in NuGet's folder ('dotnet nuget locals all --clear' empties that). The folder is $USEROPS_CACHE, or the system's place for caches.";

    public static Command Make(Terminal terminal)
    {
        var command = new Command("clean", Description) { AsJson };
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
