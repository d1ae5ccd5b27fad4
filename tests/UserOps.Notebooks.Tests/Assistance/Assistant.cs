using UserOps.Notebooks.Assistance;
using UserOps.Notebooks.Execution;

namespace UserOps.Notebooks.Tests.Assistance;

/// <summary>Asks for help in a cell in which <c>|</c> marks the place, behind cells that have run.</summary>
internal static class Assistant
{
    public static async Task<NotebookSession> AfterAsync(params string[] cells)
    {
        var session = new NotebookSession(new() { WorkingDirectory = Path.GetTempPath() });
        foreach (string cell in cells)
            Assert.IsType<CellOutcome.Succeeded>(await session.RunAsync(new("csharp", cell), _ => { }, TestContext.Current.CancellationToken));
        return session;
    }

    public static Task<CompletionList> CompleteAsync(this NotebookSession session, string marked) =>
        new CellAssistant(session).CompleteAsync(Cell(marked), Place(marked), TestContext.Current.CancellationToken);

    public static async Task<string[]> NamesAsync(this NotebookSession session, string marked) => [.. (await session.CompleteAsync(marked)).Items.Select(item => item.Text)];

    /// <summary>The choices at the mark in a session in which nothing has run.</summary>
    public static async Task<string[]> NamesAsync(string marked)
    {
        using var session = await AfterAsync();
        return await session.NamesAsync(marked);
    }

    public static Task<HoverText?> HoverAsync(this NotebookSession session, string marked) =>
        new CellAssistant(session).HoverAsync(Cell(marked), Place(marked), TestContext.Current.CancellationToken);

    public static Task<SignatureHelp?> SignaturesAsync(this NotebookSession session, string marked) =>
        new CellAssistant(session).SignaturesAsync(Cell(marked), Place(marked), TestContext.Current.CancellationToken);

    public static Task<IReadOnlyList<CellDiagnostic>> DiagnosticsAsync(this NotebookSession session, string cell) =>
        new CellAssistant(session).DiagnosticsAsync(cell, TestContext.Current.CancellationToken);

    private static string Cell(string marked) => marked.Remove(Place(marked), 1);

    private static int Place(string marked) => marked.IndexOf('|', StringComparison.Ordinal);
}
