using System.Text.Json.Nodes;
using UserOps.Reports;
using UserOps.Reports.Runs;

namespace UserOps.Cli.Reporting;

/// <summary>What was delivered, for programs.</summary>
internal static class DeliveryJson
{
    public static string Write(IEnumerable<NotebookReport> reports, RunFolder run, string index) => new JsonObject
    {
        ["index"] = index,
        ["run"] = run.Folder,
        ["replacedFiles"] = new JsonArray([.. run.Record.ReplacedFiles.Select(file => (JsonNode)file)]),
        ["reports"] = new JsonArray([.. reports.Select(report => Of(report, run))]),
    }.ToJsonString(Json.Indented);

    private static JsonObject Of(NotebookReport report, RunFolder run)
    {
        var json = Of(report, run.Reports);
        if (run.Record.Notebooks.First(notebook => notebook.Name == report.Name).Delivered is { Count: > 0 } files)
            json["delivered"] = new JsonArray([.. files.Select(file => (JsonNode)Path.Combine(run.Reports.Path, file))]);
        return json;
    }

    private static JsonObject Of(NotebookReport report, ReportFolder folder)
    {
        var json = new JsonObject { ["notebook"] = report.Name, ["status"] = report.Status.ToString().ToLowerInvariant(), ["page"] = folder.PageOf(report) };
        if (report.Succeeded)
            json["metrics"] = folder.MetricsOf(report);
        if (FailureText.Cell(report.Run) is { } cell)
            json["cell"] = cell;
        if (report.Reason is { } reason)
            json["reason"] = reason;
        if (report.LeftBlank.Count > 0)
            json["blanks"] = new JsonArray([.. report.LeftBlank.Select(blank => (JsonNode)blank)]);
        return json;
    }
}
