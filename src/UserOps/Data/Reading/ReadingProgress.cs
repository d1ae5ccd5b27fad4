namespace UserOps.Data.Reading;

/// <summary>Reports how far reading has come over all files, and stops it when it is cancelled.</summary>
internal sealed class ReadingProgress(IProgress<OpenProgress>? listener, int files, CancellationToken cancellation)
{
    private int _finished;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Reports from inside a file.</summary>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public void Report(string file, long rows, double fraction)
    {
        cancellation.ThrowIfCancellationRequested();
        listener?.Report(new(file, rows, Math.Min(1, (_finished + fraction) / Math.Max(1, files))));
    }

    /// <summary>Reports that a file is finished.</summary>
    public void Finish(string file, long rows)
    {
        Report(file, rows, 1);
        _finished++;
    }
}
