using System.Globalization;
using MathNet.Numerics.Distributions;

namespace UserOps.Statistics;

/// <summary>The area under a survival function.</summary>
internal static class Area
{
    public static RestrictedMean Under(KaplanMeier curve, double until)
    {
        if (!(until > 0))
            throw new UserOpsException($"A mean within {until.ToString(CultureInfo.InvariantCulture)} was asked for; the horizon must be above 0.");
        if (until > curve.LastTime && curve.SurvivalAt(curve.LastTime) > 0)
            throw new InsufficientDataException(
                FormattableString.Invariant($"durations up to {curve.LastTime:0.###}"), FormattableString.Invariant($"durations up to the horizon {until:0.###}"),
                "Ask for a shorter horizon: how the curve goes on is unknown.");
        (double area, double variance) = Sum(curve.Points, until);
        double error = Math.Sqrt(variance), half = Normal.InvCDF(0, 1, 0.5 + curve.Level / 2) * error;
        return new(area, error, until, new(Math.Max(0, area - half), Math.Min(until, area + half), curve.Level));
    }

    // From the end, so that the area to the right of each step is at hand.
    private static (double Area, double Variance) Sum(IReadOnlyList<SurvivalPoint> points, double until)
    {
        double area = 0, variance = 0, right = until;
        for (int i = points.Count - 1; i >= 0; i--)
        {
            var point = points[i];
            if (point.Time >= until)
                continue;
            area += point.Survival * (right - point.Time);
            right = point.Time;
            if (point.AtRisk > point.Events)
                variance += area * area * point.Events / ((double)point.AtRisk * (point.AtRisk - point.Events));
        }
        return (area + right, variance);
    }
}
