using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using UserOps.Display;

namespace UserOps.Reports.Delivery;

/// <summary>Tells another program that reports are ready: a small JSON with states and headline numbers, and nothing about any person.</summary>
public static class Notification
{
    private const int MostNumbers = 8;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The address as it can be posted to.</summary>
    /// <exception cref="UserOpsException">It is no address of the web.</exception>
    public static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : throw new UserOpsException($"--notify {text}: an address that begins with http:// or https:// is needed.");

    /// <summary>Posts the message; the reports are there whether it arrives or not.</summary>
    /// <returns>Null when it arrived, else why not.</returns>
    public static async Task<string?> SendAsync(Uri address, IReadOnlyList<NotebookReport> reports, string index, CancellationToken cancellation = default)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Limit };
        try
        {
            using var content = new StringContent(Write(reports, index), Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(address, content, cancellation);
            return answer.IsSuccessStatusCode ? null : $"it answered {(int)answer.StatusCode}";
        }
        catch (HttpRequestException problem)
        {
            return problem.Message;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"it did not answer within {Limit.TotalSeconds:0} seconds";
        }
    }

    internal static string Write(IReadOnlyList<NotebookReport> reports, string index) => new JsonObject
    {
        ["event"] = "userops.report",
        ["status"] = reports.All(report => report.Succeeded) ? "ok" : "failed",
        ["index"] = index,
        ["reports"] = new JsonArray([.. reports.Select(Of)]),
    }.ToJsonString(Readable);

    // The message of a failure may quote a row of the export, so only the cell is told.
    private static JsonObject Of(NotebookReport report) => new()
    {
        ["notebook"] = report.Name,
        ["title"] = report.Title,
        ["status"] = report.Status.ToString().ToLowerInvariant(),
        ["cell"] = FailureText.Cell(report.Run),
        ["asOf"] = report.Data?.LastDay()?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["numbers"] = new JsonArray([.. report.Metrics.Take(MostNumbers).Select(metric => JsonNode.Parse(Brief(metric).ToJson()))]),
    };

    private static Metric Brief(Metric metric) => metric with { Definition = null };
}
