namespace UserOps.Display.Charts;

internal static class HeatMapStill
{
    private const double TextSize = 11;

    public static void Draw(Sheet sheet, Area area, HeatMap chart)
    {
        string[] rows = [.. chart.Rows.Select(label => Words.Fit(label, area.Width * 0.25, TextSize))];
        double left = area.Left + rows.Select(label => Words.Measure(label, TextSize)).DefaultIfEmpty(0).Max() + 8;
        var labels = new CategoryLabels(chart.Columns, (area.Right - left) / Math.Max(1, chart.Columns.Count));
        var plot = new Area(left, area.Top + 20, area.Right, area.Bottom - labels.Height - 20);
        var across = new Slots(plot.Left, plot.Width / Math.Max(1, chart.Columns.Count));
        var down = new Slots(plot.Top, plot.Height / Math.Max(1, rows.Length));

        sheet.Write(area.Left, area.Top + 12, ChartShape.Title(chart.RowAxis), new Words { Opacity = 0.85 });
        foreach (var (i, label) in rows.Index())
            sheet.Write(left - 6, down.Start(i, 0.5) + 4, label, new Words { Anchor = Anchor.End, Size = TextSize });
        labels.Draw(sheet, across, plot.Bottom);
        Frame.Below(sheet, plot, plot.Bottom + labels.Height + 13, chart.ColumnAxis);
        Cells(sheet, chart, across, down);
    }

    private static void Cells(Sheet sheet, HeatMap chart, Slots across, Slots down)
    {
        var (low, high) = Palette.Span(chart.Values.SelectMany(row => row));
        var colours = Palette.Scale(low, high);
        var print = Print(chart, across.Width, down.Width);
        foreach (var (r, row) in chart.Values.Index())
            foreach (var (c, value) in row.Index())
                if (double.IsFinite(value))
                {
                    string colour = Palette.At(colours, (value - low) / (high - low));
                    string? tip = print is null ? $"{chart.Rows[r]} · {chart.Columns[c]}: {chart.ValueFormat.Write(value)}" : null;
                    sheet.Fill(Outline.Rectangle(across.Start(c, 0), down.Start(r, 0), across.Width - 1, down.Width - 1), colour, tip: tip);
                    if (print is not null)
                        sheet.Write(across.Start(c, 0.5), down.Start(r, 0.5) + 4, print(value), new Words { Anchor = Anchor.Middle, Size = TextSize, Colour = Palette.InkOn(colour) });
                }
    }

    // The fullest writing that fits the cell: with its unit, then without, then with no decimals; none where even that does not fit.
    private static Func<double, string>? Print(HeatMap chart, double width, double height)
    {
        var format = chart.ValueFormat;
        double[] values = [.. chart.Values.SelectMany(row => row).Where(double.IsFinite)];
        double scale = format.Kind is FormatKind.Percent or FormatKind.Points ? 100 : 1;
        Func<double, string>[] ways =
        [
            value => format.Write(value), value => Format.Number(format.Digits).Write(value * scale), value => Format.Number(0).Write(value * scale),
        ];
        return height < 13 ? null : Array.Find(ways, way => values.All(value => Words.Measure(way(value), TextSize) <= width - 2));
    }
}
