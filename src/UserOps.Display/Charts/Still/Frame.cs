namespace UserOps.Display.Charts;

/// <summary>Axes of a still picture: grid, tick labels, titles.</summary>
internal static class Frame
{
    public const double LabelSize = 11;
    private const double TitleHeight = 18;

    /// <summary>Draws the value axis on the left and its grid; gives the scale and the room left for the marks.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="area">The room for axes and marks.</param>
    /// <param name="axis">The axis; its title stands above it.</param>
    /// <param name="values">All values to be shown.</param>
    /// <param name="zero">Whether zero must be on the axis.</param>
    /// <param name="below">The height kept below for the other axis.</param>
    public static (ValueScale Scale, Area Plot) ValuesOnTheLeft(Sheet sheet, Area area, Axis axis, IEnumerable<double> values, bool zero, double below)
    {
        double top = area.Top + TitleHeight + 6;
        var scale = new ValueScale(values, area.Bottom - below, top, zero);
        string[] labels = [.. scale.Ticks.Select(tick => scale.Label(axis.Format, tick))];
        double left = area.Left + labels.Max(label => Words.Measure(label, LabelSize)) + 8;
        sheet.Write(area.Left, area.Top + 12, ChartShape.Title(axis), new Words { Opacity = 0.85 });
        for (int i = 0; i < labels.Length; i++)
        {
            double y = scale.At(scale.Ticks[i]);
            sheet.Stroke(Outline.Line(left, y, area.Right, y), Sheet.Ink, opacity: scale.Ticks[i] == 0 ? 0.5 : 0.14);
            sheet.Write(left - 6, y + 4, labels[i], new Words { Anchor = Anchor.End, Size = LabelSize, Opacity = 0.85 });
        }
        return (scale, new Area(left, top, area.Right, area.Bottom - below));
    }

    /// <summary>Draws the value axis at the bottom and its grid, for marks that lie on their side.</summary>
    public static ValueScale ValuesAtTheBottom(Sheet sheet, Area plot, Axis axis, IEnumerable<double> values)
    {
        double widest = values.Where(double.IsFinite).Select(value => Words.Measure(axis.Format.Write(value), LabelSize)).DefaultIfEmpty(30).Max();
        var scale = new ValueScale(values, plot.Left, plot.Right, zero: true, widest + 16);
        foreach (double tick in scale.Ticks)
        {
            double x = scale.At(tick);
            sheet.Stroke(Outline.Line(x, plot.Top, x, plot.Bottom), Sheet.Ink, opacity: tick == 0 ? 0.5 : 0.14);
            Centred(sheet, x, plot.Bottom + 15, scale.Label(axis.Format, tick));
        }
        Below(sheet, plot, plot.Bottom + 33, axis);
        return scale;
    }

    /// <summary>The title of the axis at the bottom.</summary>
    public static void Below(Sheet sheet, Area plot, double y, Axis axis) =>
        sheet.Write((plot.Left + plot.Right) / 2, y, ChartShape.Title(axis), new Words { Anchor = Anchor.Middle, Opacity = 0.85 });

    /// <summary>A tick label, kept inside the sheet.</summary>
    public static void Centred(Sheet sheet, double x, double y, string label) =>
        sheet.Write(Inside(sheet, x, label), y, label, new Words { Anchor = Anchor.Middle, Size = LabelSize, Opacity = 0.85 });

    /// <summary>The middle nearest to <paramref name="x"/> at which the label is not cut by the edge of the sheet.</summary>
    public static double Inside(Sheet sheet, double x, string label)
    {
        double half = Words.Measure(label, LabelSize) / 2;
        return Math.Clamp(x, Math.Min(half + 2, sheet.Width / 2.0), Math.Max(sheet.Width - half - 2, sheet.Width / 2.0));
    }

    /// <summary>Every how manieth of the labels has room.</summary>
    public static int Every(int count, double widest, double room)
    {
        int needed = (int)Math.Ceiling(count * (widest + 10) / Math.Max(room, 1));
        return Array.Find([1, 2, 3, 4, 5, 7, 10, 14, 15, 20, 28, 30, 50, 60, 90, 100, 180, 365], step => step >= needed) is var step and > 0 ? step : Math.Max(1, needed);
    }
}
