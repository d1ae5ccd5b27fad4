namespace UserOps.Reports.Pages;

/// <summary>The stretch of values that a small chart without an axis shows.</summary>
internal static class ValueRange
{
    // A change of a few thousandths drawn from floor to ceiling would look like a trend.
    private const double LeastPart = 0.05;

    /// <summary>From the lowest to the highest, and never less than a twentieth of their size.</summary>
    public static (double Low, double High) Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double low = all.Min(), high = all.Max(), least = LeastPart * Math.Max(Math.Abs(low), Math.Abs(high)), middle = (low + high) / 2;
        return high - low < least ? (middle - least / 2, middle + least / 2) : (low, high);
    }
}
