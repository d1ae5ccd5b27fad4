namespace UserOps.Display.Charts;

/// <summary>Bars from one value to another: side by side, stacked, or the steps of a waterfall.</summary>
internal static class BarStill
{
    private const int LabelledUpTo = 14;

    public static void Draw(Sheet sheet, Area area, BarChart chart)
    {
        Bar[] bars = [.. chart.Stacked ? Stacked(chart) : SideBySide(chart)];
        if (chart.Horizontal)
            OnTheirSide(sheet, area, chart, bars);
        else
            Upright(sheet, area, chart.Categories, chart.CategoryAxis, chart.ValueAxis, bars);
    }

    public static void Draw(Sheet sheet, Area area, WaterfallChart chart)
    {
        Bar[] bars = [.. Waterfall(chart)];
        var (scale, slots) = Upright(sheet, area, [chart.StartLabel, .. chart.Steps, chart.EndLabel], new Axis("", Format.Text), chart.ValueAxis, bars);
        foreach (var (i, bar) in bars.SkipLast(1).Index())
        {
            double y = scale.At(bar.To);
            sheet.Stroke(Outline.Line(slots.Start(i, 0.8), y, slots.Start(i + 1, 0.2), y), Sheet.Ink, opacity: 0.5);
        }
    }

    private static IEnumerable<Bar> SideBySide(BarChart chart)
    {
        double share = 0.76 / chart.Series.Count;
        foreach (var (s, series) in chart.Series.Index())
            for (int i = 0; i < chart.Categories.Count; i++)
                if (double.IsFinite(series.Values[i]))
                    yield return Of(chart, s, i, 0, series.Values[i]) with
                    {
                        Offset = 0.12 + s * share,
                        Share = share,
                        Bounds = ChartShape.HasBand(series, i) ? (series.Lower[i], series.Upper[i]) : null,
                        Text = chart.Series.Count == 1 && chart.Categories.Count <= LabelledUpTo ? chart.ValueAxis.Format.Write(series.Values[i]) : "",
                    };
    }

    // Negative values stack downwards, apart from the positive ones.
    private static IEnumerable<Bar> Stacked(BarChart chart)
    {
        var (above, below) = (new double[chart.Categories.Count], new double[chart.Categories.Count]);
        foreach (var (s, series) in chart.Series.Index())
            for (int i = 0; i < chart.Categories.Count; i++)
                if (double.IsFinite(series.Values[i]))
                {
                    double[] pile = series.Values[i] < 0 ? below : above;
                    yield return Of(chart, s, i, pile[i], pile[i] + series.Values[i]) with { Offset = 0.15, Share = 0.7 };
                    pile[i] += series.Values[i];
                }
    }

    private static IEnumerable<Bar> Waterfall(WaterfallChart chart)
    {
        var format = chart.ValueAxis.Format;
        double level = chart.Start;
        yield return new Bar(0, 0, level, Palette.Total, $"{chart.StartLabel}: {format.Write(level)}") { Text = format.Write(level) };
        foreach (var (i, change) in chart.Contributions.Index())
        {
            string text = Changes.Write(format, change);
            yield return new Bar(i + 1, level, level + change, change < 0 ? Palette.Down : Palette.Up, $"{chart.Steps[i]}: {text}") { Text = text };
            level += change;
        }
        yield return new Bar(chart.Steps.Count + 1, 0, level, Palette.Total, $"{chart.EndLabel}: {format.Write(level)}") { Text = format.Write(level) };
    }

    private static Bar Of(BarChart chart, int series, int category, double from, double to)
    {
        string name = chart.Series.Count == 1 ? chart.Categories[category] : $"{chart.Categories[category]} · {chart.Series[series].Name}";
        return new Bar(category, from, to, Palette.Of(series), $"{name}: {chart.ValueAxis.Format.Write(chart.Series[series].Values[category])}");
    }

    private static (ValueScale Scale, Slots Slots) Upright(Sheet sheet, Area area, IReadOnlyList<string> categories, Axis categoryAxis, Axis valueAxis, Bar[] bars)
    {
        var labels = new CategoryLabels(categories, (area.Width - 60) / Math.Max(1, categories.Count));
        double title = categoryAxis.Title.Length > 0 ? 20 : 4;
        var (scale, plot) = Frame.ValuesOnTheLeft(sheet, area, valueAxis, bars.SelectMany(bar => bar.Values), zero: true, labels.Height + title);
        var slots = new Slots(plot.Left, plot.Width / Math.Max(1, categories.Count));
        labels.Draw(sheet, slots, plot.Bottom);
        bool texts = bars.All(bar => Words.Measure(bar.Text, Frame.LabelSize) <= slots.Width * 1.2);
        Frame.Below(sheet, plot, plot.Bottom + labels.Height + 13, categoryAxis);
        foreach (var bar in bars)
            Draw(sheet, texts ? bar : bar with { Text = "" }, slots.Start(bar.Slot, bar.Offset), slots.Width * bar.Share, scale);
        return (scale, slots);
    }

    private static void Draw(Sheet sheet, Bar bar, double x, double width, ValueScale scale)
    {
        double top = Math.Min(scale.At(bar.From), scale.At(bar.To));
        sheet.Fill(Outline.Rectangle(x, top, Math.Max(width - 1, 0.5), Math.Abs(scale.At(bar.From) - scale.At(bar.To))), bar.Colour, tip: bar.Tip);
        double middle = x + width / 2;
        double head = top;
        if (bar.Bounds is { } bounds)
        {
            sheet.Stroke(Outline.Line(middle, scale.At(bounds.Lower), middle, scale.At(bounds.Upper)), Sheet.Ink, width: 1.2);
            head = Math.Min(head, scale.At(bounds.Upper));
        }
        double y = bar.To < 0 && bar.From == 0 ? Math.Max(scale.At(bar.From), scale.At(bar.To)) + 13 : head - 4;
        sheet.Write(middle, y, bar.Text, new Words { Anchor = Anchor.Middle, Size = Frame.LabelSize });
    }

    private static void OnTheirSide(Sheet sheet, Area area, BarChart chart, Bar[] bars)
    {
        string[] labels = [.. chart.Categories.Select(label => Words.Fit(label, area.Width * 0.3, Frame.LabelSize))];
        double left = area.Left + labels.Select(label => Words.Measure(label, Frame.LabelSize)).DefaultIfEmpty(0).Max() + 10;
        double room = bars.Select(bar => Words.Measure(bar.Text, Frame.LabelSize)).DefaultIfEmpty(0).Max() + 8;
        sheet.Write(area.Left, area.Top + 12, ChartShape.Title(chart.CategoryAxis), new Words { Opacity = 0.85 });
        var plot = new Area(left, area.Top + 20, area.Right - room, area.Bottom - 40);
        var scale = Frame.ValuesAtTheBottom(sheet, plot, chart.ValueAxis, bars.SelectMany(bar => bar.Values));
        var slots = new Slots(plot.Top, plot.Height / Math.Max(1, labels.Length));
        foreach (var (i, label) in labels.Index())
            sheet.Write(left - 6, slots.Start(i, 0.5) + 4, label, new Words { Anchor = Anchor.End, Size = Frame.LabelSize });
        foreach (var bar in bars)
            DrawOnItsSide(sheet, bar, slots.Start(bar.Slot, bar.Offset), slots.Width * bar.Share, scale);
    }

    private static void DrawOnItsSide(Sheet sheet, Bar bar, double y, double height, ValueScale scale)
    {
        double left = Math.Min(scale.At(bar.From), scale.At(bar.To));
        double end = Math.Max(scale.At(bar.From), scale.At(bar.To));
        sheet.Fill(Outline.Rectangle(left, y, end - left, Math.Max(height - 1, 0.5)), bar.Colour, tip: bar.Tip);
        if (bar.Bounds is { } bounds)
        {
            sheet.Stroke(Outline.Line(scale.At(bounds.Lower), y + height / 2, scale.At(bounds.Upper), y + height / 2), Sheet.Ink, width: 1.2);
            end = Math.Max(end, scale.At(bounds.Upper));
        }
        sheet.Write(end + 5, y + height / 2 + 4, bar.Text, new Words { Size = Frame.LabelSize });
    }

    /// <summary>A bar from one value to another in the slot of its category.</summary>
    private sealed record Bar(int Slot, double From, double To, string Colour, string Tip)
    {
        /// <summary>Where in its slot the bar begins, as a share.</summary>
        public double Offset { get; init; } = 0.2;

        /// <summary>How much of its slot the bar takes.</summary>
        public double Share { get; init; } = 0.6;

        public string Text { get; init; } = "";

        public (double Lower, double Upper)? Bounds { get; init; }

        public IEnumerable<double> Values => Bounds is { } bounds ? [From, To, bounds.Lower, bounds.Upper] : [From, To];
    }
}

/// <summary>Equal slots for categories along an axis.</summary>
internal readonly record struct Slots(double First, double Width)
{
    /// <summary>The pixel at a share of the way through a slot.</summary>
    public double Start(int slot, double share) => First + (slot + share) * Width;
}
