using System.Collections.Concurrent;
using System.Text;
using SkiaSharp;

namespace UserOps.Display.Charts;

/// <summary>The fonts of the machine that draws: one for Latin text, and for every other character one that has it.</summary>
internal static class PngFonts
{
    private static readonly string[] Latin = ["Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans", "Noto Sans"];

    private static readonly string[] Chinese =
        ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "SimSun"];

    // In order of preference; the others follow, since some machine's only font for a character may be any of them.
    private static readonly Lazy<string[]> Families = new(() =>
        [.. Latin.Concat(Chinese).Where(SKFontManager.Default.FontFamilies.Contains), .. SKFontManager.Default.FontFamilies.Except(Latin).Except(Chinese)]);

    private static readonly ConcurrentDictionary<(string Family, bool Bold), SKTypeface> Faces = [];

    private static readonly ConcurrentDictionary<(int Rune, bool Bold), SKTypeface> Found = [];

    /// <summary>The text in stretches that one font draws.</summary>
    public static IEnumerable<(string Text, SKTypeface Typeface)> Runs(string text, bool bold)
    {
        var stretch = new StringBuilder();
        SKTypeface? font = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var next = For(rune, bold);
            if (font is not null && next != font)
            {
                yield return (stretch.ToString(), font);
                stretch.Clear();
            }
            font = next;
            stretch.Append(rune);
        }
        if (font is not null)
            yield return (stretch.ToString(), font);
    }

    private static SKTypeface For(Rune rune, bool bold) => Found.GetOrAdd((rune.Value, bold), wanted =>
        Families.Value.Select(family => Face(family, wanted.Bold)).FirstOrDefault(face => face.ContainsGlyph(wanted.Rune)) ?? SKTypeface.Default);

    private static SKTypeface Face(string family, bool bold) =>
        Faces.GetOrAdd((family, bold), wanted => SKFontManager.Default.MatchFamily(wanted.Family, wanted.Bold ? SKFontStyle.Bold : SKFontStyle.Normal) ?? SKTypeface.Default);
}
