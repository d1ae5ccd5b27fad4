using UserOps.Reports.Delivery;
using UserOps.Reports.Languages;

namespace UserOps.Cli.Reporting;

/// <summary>What somebody asked <c>userops report</c> for, as it was typed.</summary>
internal sealed record ReportRequest
{
    public IReadOnlyList<string> Notebooks { get; init; } = [];
    public string? Data { get; init; }
    public IReadOnlyList<string> Map { get; init; } = [];
    public IReadOnlyList<string> Parameters { get; init; } = [];
    public string Out { get; init; } = "reports";
    public TimeSpan? Timeout { get; init; }
    public TimeSpan? CellTimeout { get; init; }
    public bool KeepGoing { get; init; }
    public bool Json { get; init; }
    public IReadOnlyList<DeliveryFormat> Also { get; init; } = [];
    public Uri? Notify { get; init; }
    public Language Language { get; init; }
}
