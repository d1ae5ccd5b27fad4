using System.Text;
using UtfUnknown;

namespace UserOps.Data.Reading;

/// <summary>The encoding of a text file and how it was found.</summary>
/// <param name="Encoding">The encoding; wrong bytes become U+FFFD.</param>
/// <param name="Statement">The encoding and the reason in words: <c>GB18030 (detected)</c>.</param>
internal sealed record TextEncoding(Encoding Encoding, string Statement)
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The given encoding, or the one that the bytes show: mark, UTF-8, UTF-16, GB18030, then statistics.</summary>
    public static TextEncoding Of(FileScan scan, Encoding? given)
    {
        if (ByMark(scan.Head) is { } marked)
            return marked;
        if (given is not null)
            return new(given, $"{Name(given)} (given)");
        if (Utf16WithoutMark(scan.Head) is { } wide)
            return wide;
        if (scan.IsUtf8)
            return new(Utf8, scan.NonAscii.Length == 0 ? "UTF-8 (all ASCII)" : "UTF-8 (detected)");
        return IsNearlyUtf8(scan.NonAscii) ? new(Utf8, "UTF-8 (detected, with damaged bytes)") : ByContent(scan.NonAscii);
    }

    /// <summary>The encoding of this name or code page: <c>gbk</c>, <c>gb18030</c>, <c>utf-16</c> ….</summary>
    /// <exception cref="UserOpsException">There is none.</exception>
    public static Encoding Named(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException cause)
        {
            throw new UserOpsException($"Encoding '{name}' is unknown. Known ones are utf-8, utf-16, gb18030, gbk, big5, shift_jis, windows-1252 ….", cause);
        }
    }

    private static TextEncoding? ByMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(Utf8, "UTF-8 (byte-order mark)"),
        [0xFF, 0xFE, ..] => new(Encoding.Unicode, "UTF-16 LE (byte-order mark)"),
        [0xFE, 0xFF, ..] => new(Encoding.BigEndianUnicode, "UTF-16 BE (byte-order mark)"),
        _ => null,
    };

    /// <summary>UTF-16 shows in NULs at every other byte of what is mostly ASCII punctuation and digits.</summary>
    private static TextEncoding? Utf16WithoutMark(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0, pairs = Math.Min(head.Length, 4096) / 2;
        for (int i = 0; i < pairs; i++)
        {
            even += head[2 * i] == 0 ? 1 : 0;
            odd += head[2 * i + 1] == 0 ? 1 : 0;
        }
        if (pairs < 4 || Math.Max(even, odd) < 0.2 * pairs || Math.Min(even, odd) > 0.02 * pairs)
            return null;
        return odd > even ? new(Encoding.Unicode, "UTF-16 LE (detected)") : new(Encoding.BigEndianUnicode, "UTF-16 BE (detected)");
    }

    /// <summary>Whether all but a few characters beyond ASCII are well-formed; a damaged byte or two do not make another encoding.</summary>
    private static bool IsNearlyUtf8(byte[] bytes)
    {
        char[] foreign = [.. Utf8.GetString(bytes).Where(c => c > 0x7F)];
        return foreign.Count(c => c == '\uFFFD') <= 0.05 * foreign.Length;
    }

    private static TextEncoding ByContent(byte[] bytes)
    {
        if (IsChinese(bytes))
            return new(Encoding.GetEncoding("GB18030"), "GB18030 (detected; GBK and GB2312 are parts of it)");
        var found = CharsetDetector.DetectFromBytes(bytes).Detected;
        return found?.Encoding is { } encoding && found.Confidence > 0.5f
            ? new(encoding, FormattableString.Invariant($"{Name(encoding)} (detected, confidence {found.Confidence:0.00}; name the encoding if words look wrong)"))
            : new(Encoding.GetEncoding(1252), "windows-1252 (assumed: the bytes fit no other encoding; name the encoding if words look wrong)");
    }

    /// <summary>Whether the bytes decode as GB18030 without an error into what are nearly all Chinese characters and punctuation.</summary>
    private static bool IsChinese(byte[] bytes)
    {
        var strict = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        try
        {
            char[] text = new char[bytes.Length];
            // Not flushed: the sample may end inside a character.
            int length = strict.GetDecoder().GetChars(bytes, 0, bytes.Length, text, 0, flush: false);
            char[] foreign = [.. text.Take(length).Where(c => c > 0x7F)];
            return foreign.Length > 0 && foreign.Count(c => c is >= '\u4E00' and <= '\u9FA5' or >= '\u3000' and <= '\u301F' or >= '\uFF01' and <= '\uFFE5') >= 0.8 * foreign.Length;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string Name(Encoding encoding) => encoding.WebName.ToUpperInvariant();
}
