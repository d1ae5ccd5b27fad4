using UserOps.Differences;
using UserOps.Display;

namespace UserOps.Reports.Comparison;

/// <summary>Collects the evidence behind the metrics that a notebook publishes while it runs, in this flow of execution or in another process.</summary>
/// <example><code>
/// using var evidence = EvidenceCollection.Start();
/// var run = await NotebookRunner.RunAsync(notebook, options);
/// var report = new NotebookReport("funnel", run) { Evidence = evidence.Found };
/// </code></example>
public sealed class EvidenceCollection : IDisposable
{
    private readonly Dictionary<string, UserEvidence> _found = new(StringComparer.Ordinal);
    private IDisposable? _collecting;

    private EvidenceCollection() { }

    /// <summary>Collects until disposed.</summary>
    public static EvidenceCollection Start()
    {
        var collection = new EvidenceCollection();
        collection._collecting = MetricEvidence.CollectTo((name, evidence) => collection._found[name] = (UserEvidence)evidence);
        return collection;
    }

    /// <summary>What was found so far, by metric.</summary>
    public IReadOnlyDictionary<string, UserEvidence> Found => _found;

    /// <summary>Adds what another process found; nothing where it ended without an answer.</summary>
    /// <param name="bytes">What its <see cref="ToBytes"/> gave, or null.</param>
    public void Add(byte[]? bytes)
    {
        if (bytes is not null)
            foreach (var (name, evidence) in EvidenceFile.Read(new MemoryStream(bytes), "evidence").ByMetric)
                _found[name] = evidence;
    }

    /// <summary>What was found, for the process that asked for it. Users are hashed without a secret: these bytes belong into no file.</summary>
    public byte[] ToBytes() => EvidenceFile.Write(new("", _found));

    /// <inheritdoc/>
    public void Dispose() => _collecting?.Dispose();
}
