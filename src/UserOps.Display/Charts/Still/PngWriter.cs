using ScottPlot;
using SkiaSharp;

namespace UserOps.Display.Charts;

/// <summary>Paints a sheet on a ScottPlot figure without axes of its own, and saves that as PNG.</summary>
internal static class PngWriter
{
    public static byte[] Write(Sheet sheet, int scale = 1)
    {
        using var plot = new Plot();
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.Layout.Frameless();
        plot.HideGrid();
        plot.Add.Plottable(new Painting(sheet, scale));
        return plot.GetImageBytes(sheet.Width * scale, sheet.Height * scale, ImageFormat.Png);
    }

    private sealed class Painting(Sheet sheet, int scale) : IPlottable
    {
        public bool IsVisible { get; set; } = true;

        public IAxes Axes { get; set; } = new Axes();

        public IEnumerable<LegendItem> LegendItems => [];

        public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

        public void Render(RenderPack rp)
        {
            rp.Canvas.Save();
            rp.Canvas.Scale(scale);
            foreach (var mark in sheet.Marks)
            {
                using var paint = new SKPaint { IsAntialias = true };
                if (mark is Shape shape)
                    Draw(rp.Canvas, shape, paint);
                else if (mark is Words words)
                    Draw(rp.Canvas, words, paint);
            }
            rp.Canvas.Restore();
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
