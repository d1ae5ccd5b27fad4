using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Execution;

/// <summary>Runs a notebook from its first cell to its last without a person watching.</summary>
public static class NotebookRunner
{
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>Runs the notebook; a failed cell is told in the run, not thrown.</summary>
    /// <param name="document">The notebook; it stays as it is.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="progress">Told when a cell starts and when it has ended.</param>
    /// <param name="cancellation">Stops the run; what has run so far is returned.</param>
    /// <exception cref="NotebookException">A parameter or the folder is not as it must be, and no cell has run; or the executed notebook cannot be saved.</exception>
    /// <remarks>The process's current directory is the notebook's folder while it runs; a second run waits for the first.</remarks>
    public static async Task<NotebookRun> RunAsync(
        NotebookDocument document, RunOptions options, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        await OneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        string before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = options.WorkingDirectory;
            using var run = new HeadlessRun(document, options, progress);
            return await run.RunAsync(cancellation).ConfigureAwait(false);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new NotebookException($"The notebook's folder {options.WorkingDirectory} does not exist.", e);
        }
        finally
        {
            Environment.CurrentDirectory = before;
            OneAtATime.Release();
        }
    }
}
