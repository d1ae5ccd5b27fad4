using System.IO.Compression;
using System.Text.Unicode;

namespace UserOps.Data.Reading;

/// <summary>What one pass over the bytes of a text file tells before anything is decoded; gzip is unpacked.</summary>
/// <param name="Hash">XxHash3 of the bytes as they lie on the disk.</param>
/// <param name="Length">Bytes after unpacking.</param>
/// <param name="Lines">Lines ended by line feeds, the last one even without: never fewer than rows, but for files with bare carriage returns.</param>
/// <param name="IsUtf8">Whether every byte belongs to well-formed UTF-8.</param>
/// <param name="Head">The first bytes.</param>
/// <param name="NonAscii">Bytes from the first block that is more than ASCII; empty when all is ASCII.</param>
internal sealed record FileScan(string Hash, long Length, long Lines, bool IsUtf8, byte[] Head, byte[] NonAscii)
{
    private const int BlockSize = 1 << 18;

    /// <summary>Reads the whole file once.</summary>
    /// <exception cref="UserOpsException">It cannot be read, or its gzip data are damaged.</exception>
    public static FileScan Of(string path)
    {
        bool isPacked = Gzip.IsPacked(path);
        using var file = new HashingStream(Files.Open(path));
        using var bytes = isPacked ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : (Stream)file;
        try
        {
            var scan = Walk(bytes) with { Hash = file.Finish() };
            if (isPacked)
                Gzip.CheckEnd(path, scan.Length);
            return scan;
        }
        catch (Exception cause) when (cause is InvalidDataException or EndOfStreamException)
        {
            throw Gzip.Damaged(path, cause);
        }
    }

    private static FileScan Walk(Stream bytes)
    {
        byte[] block = new byte[BlockSize];
        byte[] head = [], nonAscii = [];
        long length = 0, breaks = 0;
        bool isUtf8 = true;
        int kept = 0;
        byte last = (byte)'\n';
        for (int read; (read = bytes.ReadAtLeast(block.AsSpan(kept), block.Length - kept, throwOnEndOfStream: false)) > 0;)
        {
            var fresh = block.AsSpan(0, kept + read);
            if (length == 0)
                head = fresh.ToArray();
            if (nonAscii.Length == 0 && !System.Text.Ascii.IsValid(fresh))
                nonAscii = fresh.ToArray();
            length += read;
            breaks += fresh[kept..].Count((byte)'\n');
            last = fresh[^1];
            int tail = isUtf8 && read == block.Length - kept ? IncompleteTail(fresh) : 0;
            isUtf8 = isUtf8 && Utf8.IsValid(fresh[..^tail]);
            fresh[^tail..].CopyTo(block);
            kept = tail;
        }
        return new("", length, breaks + (last == (byte)'\n' ? 0 : 1), isUtf8 && kept == 0, head, nonAscii);
    }

    /// <summary>How many bytes at the end begin a character that the next block finishes.</summary>
    private static int IncompleteTail(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= Math.Min(3, bytes.Length); back++)
            if ((bytes[^back] & 0xC0) != 0x80)
                return Need(bytes[^back]) > back ? back : 0;
        return 0;
    }

    private static int Need(byte lead) => lead switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };
}
