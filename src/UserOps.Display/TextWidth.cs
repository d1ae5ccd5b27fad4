using System.Globalization;
using System.Text;

namespace UserOps.Display;

/// <summary>How wide text is where every Latin letter takes one column: a Chinese character takes two, a combining mark none.</summary>
internal static class TextWidth
{
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF),
        (0x20000, 0x3FFFD),
    ];

    /// <summary>The columns that <paramref name="text"/> takes.</summary>
    public static int Of(string text) => text.EnumerateRunes().Sum(Of);

    /// <summary>The text with blanks up to <paramref name="columns"/>, before it where it is right-aligned.</summary>
    public static string Pad(string text, int columns, bool right)
    {
        string blanks = new(' ', Math.Max(0, columns - Of(text)));
        return right ? blanks + text : text + blanks;
    }

    /// <summary>The text, or its beginning and an ellipsis where it is wider than <paramref name="columns"/>.</summary>
    public static string Shorten(string text, int columns)
    {
        if (Of(text) <= columns)
            return text;
        var kept = new StringBuilder();
        int left = columns - 1;
        foreach (var rune in text.EnumerateRunes().TakeWhile(rune => (left -= Of(rune)) >= 0))
            kept.Append(rune);
        return kept.ToString().TrimEnd() + "…";
    }

    /// <summary>Lines of at most <paramref name="columns"/>, broken at blanks and between Chinese characters; a longer word keeps its own line.</summary>
    public static IReadOnlyList<string> Wrap(string text, int columns)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (string word in Words(text))
        {
            if (line.Length > 0 && Of(line.ToString()) + Of(word.TrimEnd()) > columns)
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
            }
            line.Append(word);
        }
        lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    // Each word keeps the blank behind it.
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.ReplaceLineEndings(" ").EnumerateRunes())
        {
            word.Append(rune);
            if (rune.Value != ' ' && Of(rune) < 2)
                continue;
            yield return word.ToString();
            word.Clear();
        }
        yield return word.ToString();
    }

    private static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        return Array.Exists(Wide, range => rune.Value >= range.First && rune.Value <= range.Last) ? 2 : 1;
    }
}
