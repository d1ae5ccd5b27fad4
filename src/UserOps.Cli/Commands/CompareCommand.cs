using System.CommandLine;
using UserOps.Cli.Terminals;
using UserOps.Reports.Comparison;

namespace UserOps.Cli.Commands;

/// <summary><c>userops compare</c>: every metric of one run against another.</summary>
internal static class CompareCommand
{
    private const string Places = "the folder of a run, a folder of reports (its newest run), or a metrics file";

    private static readonly Argument<string> Old = new("old") { Description = $"The earlier run: {Places}. Alone: a folder of reports, whose newest run is compared with the one before on other data." };

    private static readonly Argument<string?> New = new("new") { Description = $"The later run: {Places}.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<bool> AsJson = new("--json") { Description = "Print the comparison as JSON." };

    public static Command Make(Terminal terminal)
    {
        var command = new Command("compare", "Say which key numbers moved between two runs, by how much and why, and which cannot be compared.") { Old, New, AsJson };
        Examples.Add(command, "userops compare reports", "userops compare reports/runs/20240603T081500Z-4c1a reports/runs/20240610T081200Z-91be", "userops compare may/03-core-path.metrics.json june/03-core-path.metrics.json --json");
        command.SetAction(parsed => Compare(parsed.GetRequiredValue(Old), parsed.GetValue(New), parsed.GetValue(AsJson), terminal));
        return command;
    }

    private static int Compare(string old, string? later, bool json, Terminal terminal)
    {
        var (before, now) = later is null ? RecordedRun.LastTwo(old) : (RecordedRun.Open(old), RecordedRun.Open(later));
        var (comparisons, remarks) = RecordedRun.Compare(before, now);
        if (json)
            terminal.Results.WriteLine(ComparisonJson.Of(before, now, comparisons, remarks).ToJsonString(Json.Indented));
        else
            terminal.Results.WriteLine(string.Join("\n\n", comparisons.Select(ComparisonText.Write)));
        foreach (string remark in remarks)
            terminal.Messages.WriteLine(remark);
        return ExitCode.Ok;
    }
}
