using System.Globalization;

namespace UserOps.Display;

/// <summary>A range that holds the true value with a stated probability.</summary>
/// <param name="Lower">The lower bound, in the unit of the estimate.</param>
/// <param name="Upper">The upper bound, in the unit of the estimate; not below <paramref name="Lower"/>.</param>
/// <param name="Level">The confidence level, a fraction between 0 and 1 (0.95 is 95 %).</param>
public readonly record struct Interval(double Lower, double Upper, double Level)
{
    /// <summary>Whether <paramref name="value"/> lies between the bounds, bounds included.</summary>
    public bool Contains(double value) => value >= Lower && value <= Upper;

    /// <summary>The bounds in the given format, as <c>[3.1 %, 4.2 %]</c>.</summary>
    public string Write(Format format, CultureInfo? culture = null) => $"[{format.Write(Lower, culture)}, {format.Write(Upper, culture)}]";

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{Lower:G6}, {Upper:G6}]");
}
