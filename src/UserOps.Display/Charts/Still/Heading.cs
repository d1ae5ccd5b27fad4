namespace UserOps.Display.Charts;

/// <summary>Title, subtitle and legend at the head of a still picture.</summary>
internal static class Heading
{
    private const double Margin = 12;
    private const double LeastBelow = 200;

    /// <summary>Draws the heading and returns what is left below it.</summary>
    public static Area Draw(Sheet sheet, Chart chart)
    {
        double y = 6;
        double room = sheet.Width - 2 * Margin;
        foreach (string line in TextWidth.Wrap(chart.Title, (int)(room / 10.4)))
            sheet.Write(Margin, y += 18, line, new Words { Size = 16, Bold = true });
        if (chart.Subtitle.Length > 0)
            foreach (string line in TextWidth.Wrap(chart.Subtitle, (int)(room / 6.6)))
                sheet.Write(Margin, y += 16, line, new Words { Opacity = 0.72 });
        y = Legend(sheet, Names(chart), y + 8);
        sheet.ReachTo(y + LeastBelow);
        return new Area(Margin, y + 6, sheet.Width - Margin, sheet.Height - 8);
    }

    private static IReadOnlyList<string> Names(Chart chart)
    {
        var series = chart switch { LineChart line => line.Series, BarChart bar => bar.Series, _ => [] };
        return series.Count < 2 ? [] : [.. series.Select(one => TextWidth.Shorten(one.Name, 32))];
    }

    private static double Legend(Sheet sheet, IReadOnlyList<string> names, double top)
    {
        if (names.Count == 0)
            return top;
        double x = Margin;
        double y = top + 10;
        foreach (var (i, name) in names.Index())
        {
            double width = 18 + Words.Measure(name) + 16;
            if (x > Margin && x + width > sheet.Width - Margin)
                (x, y) = (Margin, y + 18);
            sheet.Fill(Outline.Rectangle(x, y - 9, 12, 10), Palette.Of(i));
            sheet.Write(x + 18, y, name);
            x += width;
        }
        return y + 4;
    }
}
