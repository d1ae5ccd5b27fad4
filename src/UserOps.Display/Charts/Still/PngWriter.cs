using System.Text;
using ScottPlot;
using SkiaSharp;

namespace UserOps.Display.Charts;

/// <summary>Paints a sheet on a ScottPlot figure without axes of its own, and saves that as PNG.</summary>
internal static class PngWriter
{
    public static byte[] Write(Sheet sheet)
    {
        using var plot = new Plot();
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.Layout.Frameless();
        plot.HideGrid();
        plot.Add.Plottable(new Painting(sheet));
        return plot.GetImageBytes(sheet.Width, sheet.Height, ImageFormat.Png);
    }

    private sealed class Painting(Sheet sheet) : IPlottable
    {
        public bool IsVisible { get; set; } = true;

        public IAxes Axes { get; set; } = new Axes();

        public IEnumerable<LegendItem> LegendItems => [];

        public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

        public void Render(RenderPack rp)
        {
            foreach (var mark in sheet.Marks)
            {
                using var paint = new SKPaint { IsAntialias = true };
                if (mark is Shape shape)
                    Draw(rp.Canvas, shape, paint);
                else if (mark is Words words)
                    Draw(rp.Canvas, words, paint);
            }
        }
    }

    private static void Draw(SKCanvas canvas, Shape shape, SKPaint paint)
    {
        paint.Color = Colour(shape.Colour, shape.Opacity);
        paint.Style = shape.Filled ? SKPaintStyle.Fill : SKPaintStyle.Stroke;
        paint.StrokeWidth = (float)shape.Width;
        paint.StrokeJoin = SKStrokeJoin.Round;
        using var path = SKPath.ParseSvgPathData(shape.Path);
        canvas.DrawPath(path, paint);
    }

    private static void Draw(SKCanvas canvas, Words words, SKPaint paint)
    {
        paint.Color = Colour(words.Colour, words.Opacity);
        var runs = PngFonts.Runs(words.Text, words.Bold).Select(run => (run.Text, Font: new SKFont(run.Typeface, (float)words.Size) { Subpixel = true })).ToList();
        double width = runs.Sum(run => run.Font.MeasureText(run.Text));
        double x = words.Anchor switch { Anchor.Middle => -width / 2, Anchor.End => -width, _ => 0 };
        canvas.Save();
        canvas.Translate((float)words.X, (float)words.Y);
        canvas.RotateDegrees((float)words.Angle);
        foreach (var (text, font) in runs)
        {
            canvas.DrawText(text, (float)x, 0, font, paint);
            x += font.MeasureText(text);
            font.Dispose();
        }
        canvas.Restore();
    }

    private static SKColor Colour(string colour, double opacity) =>
        SKColor.Parse(colour == Sheet.Ink ? "#1F2328" : colour).WithAlpha((byte)Math.Round(opacity * 255));
}

/// <summary>The fonts of the machine that draws: one for Latin text, and for every other character one that has it.</summary>
internal static class PngFonts
{
    private static readonly string[] Families = ["Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans", "Noto Sans"];

    private static readonly Lazy<(SKTypeface Regular, SKTypeface Bold)> Latin = new(() => (Find(SKFontStyle.Normal), Find(SKFontStyle.Bold)));

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

    private static SKTypeface For(Rune rune, bool bold)
    {
        var latin = bold ? Latin.Value.Bold : Latin.Value.Regular;
        if (latin.ContainsGlyph(rune.Value))
            return latin;
        return SKFontManager.Default.MatchCharacter(null, bold ? SKFontStyle.Bold : SKFontStyle.Normal, ["zh-Hans"], rune.Value) ?? latin;
    }

    private static SKTypeface Find(SKFontStyle style) =>
        Families.Select(family => SKFontManager.Default.MatchFamily(family, style)).FirstOrDefault(face => face is not null) ?? SKTypeface.Default;
}
