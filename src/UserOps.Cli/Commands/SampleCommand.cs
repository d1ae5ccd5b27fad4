using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
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

    private static readonly Option<DateOnly?> From = new("--from") { Description = "The first day that the export holds, such as 2024-03-04; the first of the simulation when absent.", HelpName = "day" };

    private static readonly Option<DateOnly?> Until = new("--until") { Description = "The day after the last that the export holds: the same shop a week later is the same command with a later day.", HelpName = "day" };

    private static readonly Option<ShopChange?> Change = new("--change")
    {
        Description = "Let users finish more or fewer of their checkouts from a day on: 2024-06-17:0.5, or of one channel alone: 2024-06-17:search:0.5.",
        HelpName = "day[:channel]:factor",
        CustomParser = ReadChange,
    };

    public static Command Make(Terminal terminal)
    {
        var command = new Command("sample", "Write the export of a simulated shop, with the truths planted in it beside it (truth.json).") { Folder, Users, Seed, Chinese, From, Until, Change };
        Examples.Add(command, "userops sample my-shop", "userops sample my-shop --users 100000 --seed 3", "userops sample my-shop-zh --zh",
            "userops sample april --users 6000 --from 2024-04-08 --until 2024-05-06",
            "userops sample may --users 6000 --from 2024-05-06 --until 2024-06-03 --change 2024-05-06:0.2");
        command.SetAction((parsed, cancellation) => Task.Run(() => Write(parsed, terminal, cancellation), CancellationToken.None));
        return command;
    }

    private static int Write(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var options = new ShopOptions
        {
            Users = parsed.GetValue(Users),
            Seed = parsed.GetValue(Seed),
            Chinese = parsed.GetValue(Chinese),
            ExportFrom = parsed.GetValue(From),
            ExportUntil = parsed.GetValue(Until),
            Change = parsed.GetValue(Change),
        };
        var written = ShopSample.Write(parsed.GetRequiredValue(Folder), options, cancellation: cancellation);
        foreach (var (table, rows) in written.Rows.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            terminal.Messages.WriteLine(FormattableString.Invariant($"{table}: {rows:N0} rows"));
        terminal.Results.WriteLine(written.Folder);
        return ExitCode.Ok;
    }

    private static ShopChange? ReadChange(ArgumentResult result)
    {
        string[] parts = result.Tokens[0].Value.Split(':');
        if (parts.Length is 2 or 3 && DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && double.TryParse(parts[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out double factor))
            return new(day, factor, parts.Length == 3 ? parts[1] : null);
        result.AddError($"'{result.Tokens[0].Value}' is no change. Write a day, a channel or none, and a factor, such as 2024-06-17:search:0.5.");
        return null;
    }
}
