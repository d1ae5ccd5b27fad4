namespace UserOps.Display.Charts;

internal static class FunnelStill
{
    public static void Draw(Sheet sheet, Area area, FunnelChart chart)
    {
        string[] names = [.. chart.Steps.Select(step => TextWidth.Shorten(step, 26))];
        double left = area.Left + names.Select(name => Words.Measure(name)).DefaultIfEmpty(0).Max() + 12;
        double middle = (left + area.Right) / 2;
        double widest = Math.Max(1, chart.Counts.DefaultIfEmpty(1).Max());
        var slots = new Slots(area.Top + 6, (area.Height - 12) / Math.Max(1, names.Length));
        double[] halves = [.. chart.Counts.Select(count => Math.Max(count / widest * (area.Right - left) / 2, 0.5))];
        for (int i = 0; i < names.Length; i++)
        {
            if (i > 0)
                Neck(sheet, middle, halves[i - 1], halves[i], slots.Start(i - 1, 0.88), slots.Start(i, 0.12));
            string words = FunnelWords.Of(chart, i);
            sheet.Fill(Outline.Rectangle(middle - halves[i], slots.Start(i, 0.12), 2 * halves[i], slots.Width * 0.76), Palette.Up, tip: $"{chart.Steps[i]}: {words}");
            sheet.Write(left - 10, slots.Start(i, 0.5) + 4, names[i], new Words { Anchor = Anchor.End });
            Label(sheet, area, middle, halves[i], slots.Start(i, 0.5) + 4, words);
        }
    }

    private static void Neck(Sheet sheet, double middle, double above, double below, double top, double bottom) =>
        sheet.Fill(Outline.Lines([(middle - above, top), (middle + above, top), (middle + below, bottom), (middle - below, bottom)], closed: true), Palette.Up, opacity: 0.15);

    // In the bar where it fits, else beside it, else on both sides of a thin bar that ends short of the edge.
    private static void Label(Sheet sheet, Area area, double middle, double half, double y, string words)
    {
        double width = Words.Measure(words);
        if (width < 2 * half - 8)
            sheet.Write(middle, y, words, new Words { Anchor = Anchor.Middle, Colour = "#FFFFFF" });
        else if (middle + half + 8 + width < area.Right)
            sheet.Write(middle + half + 8, y, words);
        else
            sheet.Write(area.Right, y, words, new Words { Anchor = Anchor.End });
    }
}
