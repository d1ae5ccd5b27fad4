using System.CommandLine;
using UserOps.Cli.Checking;
using UserOps.Cli.Terminals;
using UserOps.Data;

namespace UserOps.Cli.Commands;

/// <summary><c>userops check</c>: says how an export is read, and which questions it can serve.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string> Path = new("path") { Description = "A file or a folder: CSV and its kin (also .gz), xlsx, Parquet, DuckDB." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the findings as JSON." };

    public static Command Make(Terminal terminal)
    {
        var command = new Command("check", "Read an export and say what was kept, coerced, dropped and guessed, which known tables it can serve as, and which notebooks it can feed.") { Path, ReportCommand.Map, Json };
        Examples.Add(command, "userops check exports/may", "userops check orders.csv --map orders.user_id=CustomerID", "userops check orders.xlsx --json");
        command.SetAction((parsed, cancellation) => Task.Run(() => Check(parsed.GetRequiredValue(Path), parsed.GetValue(ReportCommand.Map) ?? [], parsed.GetValue(Json), terminal, cancellation), CancellationToken.None));
        return command;
    }

    private static int Check(string path, string[] map, bool json, Terminal terminal, CancellationToken cancellation)
    {
        var opened = Dataset.Open(path, new() { Map = map }, cancellation: cancellation);
        var notebooks = Feeding.Of(opened);
        terminal.Results.WriteLine(json ? CheckJson.Write(opened, notebooks) : CheckText.Write(opened, notebooks));
        return ExitCode.Ok;
    }
}
