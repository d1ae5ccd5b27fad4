using System.Globalization;

namespace UserOps.Display.Charts;

/// <summary>A still picture before it becomes SVG or PNG: shapes and words in drawing order, in pixels from the top left corner.</summary>
internal sealed class Sheet(int width, int height, string title)
{
    /// <summary>The colour of the page's own text.</summary>
    public const string Ink = "currentColor";

    private readonly List<Mark> _marks = [];

    public int Width { get; } = width;

    public int Height { get; private set; } = height;

    public string Title { get; } = title;

    public IReadOnlyList<Mark> Marks => _marks;

    /// <summary>A filled shape; <paramref name="tip"/> is shown on pointing at it.</summary>
    public void Fill(string path, string colour, double opacity = 1, string? tip = null) =>
        _marks.Add(new Shape(path, colour, Filled: true, opacity) { Tip = tip });

    /// <summary>Makes room down to <paramref name="bottom"/> where there is less.</summary>
    public void ReachTo(double bottom) => Height = Math.Max(Height, (int)Math.Ceiling(bottom));

    public void Stroke(string path, string colour, double width = 1, double opacity = 1) =>
        _marks.Add(new Shape(path, colour, Filled: false, opacity) { Width = width });

    public void Write(double x, double y, string text, Words? style = null)
    {
        if (text.Length > 0)
            _marks.Add((style ?? new Words()) with { X = x, Y = y, Text = text });
    }
}

/// <summary>Something on a sheet.</summary>
internal abstract record Mark;

/// <summary>An outline in SVG's path notation, filled or stroked.</summary>
internal sealed record Shape(string Path, string Colour, bool Filled, double Opacity) : Mark
{
    public double Width { get; init; }

    public string? Tip { get; init; }
}

/// <summary>One line of text; <see cref="Y"/> is its base line.</summary>
internal sealed record Words : Mark
{
    public double X { get; init; }

    public double Y { get; init; }

    public string Text { get; init; } = "";

    public Anchor Anchor { get; init; }

    public double Size { get; init; } = 12;

    public bool Bold { get; init; }

    public string Colour { get; init; } = Sheet.Ink;

    public double Opacity { get; init; } = 1;

    /// <summary>Clockwise, in degrees, around the anchor.</summary>
    public double Angle { get; init; }

    /// <summary>The text, or its beginning and an ellipsis where it is wider than the room.</summary>
    public static string Fit(string text, double room, double size = 12) => TextWidth.Shorten(text, Math.Max(4, (int)(room / (0.61 * size))));

    /// <summary>About how wide text is in pixels; fonts differ, so leave room.</summary>
    public static double Measure(string text, double size = 12) =>
        text.EnumerateRunes().Sum(rune => TextWidth.Of(rune.ToString()) * (rune.Value < 0x2E80 ? 0.61 : 0.52)) * size;
}

/// <summary>Which end of a text lies at its position.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A rectangle on a sheet.</summary>
internal readonly record struct Area(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;
}

/// <summary>Outlines in SVG's path notation, to a tenth of a pixel.</summary>
internal static class Outline
{
    public static string Rectangle(double x, double y, double width, double height) => $"M{N(x)} {N(y)}h{N(width)}v{N(height)}h{N(-width)}z";

    public static string Line(double x1, double y1, double x2, double y2) => $"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}";

    public static string Lines(IEnumerable<(double X, double Y)> points, bool closed = false) =>
        "M" + string.Join("L", points.Select(point => $"{N(point.X)} {N(point.Y)}")) + (closed ? "z" : "");

    public static string Dot(double x, double y, double radius) =>
        $"M{N(x - radius)} {N(y)}a{N(radius)} {N(radius)} 0 1 0 {N(2 * radius)} 0a{N(radius)} {N(radius)} 0 1 0 {N(-2 * radius)} 0z";

    /// <summary>A flow of even width from one height on the left to another on the right.</summary>
    public static string Ribbon(double left, double right, double topLeft, double topRight, double width)
    {
        string middle = N((left + right) / 2);
        return $"M{N(left)} {N(topLeft)}C{middle} {N(topLeft)} {middle} {N(topRight)} {N(right)} {N(topRight)}v{N(width)}"
            + $"C{middle} {N(topRight + width)} {middle} {N(topLeft + width)} {N(left)} {N(topLeft + width)}z";
    }

    public static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture) is "-0" ? "0" : Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
