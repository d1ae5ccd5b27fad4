using System.CommandLine;
using System.Text.Json.Nodes;
using UserOps.Cli.Terminals;
using UserOps.Display;
using UserOps.Reports;
using UserOps.Reports.Comparison;
using UserOps.Reports.Languages;

namespace UserOps.Cli.Commands;

/// <summary><c>userops history</c>: the key numbers of a folder of reports over its runs.</summary>
internal static class HistoryCommand
{
    private static readonly Argument<string> Out = new("out") { Description = "The folder of reports.", DefaultValueFactory = _ => "reports" };

    private static readonly Option<string?> Metric = new("--metric") { Description = "Print this metric alone, such as retention.d7.", HelpName = "name" };

    private static readonly Option<bool> AsJson = new("--json") { Description = "Print the history as JSON." };

    public static Command Make(Terminal terminal)
    {
        var command = new Command("history", "Show every key number over the runs of a folder of reports; write a page of it (history.html).") { Out, Metric, ReportCommand.Lang, AsJson };
        Examples.Add(command, "userops history", "userops history reports --metric retention.d7", "userops history reports --json");
        command.SetAction(parsed => Show(parsed.GetRequiredValue(Out), parsed.GetValue(Metric), parsed.GetValue(ReportCommand.Lang), parsed.GetValue(AsJson), terminal));
        return command;
    }

    private static int Show(string reports, string? metric, Language language, bool json, Terminal terminal)
    {
        var history = ReportHistory.Of(reports, language);
        string page = ReportFolder.Open(reports, TimeProvider.System).WriteHistory(history);
        IReadOnlyList<MetricHistory> shown = metric is null ? history.Metrics : Named(history, metric);
        foreach (string problem in history.Problems)
            terminal.Messages.WriteLine(problem);
        terminal.Results.WriteLine(json
            ? new JsonObject { ["page"] = page, ["metrics"] = new JsonArray([.. shown.Select(one => one.ToJson())]) }.ToJsonString(Json.Indented)
            : string.Join("\n", [.. shown.Select(one => one.ToTable().ToString()), page]));
        return ExitCode.Ok;
    }

    private static MetricHistory[] Named(ReportHistory history, string metric) => history.Metrics.Where(one => one.Metric.Name == metric).ToArray() is { Length: > 0 } found
        ? found
        : throw new UserOpsException($"No run has a metric '{metric}'.{NearestName.Suggest(metric, history.Metrics.Select(one => one.Metric.Name).Distinct())} There are: {string.Join(", ", history.Metrics.Select(one => one.Metric.Name).Distinct())}.");
}
