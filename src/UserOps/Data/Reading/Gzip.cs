using System.Buffers.Binary;
using System.IO.Compression;

namespace UserOps.Data.Reading;

/// <summary>Files packed by gzip, recognised by their first bytes rather than their name.</summary>
internal static class Gzip
{
    private const int HeadLength = 10;
    private const int ShortestMember = 18;

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
        using var file = Files.Open(path);
        if (file.Length < ShortestMember || LengthBefore(file, file.Length) != (uint)unpacked && !HasSeveralMembers(file))
            throw Damaged(path, null);
    }

    private static uint LengthBefore(FileStream file, long end)
    {
        Span<byte> length = stackalloc byte[4];
        file.Position = end - length.Length;
        file.ReadExactly(length);
        return BinaryPrimitives.ReadUInt32LittleEndian(length);
    }

    /// <summary>Files packed in pieces state the length of the last piece alone.</summary>
    private static bool HasSeveralMembers(FileStream file)
    {
        byte[] block = new byte[1 << 16];
        for (long at = 1; at + ShortestMember <= file.Length; at += block.Length - HeadLength)
        {
            file.Position = at;
            int read = file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
            for (int i = 0; i + HeadLength <= read; i++)
                if (IsHead(block.AsSpan(i)))
                    return true;
        }
        return false;
    }

    /// <summary>Two bytes that mark the format, deflate, five flags at most, a time, how well it is packed, and a known system.</summary>
    private static bool IsHead(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, 8, < 32, _, _, _, _, 0 or 2 or 4, <= 13 or 255, ..];

    public static UserOpsException Damaged(string path, Exception? cause) => new(
        $"'{Path.GetFileName(path)}' is damaged: its gzip data end early or do not unpack{(cause is null ? "" : $" ({cause.Message.TrimEnd('.')})")}. Copy or export the file again.", cause);
}
