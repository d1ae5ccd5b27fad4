using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UserOps.Kernel.Jupyter.Wire;

/// <summary>Messages as frames: who, a delimiter, a signature, then four pieces of JSON.</summary>
/// <param name="key">The key of the connection file.</param>
/// <param name="time">The clock that dates messages.</param>
internal sealed class MessageFormat(string key, TimeProvider time)
{
    /// <summary>The version of the protocol that is spoken.</summary>
    public const string ProtocolVersion = "5.4";

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] Empty = "{}"u8.ToArray();
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly string _session = Guid.NewGuid().ToString("N");
    private int _count;

    /// <summary>Reads the frames of a message; null, with the reason, when they are none that counts.</summary>
    public Message? Read(IReadOnlyList<byte[]> frames, out string reason)
    {
        int start = IndexOfDelimiter(frames);
        reason = start < 0 || frames.Count < start + 6 ? "it is not a message" : "";
        if (reason.Length == 0 && !IsSigned(frames, start))
            reason = "its signature is wrong";
        if (reason.Length > 0)
            return null;
        try
        {
            var header = Parse(frames[start + 2]);
            if (header.Text("msg_type") is { } type && header.Text("msg_id") is not null)
                return new([.. frames.Take(start)], type, header, Parse(frames[start + 5]));
            reason = "its header has no type or no id";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            reason = "it is not JSON";
        }
        return null;
    }

    /// <summary>The frames of a message.</summary>
    /// <param name="route">To whom, or on which topic.</param>
    /// <param name="type">What it is.</param>
    /// <param name="parent">The header of the message that it belongs to; undefined for none.</param>
    /// <param name="content">What it says.</param>
    public IReadOnlyList<byte[]> Write(IEnumerable<byte[]> route, string type, JsonElement parent, JsonObject content)
    {
        byte[] header = Bytes(Header(type)), body = Bytes(content);
        byte[] origin = parent.ValueKind == JsonValueKind.Undefined ? Empty : Encoding.UTF8.GetBytes(parent.GetRawText());
        return [.. route, Delimiter, Sign(header, origin, Empty, body), header, origin, Empty, body];
    }

    private static int IndexOfDelimiter(IReadOnlyList<byte[]> frames)
    {
        for (int i = 0; i < frames.Count; i++)
            if (frames[i].AsSpan().SequenceEqual(Delimiter))
                return i;
        return -1;
    }

    private bool IsSigned(IReadOnlyList<byte[]> frames, int start) =>
        CryptographicOperations.FixedTimeEquals(frames[start + 1], Sign(frames[start + 2], frames[start + 3], frames[start + 4], frames[start + 5]));

    private byte[] Sign(byte[] header, byte[] parent, byte[] metadata, byte[] content)
    {
        byte[] message = [.. header, .. parent, .. metadata, .. content];
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(_key, message)));
    }

    private JsonObject Header(string type) => new()
    {
        ["msg_id"] = string.Create(CultureInfo.InvariantCulture, $"{_session}_{Interlocked.Increment(ref _count)}"),
        ["msg_type"] = type,
        ["username"] = "kernel",
        ["session"] = _session,
        ["date"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["version"] = ProtocolVersion,
    };

    private static JsonElement Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static byte[] Bytes(JsonObject json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
            json.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
