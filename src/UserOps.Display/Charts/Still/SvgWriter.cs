using System.Globalization;
using System.Text;
using System.Xml;

namespace UserOps.Display.Charts;

/// <summary>Writes a sheet as SVG whose words stay words: the reader's own fonts draw them, so no font is needed here.</summary>
internal static class SvgWriter
{
    public static string Write(Sheet sheet)
    {
        var svg = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{sheet.Width}\" height=\"{sheet.Height}\" viewBox=\"0 0 {sheet.Width} {sheet.Height}\" ")
            .Append(CultureInfo.InvariantCulture, $"role=\"img\" aria-label=\"{Encode(sheet.Title)}\" font-family=\"{Fonts.Stack}\" font-size=\"12\" fill=\"{Sheet.Ink}\">");
        foreach (var mark in sheet.Marks)
            Append(svg, mark);
        return svg.Append("</svg>").ToString();
    }

    private static void Append(StringBuilder svg, Mark mark)
    {
        if (mark is Shape shape)
            AppendShape(svg, shape);
        else if (mark is Words words)
            AppendWords(svg, words);
    }

    private static void AppendShape(StringBuilder svg, Shape shape)
    {
        svg.Append("<path d=\"").Append(shape.Path).Append('"');
        Attribute(svg, "fill", shape.Filled ? shape.Colour : "none", usual: Sheet.Ink);
        if (!shape.Filled)
            Attribute(svg, "stroke", shape.Colour, usual: "");
        Attribute(svg, "stroke-width", Number(shape.Filled ? 1 : shape.Width), usual: "1");
        Attribute(svg, "opacity", Number(shape.Opacity), usual: "1");
        if (shape.Tip is null)
            svg.Append("/>");
        else
            svg.Append("><title>").Append(Encode(shape.Tip)).Append("</title></path>");
    }

    private static void AppendWords(StringBuilder svg, Words words)
    {
        svg.Append("<text x=\"").Append(Outline.N(words.X)).Append("\" y=\"").Append(Outline.N(words.Y)).Append('"');
        Attribute(svg, "text-anchor", words.Anchor switch { Anchor.Middle => "middle", Anchor.End => "end", _ => "start" }, usual: "start");
        Attribute(svg, "font-size", Number(words.Size), usual: "12");
        Attribute(svg, "font-weight", words.Bold ? "600" : "", usual: "");
        Attribute(svg, "fill", words.Colour, usual: Sheet.Ink);
        Attribute(svg, "opacity", Number(words.Opacity), usual: "1");
        if (words.Angle != 0)
            svg.Append(CultureInfo.InvariantCulture, $" transform=\"rotate({Number(words.Angle)} {Outline.N(words.X)} {Outline.N(words.Y)})\"");
        svg.Append('>').Append(Encode(words.Text)).Append("</text>");
    }

    private static void Attribute(StringBuilder svg, string name, string value, string usual)
    {
        if (value != usual)
            svg.Append(' ').Append(name).Append("=\"").Append(value).Append('"');
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    // Control characters and halves of pairs may not stand in XML at all.
    private static string Encode(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return clean.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString();
    }
}
