namespace UserOps.Display.Charts;

/// <summary>Step names on the left, bars in the middle, and on the right the counts with their shares in columns.</summary>
internal static class FunnelStill
{
    private const double Column = 74;
    private const double NarrowBelow = 460;
    private static readonly string[] Headings = ["Reached by", "of first", "of previous"];

    public static void Draw(Sheet sheet, Area area, FunnelChart chart)
    {
        string[] names = [.. chart.Steps.Select(step => Words.Fit(step, area.Width * 0.28))];
        double left = area.Left + names.Select(name => Words.Measure(name)).DefaultIfEmpty(0).Max() + 12;
        int columns = area.Width < NarrowBelow ? 2 : 3;
        var bars = new Area(left, area.Top + 20, area.Right - columns * Column, area.Bottom);
        var slots = new Slots(bars.Top, bars.Height / Math.Max(1, names.Length));
        Row(sheet, area, area.Top + 12, 0.85, [.. Headings.Take(columns)]);
        Bars(sheet, bars, slots, chart);
        foreach (var (i, name) in names.Index())
        {
            double y = slots.Start(i, 0.5) + 4;
            sheet.Write(left - 10, y, name, new Words { Anchor = Anchor.End });
            Row(sheet, area, y, 1, [Format.Count.Write(chart.Counts[i]), .. FunnelWords.Shares(chart, i).Take(columns - 1)]);
        }
    }

    private static void Bars(Sheet sheet, Area bars, Slots slots, FunnelChart chart)
    {
        double middle = (bars.Left + bars.Right) / 2;
        double widest = Math.Max(1, chart.Counts.DefaultIfEmpty(1).Max());
        double[] halves = [.. chart.Counts.Select(count => Math.Max(count / widest * bars.Width / 2, 0.5))];
        for (int i = 0; i < halves.Length; i++)
        {
            if (i > 0)
                Neck(sheet, middle, halves[i - 1], halves[i], slots.Start(i - 1, 0.86), slots.Start(i, 0.14));
            sheet.Fill(
                Outline.Rectangle(middle - halves[i], slots.Start(i, 0.14), 2 * halves[i], slots.Width * 0.72), Palette.Up, tip: $"{chart.Steps[i]}: {FunnelWords.Of(chart, i)}");
        }
    }

    private static void Neck(Sheet sheet, double middle, double above, double below, double top, double bottom) =>
        sheet.Fill(Outline.Lines([(middle - above, top), (middle + above, top), (middle + below, bottom), (middle - below, bottom)], closed: true), Palette.Up, opacity: 0.15);

    private static void Row(Sheet sheet, Area area, double y, double opacity, params string[] cells)
    {
        foreach (var (i, cell) in cells.Index())
            sheet.Write(area.Right - (cells.Length - 1 - i) * Column, y, cell, new Words { Anchor = Anchor.End, Size = Frame.LabelSize, Opacity = opacity });
    }
}
