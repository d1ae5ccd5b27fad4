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

    private static JsonObject Of(NotebookReport report, ReportFolder folder) => report.Succeeded
        ? new()
        {
            ["notebook"] = report.Name,
            ["status"] = "ok",
            ["page"] = folder.PageOf(report),
            ["metrics"] = folder.MetricsOf(report),
        }
        : report.Refusals.Count > 0 ? new()
        {
            ["notebook"] = report.Name,
            ["status"] = "refused",
            ["page"] = folder.PageOf(report),
            ["reason"] = string.Join(" ", report.Refusals),
        }
        : new()
        {
            ["notebook"] = report.Name,
            ["status"] = "failed",
            ["page"] = folder.PageOf(report),
            ["cell"] = FailureText.Cell(report.Run),
            ["reason"] = FailureText.Reason(report.Run),
        };
}
