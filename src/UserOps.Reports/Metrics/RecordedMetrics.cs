using UserOps.Display;

namespace UserOps.Reports.Metrics;

/// <summary>A metrics file, read back.</summary>
/// <param name="Notebook">The notebook's name.</param>
/// <param name="Metrics">The key numbers by name.</param>
public sealed record RecordedMetrics(string Notebook, IReadOnlyDictionary<string, Metric> Metrics)
{
    /// <summary>The hash of the notebook's code; null in files of the first version.</summary>
    public string? Code { get; init; }

    /// <summary>The version of the program that made the file; null in files of the first version.</summary>
    public string? Program { get; init; }

    /// <summary>The values of the parameters as JSON, by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The data; null where the notebook opened none.</summary>
    public DataIdentity? Data { get; init; }
}
