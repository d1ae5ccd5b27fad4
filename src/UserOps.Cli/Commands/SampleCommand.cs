using System.CommandLine;
using UserOps.Cli.Terminals;
using UserOps.Samples;

namespace UserOps.Cli.Commands;

/// <summary><c>userops sample</c>: writes the export of a simulated shop.</summary>
internal static class SampleCommand
{
    private static readonly Argument<string> Folder = new("folder") { Description = "The folder that the export is written into." };

    private static readonly Option<int> Users = new("--users")
    {
        Description = "How many people sign up.",
        HelpName = "number",
        DefaultValueFactory = _ => new ShopOptions().Users,
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Equal seeds give equal exports.",
        HelpName = "number",
        DefaultValueFactory = _ => new ShopOptions().Seed,
    };

    private static readonly Option<bool> Chinese = new("--zh") { Description = "The same numbers under Chinese headers, in GBK, with dates and amounts in several forms." };

    public static Command Make(Terminal terminal)
    {
        var command = new Command("sample", "Write the export of a simulated shop, with the truths planted in it beside it (truth.json).") { Folder, Users, Seed, Chinese };
        Examples.Add(command, "userops sample my-shop", "userops sample my-shop --users 100000 --seed 3", "userops sample my-shop-zh --zh");
        command.SetAction((parsed, cancellation) => Task.Run(() => Write(parsed, terminal, cancellation), CancellationToken.None));
        return command;
    }

    private static int Write(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var options = new ShopOptions { Users = parsed.GetValue(Users), Seed = parsed.GetValue(Seed), Chinese = parsed.GetValue(Chinese) };
        var written = ShopSample.Write(parsed.GetRequiredValue(Folder), options, cancellation: cancellation);
        foreach (var (table, rows) in written.Rows.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            terminal.Messages.WriteLine(FormattableString.Invariant($"{table}: {rows:N0} rows"));
        terminal.Results.WriteLine(written.Folder);
        return ExitCode.Ok;
    }
}
