using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UserOps.Kernel.Stdio;

/// <summary>Writes messages, one line of JSON each, from any thread.</summary>
internal sealed class MessageWriter(Stream output)
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly byte[] End = "\n"u8.ToArray();

    private readonly Lock _lock = new();

    public void Write(JsonObject message)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line, Compact))
            message.WriteTo(writer);
        line.Write(End);
        lock (_lock)
        {
            output.Write(line.GetBuffer(), 0, (int)line.Length);
            output.Flush();
        }
    }
}
