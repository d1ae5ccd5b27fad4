using System.Text.Json.Nodes;
using UserOps.Reports;

namespace UserOps.Cli.Reporting;

/// <summary>What was delivered, for programs.</summary>
internal static class DeliveryJson
{
    public static string Write(IEnumerable<NotebookReport> reports, ReportFolder folder, string index) => new JsonObject
    {
        ["index"] = index,
        ["reports"] = new JsonArray([.. reports.Select(report => Of(report, folder))]),
    }.ToJsonString(Json.Indented);

    private static JsonObject Of(NotebookReport report, ReportFolder folder) => report.Succeeded
        ? new()
        {
            ["notebook"] = report.Name,
            ["status"] = "ok",
            ["page"] = folder.PageOf(report),
            ["metrics"] = folder.MetricsOf(report),
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
