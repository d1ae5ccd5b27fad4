using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace UserOps.Learning;

/// <summary>A file of named parts, written whole or not at all, that tells when it was cut short, changed, or written by another version.</summary>
internal static class ModelFile
{
    /// <summary>Goes up with every change of what the parts hold.</summary>
    public const int Version = 1;
    private const int Header = 44;
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("USEROPSM");

    public static void Write(string path, IReadOnlyDictionary<string, byte[]> parts)
    {
        byte[] payload = Pack(parts);
        string temporary = path + ".unfinished";
        try
        {
            using (var file = File.Create(temporary))
            {
                file.Write(Mark);
                file.Write(BitConverter.GetBytes(Version));
                file.Write(SHA256.HashData(payload));
                file.Write(payload);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
            throw new UserOpsException($"The model cannot be saved to '{path}': {failure.Message} Choose another place.", failure);
        }
    }

    /// <exception cref="UserOpsException">There is no such file, or it is damaged, of another version, or no model.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(string path)
    {
        byte[] bytes = Bytes(path);
        if (!bytes.AsSpan(0, Math.Min(bytes.Length, Mark.Length)).SequenceEqual(Mark))
            throw new UserOpsException($"'{path}' holds no model: a file that was written by Save is needed.");
        if (bytes.Length < Header)
            throw CutShort(path);
        int version = BitConverter.ToInt32(bytes, Mark.Length);
        if (version != Version)
            throw new UserOpsException($"The model in '{path}' has format {version}; this version reads format {Version}. Train it again, or read it with the version that wrote it.");
        if (!SHA256.HashData(bytes.AsSpan(Header)).AsSpan().SequenceEqual(bytes.AsSpan(Mark.Length + sizeof(int), 32)))
            throw CutShort(path);
        return Unpack(bytes);
    }

    private static UserOpsException CutShort(string path) =>
        new($"The model in '{path}' was cut short or changed: its content does not match its checksum. Copy it again, or train it anew.");

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserOpsException($"The model '{path}' cannot be read: {failure.Message}", failure);
        }
    }

    private static byte[] Pack(IReadOnlyDictionary<string, byte[]> parts)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, byte[] bytes) in parts)
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
