using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace UserOps.Display.Charts;

/// <summary>Reads what <see cref="SvgWriter"/> wrote, and nothing else that SVG can say.</summary>
internal static class SvgReader
{
    public static bool CanRead(string svg) => svg.StartsWith("<svg ", StringComparison.Ordinal) && svg.Contains($"font-family=\"{Fonts.Stack}\"", StringComparison.Ordinal);

    public static Sheet Read(string svg)
    {
        if (!CanRead(svg))
            throw new FormatException("This SVG was written by no chart of ours.");
        try
        {
            var root = XElement.Parse(svg, LoadOptions.PreserveWhitespace);
            var sheet = new Sheet((int)Number(root, "width", 0), (int)Number(root, "height", 0), Text(root, "aria-label", ""));
            foreach (var element in root.Elements())
                Draw(sheet, element);
            return sheet;
        }
        catch (Exception problem) when (problem is XmlException or FormatException)
        {
            throw new FormatException($"This SVG was written by no chart of ours: {problem.Message}", problem);
        }
    }

    private static void Draw(Sheet sheet, XElement element)
    {
        if (element.Name.LocalName == "path")
            DrawShape(sheet, element);
        else if (element.Name.LocalName == "text")
            sheet.Write(Number(element, "x", 0), Number(element, "y", 0), element.Value, Style(element));
    }

    private static void DrawShape(Sheet sheet, XElement path)
    {
        double opacity = Number(path, "opacity", 1);
        if (Text(path, "stroke", "") is { Length: > 0 } colour)
            sheet.Stroke(Text(path, "d", ""), colour, Number(path, "stroke-width", 1), opacity);
        else
            sheet.Fill(Text(path, "d", ""), Text(path, "fill", Sheet.Ink), opacity, path.Elements().FirstOrDefault()?.Value);
    }

    private static Words Style(XElement text) => new()
    {
        Anchor = Text(text, "text-anchor", "start") switch { "middle" => Anchor.Middle, "end" => Anchor.End, _ => Anchor.Start },
        Size = Number(text, "font-size", 12),
        Bold = Text(text, "font-weight", "").Length > 0,
        Colour = Text(text, "fill", Sheet.Ink),
        Opacity = Number(text, "opacity", 1),
        Angle = Text(text, "transform", "") is ['r', 'o', 't', 'a', 't', 'e', '(', .. var turn] ? double.Parse(turn.Split(' ')[0], CultureInfo.InvariantCulture) : 0,
    };

    private static string Text(XElement element, string name, string usual) => element.Attribute(name)?.Value ?? usual;

    private static double Number(XElement element, string name, double usual) =>
        element.Attribute(name) is { } attribute ? double.Parse(attribute.Value, CultureInfo.InvariantCulture) : usual;
}
