using System.Globalization;

namespace UserOps.Display.Charts;

/// <summary>Colours that people with any colour vision tell apart, on light and on dark pages.</summary>
/// <remarks>Series: Okabe and Ito (2008), Color Universal Design; its yellow and black are left out since one page or the other would hide them.</remarks>
internal static class Palette
{
    public const string Up = "#0072B2";
    public const string Down = "#D55E00";
    public const string Total = "#7A869A";

    private static readonly string[] Series = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7A869A", "#9C6B30"];
    private static readonly string[] Rising = ["#EFF5FB", "#B7D4EA", "#6AAED6", "#2E7EBB", "#084A91"];
    private static readonly string[] Diverging = ["#B35806", "#F5B46B", "#F4F4F4", "#7FB3D9", "#0B5394"];

    public static IReadOnlyList<string> All => Series;

    public static string Of(int series) => Series[series % Series.Length];

    /// <summary>The colours of values from low to high: two-sided where values lie on both sides of zero.</summary>
    public static IReadOnlyList<string> Scale(double low, double high) => low < 0 && high > 0 ? Diverging : Rising;

    /// <summary>The range that the colours span: even on both sides of zero where there are both.</summary>
    public static (double Low, double High) Span(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0)
            return (0, 1);
        (double low, double high) = (finite.Min(), finite.Max());
        if (low < 0 && high > 0)
            (low, high) = (-Math.Max(-low, high), Math.Max(-low, high));
        else if (low >= 0)
            low = 0;
        return high > low ? (low, high) : (low - 1, high + 1);
    }

    /// <summary>The colour at a share from 0 to 1 of the way along the scale.</summary>
    public static string At(IReadOnlyList<string> scale, double share)
    {
        double place = Math.Clamp(share, 0, 1) * (scale.Count - 1);
        int first = Math.Min((int)place, scale.Count - 2);
        int[] mixed = [.. Enumerable.Range(0, 3).Select(i => (int)Math.Round(Part(scale[first], i) + (place - first) * (Part(scale[first + 1], i) - Part(scale[first], i))))];
        return string.Create(CultureInfo.InvariantCulture, $"#{mixed[0]:X2}{mixed[1]:X2}{mixed[2]:X2}");
    }

    /// <summary>Black or white, whichever is read better on the colour.</summary>
    public static string InkOn(string colour) => 0.299 * Part(colour, 0) + 0.587 * Part(colour, 1) + 0.114 * Part(colour, 2) > 140 ? "#1F2328" : "#FFFFFF";

    /// <summary>The colour as CSS with an opacity from 0 to 1.</summary>
    public static string Faded(string colour, double opacity) =>
        string.Create(CultureInfo.InvariantCulture, $"rgba({Part(colour, 0)},{Part(colour, 1)},{Part(colour, 2)},{opacity})");

    private static int Part(string colour, int i) => int.Parse(colour.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
