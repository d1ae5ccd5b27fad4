using System.Globalization;

namespace UserOps.Display.Charts;

internal static class LineStill
{
    private const int DotsUpTo = 40;

    public static void Draw(Sheet sheet, Area area, LineChart chart)
    {
        var values = chart.Series.SelectMany(series => series.Values.Concat(series.Lower).Concat(series.Upper)).ToList();
        var (scale, plot) = Frame.ValuesOnTheLeft(sheet, area, chart.YAxis, values, zero: !values.Exists(value => value < 0), below: 40 + (chart.Below?.Height ?? 0));
        double[] x = Positions(chart.X, plot);
        Ticks(sheet, plot, chart, x);
        foreach (var (i, series) in chart.Series.Index())
            Band(sheet, chart, series, x, scale, Palette.Of(i));
        foreach (var (i, series) in chart.Series.Index())
            Line(sheet, chart, series, x, scale, Palette.Of(i));
        if (chart.Below is { } counts)
            Counts(sheet, plot, counts, Positions([.. chart.X, .. counts.At], plot)[x.Length..]);
    }

    private static void Counts(Sheet sheet, Area plot, CountRows counts, double[] x)
    {
        double y = plot.Bottom + 40 + 12;
        sheet.Write(plot.Left, y, counts.Title, new Words { Size = Frame.LabelSize, Opacity = 0.85 });
        foreach (var (i, row) in counts.Rows.Index())
        {
            y += CountRows.RowHeight;
            if (counts.Rows.Count > 1)
                sheet.Fill(Outline.Rectangle(plot.Left - 22, y - 9, 10, 10), Palette.Of(i));
            foreach (var (at, count) in row.Index())
                Frame.Centred(sheet, x[at], y, Format.Count.Write(count));
        }
    }

    private static double[] Positions(IReadOnlyList<object> x, Area plot)
    {
        double[] places = [.. x.Select((value, i) => Place(value, i))];
        (double low, double high) = places.Length == 0 ? (0, 1) : (places.Min(), places.Max());
        double edge = x.Count > 0 && x[0] is string ? plot.Width / x.Count / 2 : 8;
        return [.. places.Select(place => high > low ? plot.Left + edge + (place - low) / (high - low) * (plot.Width - 2 * edge) : (plot.Left + plot.Right) / 2)];
    }

    private static double Place(object x, int index) => x switch
    {
        DateOnly day => day.DayNumber,
        DateTime time => time.Ticks / (double)TimeSpan.TicksPerDay,
        DateTimeOffset time => time.UtcTicks / (double)TimeSpan.TicksPerDay,
        string => index,
        _ => Convert.ToDouble(x, CultureInfo.InvariantCulture),
    };

    private static void Ticks(Sheet sheet, Area plot, LineChart chart, double[] x)
    {
        string[] labels = [.. chart.X.Select(value => TextWidth.Shorten(value is DateOnly or string ? Format.Text.Write(value) : chart.XAxis.Format.Write(value), 18))];
        double widest = labels.Select(label => Words.Measure(label, Frame.LabelSize)).DefaultIfEmpty(0).Max();
        int every = Frame.Every(labels.Length, widest, plot.Width);
        double free = double.NegativeInfinity;
        for (int i = 0; i < labels.Length; i += every)
        {
            double middle = Frame.Inside(sheet, x[i], labels[i]);
            if (middle - widest / 2 < free)
                continue;
            sheet.Stroke(Outline.Line(x[i], plot.Bottom, x[i], plot.Bottom + 4), Sheet.Ink, opacity: 0.4);
            Frame.Centred(sheet, x[i], plot.Bottom + 17, labels[i]);
            free = middle + widest / 2 + 4;
        }
        Frame.Below(sheet, plot, plot.Bottom + 35, chart.XAxis);
    }

    private static void Band(Sheet sheet, LineChart chart, Series series, double[] x, ValueScale scale, string colour)
    {
        foreach (var run in ChartShape.Runs(x.Length, i => ChartShape.HasBand(series, i)))
        {
            (int X, int Y)[] there = [.. Outlined(chart, run)];
            sheet.Fill(Outline.Lines([.. there.Select(i => (x[i.X], scale.At(series.Upper[i.Y]))), .. there.Reverse().Select(i => (x[i.X], scale.At(series.Lower[i.Y])))], closed: true),
                colour, opacity: 0.18);
        }
    }

    private static void Line(Sheet sheet, LineChart chart, Series series, double[] x, ValueScale scale, string colour)
    {
        foreach (var run in ChartShape.Runs(x.Length, i => double.IsFinite(series.Values[i])))
        {
            int[] there = [.. Enumerable.Range(0, x.Length).Take(run)];
            sheet.Stroke(Outline.Lines(Outlined(chart, run).Select(i => (x[i.X], scale.At(series.Values[i.Y])))), colour, width: 2);
            if ((x.Length > DotsUpTo || chart.Stepped) && there.Length > 1)
                continue;
            foreach (int i in there)
                sheet.Fill(Outline.Dot(x[i], scale.At(series.Values[i]), 2.5), colour, tip: Tip(chart, series, i));
        }
    }

    private static IEnumerable<(int X, int Y)> Outlined(LineChart chart, Range run) => chart.Stepped ? ChartShape.Corners(run) : ChartShape.Places(run);

    private static string Tip(LineChart chart, Series series, int i) =>
        $"{series.Name} · {(chart.X[i] is DateOnly or string ? Format.Text.Write(chart.X[i]) : chart.XAxis.Format.Write(chart.X[i]))}: {chart.YAxis.Format.Write(series.Values[i])}";
}
