using System.Buffers.Binary;
using System.IO.Compression;

namespace UserOps.Data.Reading;

/// <summary>Files packed by gzip, recognised by their first bytes rather than their name.</summary>
internal static class Gzip
{
    public static bool IsPacked(string path)
    {
        using var file = Files.Open(path);
        return file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
    }

    public static Stream Unpack(Stream file) => new GZipStream(file, CompressionMode.Decompress);

    /// <summary>Checks that as much was unpacked as the file's last four bytes say: the platform takes a file that breaks off for its end.</summary>
    /// <exception cref="UserOpsException">The file breaks off.</exception>
    public static void CheckEnd(string path, long unpacked)
    {
        byte[] packed = File.ReadAllBytes(path);
        if (packed.Length < 18 || BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan(packed.Length - 4)) != (uint)unpacked && !HasSeveralMembers(packed))
            throw Damaged(path, null);
    }

    /// <summary>Files packed in pieces state the length of the last piece alone.</summary>
    private static bool HasSeveralMembers(ReadOnlySpan<byte> packed) => packed[1..].IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) >= 0;

    public static UserOpsException Damaged(string path, Exception? cause) => new(
        $"'{Path.GetFileName(path)}' is damaged: its gzip data end early or do not unpack{(cause is null ? "" : $" ({cause.Message.TrimEnd('.')})")}. Copy or export the file again.", cause);
}
