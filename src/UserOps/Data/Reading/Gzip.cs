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

    public static UserOpsException Damaged(string path, Exception cause) => new(
        $"'{Path.GetFileName(path)}' is damaged: its gzip data end early or do not unpack ({cause.Message}). Copy or export the file again.", cause);
}
