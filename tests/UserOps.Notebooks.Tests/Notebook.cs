using System.Collections.Immutable;
using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;

namespace UserOps.Notebooks.Tests;

/// <summary>Small notebooks of C# cells, run as the command line runs them.</summary>
internal static class Notebook
{
    public static RunOptions Options { get; } = new() { WorkingDirectory = Path.GetTempPath(), CellTimeout = TimeSpan.FromSeconds(60) };

    public static NotebookDocument Of(params string[] cells) => new([.. cells.Select(source => new NotebookCell("csharp", source))]);

    public static Task<NotebookRun> RunAsync(params string[] cells) => RunAsync(Of(cells), Options);

    public static Task<NotebookRun> RunAsync(NotebookDocument document, RunOptions options) =>
        NotebookRunner.RunAsync(document, options, cancellation: TestContext.Current.CancellationToken);

    /// <summary>The outputs of the last cell after all have run.</summary>
    public static async Task<ImmutableArray<CellOutput>> OutputsAsync(params string[] cells) => (await RunAsync(cells)).Executed.Cells[^1].Outputs;

    /// <summary>The plain text of the last cell's only output.</summary>
    public static async Task<string> TextAsync(params string[] cells) => TextOf(Assert.Single(await OutputsAsync(cells)));

    /// <summary>The error of the last cell.</summary>
    public static async Task<CellOutput.Error> ErrorAsync(params string[] cells) => Assert.IsType<CellOutput.Error>((await OutputsAsync(cells))[^1]);

    public static string TextOf(CellOutput output) => output switch
    {
        CellOutput.Stream stream => stream.Text,
        CellOutput.Display display => display.Data[MimeBundle.PlainText]!,
        CellOutput.Result result => result.Data[MimeBundle.PlainText]!,
        CellOutput.Error error => string.Join('\n', error.Traceback),
        _ => throw new InvalidOperationException(),
    };
}
