using System.IO.Hashing;

namespace UserOps.Data.Reading;

/// <summary>The fast, non-cryptographic hash that tells whether a file changed.</summary>
internal static class ContentHash
{
    private const int BlockSize = 1 << 20;

    /// <summary>XxHash3 of the file's bytes in hexadecimal.</summary>
    public static string Of(string path)
    {
        using var file = Files.Open(path);
        var hash = new XxHash3();
        byte[] block = new byte[BlockSize];
        for (int length; (length = file.Read(block)) > 0;)
            hash.Append(block.AsSpan(0, length));
        return Text(hash);
    }

    /// <summary>One hash over several texts, their borders included.</summary>
    public static string OfAll(IEnumerable<string> parts)
    {
        var hash = new XxHash3();
        foreach (string part in parts)
            hash.Append(System.Text.Encoding.UTF8.GetBytes(part + "\n"));
        return Text(hash);
    }

    public static string Text(XxHash3 hash) => hash.GetCurrentHashAsUInt64().ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}
