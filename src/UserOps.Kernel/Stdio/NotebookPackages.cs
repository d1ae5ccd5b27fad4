using System.Text.Json.Nodes;
using UserOps.Kernel.Sessions;

namespace UserOps.Kernel.Stdio;

/// <summary>Restores the packages of a whole notebook together, before its first cell runs.</summary>
internal sealed class NotebookPackages(LiveSession session, MessageWriter writer)
{
    public async Task<JsonObject> PrepareAsync(Request request)
    {
        var started = await session.Started.ConfigureAwait(false);
        await started.PrepareAsync(request.Notebook(), new Told(text => Tell(request, text))).ConfigureAwait(false);
        return [];
    }

    private void Tell(Request request, string text)
    {
        var progress = request.Event("progress");
        progress["text"] = text;
        writer.Write(progress);
    }

    /// <summary>Progress that is told at once and in order.</summary>
    private sealed class Told(Action<string> tell) : IProgress<string>
    {
        public void Report(string value) => tell(value);
    }
}
