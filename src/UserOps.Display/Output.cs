namespace UserOps.Display;

/// <summary>Where shown values go: the host of the notebook sets it, and a plain program prints text.</summary>
public static class Output
{
    private static readonly AsyncLocal<Action<MimeBundle>?> Sink = new();

    /// <summary>Sends what is shown in this asynchronous flow to <paramref name="sink"/> until the returned value is disposed.</summary>
    public static IDisposable RedirectTo(Action<MimeBundle> sink)
    {
        var previous = Sink.Value;
        Sink.Value = sink;
        return new Restore(previous);
    }

    /// <summary>Shows a value in the current host.</summary>
    public static void Publish(IDisplayable value)
    {
        if (value is Metric metric)
            MetricEvidence.Offer(metric);
        var bundle = value.Render();
        if (Sink.Value is { } sink)
            sink(bundle);
        else if (!InteractiveHost.TryPublish(value, bundle))
            Console.WriteLine(bundle[MimeBundle.PlainText]);
    }

    private sealed class Restore(Action<MimeBundle>? previous) : IDisposable
    {
        public void Dispose() => Sink.Value = previous;
    }
}
