using UserOps.Reports.Delivery;
using UserOps.Reports.Languages;
using UserOps.Reports.Runs;

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
    public int? FreshDays { get; init; }
    public int Jobs { get; init; } = 1;
    public bool Json { get; init; }
    public IReadOnlyList<DeliveryFormat> Also { get; init; } = [];
    public Uri? Notify { get; init; }
    public Language Language { get; init; }

    /// <summary>The request as a run keeps it, once <see cref="Plan"/> has found nothing wrong with it.</summary>
    public RunRequest ToRecord(int jobs) => new(
        Parameters.Select(pair => pair.Split('=', 2)).GroupBy(pair => pair[0].Trim(), pair => pair[^1], StringComparer.Ordinal)
            .ToDictionary(values => values.Key, values => (IReadOnlyList<string>)[.. values], StringComparer.Ordinal),
        Data is null ? null : Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Data))), jobs, Timeout?.TotalSeconds, CellTimeout?.TotalSeconds, KeepGoing);
}
