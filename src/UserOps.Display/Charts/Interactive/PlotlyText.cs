namespace UserOps.Display.Charts;

/// <summary>Words and number formats in Plotly's notation.</summary>
internal static class PlotlyText
{
    /// <summary>Words that Plotly shows as they are; it takes tags and entities in labels for markup.</summary>
    public static string Label(string words) => words.ReplaceLineEndings(" ")
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    public static string[] Labels(IEnumerable<string> words) => [.. words.Select(Label)];

    /// <summary>Distinct labels below an axis, broken into lines where there are few enough of them for that to help.</summary>
    public static string[] Narrow(IReadOnlyList<string> labels)
    {
        int columns = Math.Max(6, 90 / Math.Max(1, labels.Count));
        return [.. ChartShape.Distinct(labels).Select(label => labels.Count > 16 ? Label(label) : Wrapped(label, columns))];
    }

    /// <summary>Words broken into lines of about the given width.</summary>
    public static string Wrapped(string words, int columns) => string.Join("<br>", TextWidth.Wrap(words, columns).Select(Label));

    /// <summary>The format of tick labels, in d3's notation; decimals that are zero are left out.</summary>
    public static string TickFormat(Format format) => format.Kind switch
    {
        FormatKind.Percent => $",.{Math.Max(format.Digits, 1)}~%",
        FormatKind.Points => $"+,.{Math.Max(format.Digits, 1)}~f",
        _ => $",.{Math.Max(format.Digits, 2)}~f",
    };

    /// <summary>The currency sign before tick labels.</summary>
    public static string Prefix(Format format) => format.Kind == FormatKind.Money && !format.Unit.All(char.IsLetter) ? format.Unit : "";

    /// <summary>The value as it is drawn: points are drawn in hundredths, everything else as it is; null where there is none.</summary>
    public static double? Value(Format format, double value) =>
        !double.IsFinite(value) ? null : format.Kind == FormatKind.Points ? Math.Round(value * 100, 10) : value;

    public static double?[] Values(Format format, IEnumerable<double> values) => [.. values.Select(value => Value(format, value))];
}
