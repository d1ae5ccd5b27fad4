using System.Text;

namespace UserOps.Notebooks.Documents;

/// <summary>Text of a notebook: UTF-8, with or without a byte-order mark, lines separated by <c>\n</c>.</summary>
internal static class NotebookText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> content) =>
        content.Span.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;

    public static string Decode(ReadOnlyMemory<byte> content, string name)
    {
        try
        {
            return Normalize(Strict.GetString(WithoutMark(content).Span));
        }
        catch (DecoderFallbackException e)
        {
            throw new NotebookException($"{name} is not UTF-8 text (byte {e.Index} is odd). Save it as UTF-8.", e);
        }
    }

    public static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>The lines of a text, each with its newline, as Jupyter stores them.</summary>
    public static IEnumerable<string> SplitLines(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int newline = text.IndexOf('\n', start);
            int end = newline < 0 ? text.Length : newline + 1;
            yield return text[start..end];
            start = end;
        }
    }
}
