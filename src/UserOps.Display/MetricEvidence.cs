namespace UserOps.Display;

/// <summary>What stands behind a metric beyond its value, so that runs can be compared. It stays in the process: no rendering and no JSON of a metric holds it.</summary>
public abstract record MetricEvidence
{
    private static readonly AsyncLocal<Action<string, MetricEvidence>?> Sink = new();

    /// <summary>Hands the evidence of every metric that is published in this asynchronous flow, by the metric's name, to <paramref name="sink"/> until the returned value is disposed.</summary>
    /// <remarks>Where nobody collects, none is computed.</remarks>
    public static IDisposable CollectTo(Action<string, MetricEvidence> sink)
    {
        var previous = Sink.Value;
        Sink.Value = sink;
        return new Restore(previous);
    }

    internal static void Offer(Metric metric)
    {
        if (Sink.Value is { } sink && metric.Evidence?.Invoke() is { } evidence)
            sink(metric.Name, evidence);
    }

    private sealed class Restore(Action<string, MetricEvidence>? previous) : IDisposable
    {
        public void Dispose() => Sink.Value = previous;
    }
}
