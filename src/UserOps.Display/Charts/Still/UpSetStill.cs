namespace UserOps.Display.Charts;

/// <summary>Bars of combinations above, the dots of their sets below.</summary>
internal static class UpSetStill
{
    private const double Row = 24;
    private const double Dot = 5;

    public static void Draw(Sheet sheet, Area area, UpSetChart chart)
    {
        string[] sets = [.. chart.Sets.Select((_, i) => Words.Fit(UpSetWords.Set(chart, i), area.Width * 0.38, Frame.LabelSize))];
        double left = area.Left + sets.Select(set => Words.Measure(set, Frame.LabelSize)).DefaultIfEmpty(0).Max() + 14;
        var upper = new Area(left, area.Top, area.Right, area.Bottom - Row * sets.Length - 8);
        var (scale, plot) = Frame.ValuesOnTheLeft(sheet, upper, chart.CountAxis, chart.Regions.Select(region => region.Count), zero: true, below: 0);
        var columns = new Slots(plot.Left, plot.Width / Math.Max(1, chart.Regions.Count));
        var rows = new Slots(upper.Bottom + 8, Row);
        foreach (var (i, set) in sets.Index())
        {
            if (i % 2 == 0)
                sheet.Fill(Outline.Rectangle(area.Left, rows.Start(i, 0), area.Width, Row), Sheet.Ink, opacity: 0.05);
            sheet.Write(plot.Left - 14, rows.Start(i, 0.5) + 4, set, new Words { Anchor = Anchor.End, Size = Frame.LabelSize });
        }
        foreach (var (i, region) in chart.Regions.Index())
        {
            Bar(sheet, chart, region, columns, i, scale);
            Dots(sheet, region, columns.Start(i, 0.5), rows, sets.Length);
        }
    }

    private static void Bar(Sheet sheet, UpSetChart chart, UpSetRegion region, Slots columns, int column, ValueScale scale)
    {
        double zero = scale.At(0);
        if (!double.IsFinite(region.Count))
        {
            sheet.Write(columns.Start(column, 0.5), zero - 4, "–", new Words { Anchor = Anchor.Middle, Size = Frame.LabelSize });
            return;
        }
        string text = chart.CountAxis.Format.Write(region.Count);
        double top = scale.At(region.Count);
        sheet.Fill(Outline.Rectangle(columns.Start(column, 0.2), top, columns.Width * 0.6, zero - top), Palette.Up, tip: $"{UpSetWords.Of(chart, region)}: {text}");
        if (Words.Measure(text, Frame.LabelSize) <= columns.Width * 1.2)
            sheet.Write(columns.Start(column, 0.5), top - 4, text, new Words { Anchor = Anchor.Middle, Size = Frame.LabelSize });
    }

    private static void Dots(Sheet sheet, UpSetRegion region, double x, Slots rows, int sets)
    {
        for (int set = 0; set < sets; set++)
            sheet.Fill(Outline.Dot(x, rows.Start(set, 0.5), Dot), region.Sets.Contains(set) ? Palette.Up : Sheet.Ink, region.Sets.Contains(set) ? 1 : 0.15);
        if (region.Sets.Count > 1)
            sheet.Stroke(Outline.Line(x, rows.Start(region.Sets.Min(), 0.5), x, rows.Start(region.Sets.Max(), 0.5)), Palette.Up, width: 2);
    }
}
