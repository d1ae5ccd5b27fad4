using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace UserOps;

/// <summary>A saved model as a file of named parts, written whole or not at all, that tells when it was cut short, changed, or is of another kind or form.</summary>
/// <param name="Kind">What the parts describe, such as <c>churn</c>.</param>
/// <param name="Form">Goes up with every change of what the parts hold.</param>
internal sealed record ModelFile(string Kind, int Form)
{
    private const string KindPart = "kind";
    private const int HashLength = 32;
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("USEROPSM");
    private static readonly int Header = Mark.Length + sizeof(int) + HashLength;

    /// <summary>Writes a model; a reader sees the old file or the new one, never half of one.</summary>
    /// <exception cref="UserOpsException">The file cannot be written.</exception>
    public void Write(string path, IReadOnlyDictionary<string, byte[]> parts)
    {
        byte[] payload = Pack(parts);
        string unfinished = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            File.WriteAllBytes(unfinished, [.. Mark, .. BitConverter.GetBytes(Form), .. SHA256.HashData(payload), .. payload]);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserOpsException($"The model cannot be saved to '{path}': {failure.Message} Close programs that hold it, free space, or name another folder.", failure);
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }

    /// <summary>The parts of a model.</summary>
    /// <exception cref="UserOpsException">There is no such file, or it is damaged, of another form or kind, or no model.</exception>
    public IReadOnlyDictionary<string, byte[]> Read(string path)
    {
        byte[] bytes = Bytes(path);
        if (!bytes.AsSpan().StartsWith(Mark))
            throw new UserOpsException($"'{path}' holds no model: a file that was written by Save is needed.");
        if (bytes.Length < Header || !SHA256.HashData(bytes.AsSpan(Header)).AsSpan().SequenceEqual(bytes.AsSpan(Header - HashLength, HashLength)))
            throw new UserOpsException($"The model in '{path}' was cut short or changed: its content does not match its checksum. Copy it again, or make it anew.");
        var parts = Unpack(bytes);
        string kind = Encoding.UTF8.GetString(parts[KindPart]);
        if (kind != Kind)
            throw new UserOpsException($"'{path}' holds a model of {kind}; one of {Kind} is needed. Name another file.");
        int form = BitConverter.ToInt32(bytes, Mark.Length);
        return form == Form ? parts : throw new UserOpsException(
            $"The model in '{path}' has form {form}; this version reads form {Form}. Make it anew, or read it with the version that wrote it.");
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserOpsException($"The model '{path}' cannot be read: {failure.Message} Name a file that a model was saved to.", failure);
        }
    }

    private byte[] Pack(IReadOnlyDictionary<string, byte[]> parts)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, byte[] bytes) in parts.Prepend(new(KindPart, Encoding.UTF8.GetBytes(Kind))))
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(bytes);
            }
        return memory.ToArray();
    }

    private static Dictionary<string, byte[]> Unpack(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, Header, bytes.Length - Header));
        return archive.Entries.ToDictionary(entry => entry.Name, entry =>
        {
            using var part = entry.Open();
            using var memory = new MemoryStream();
            part.CopyTo(memory);
            return memory.ToArray();
        }, StringComparer.Ordinal);
    }
}
