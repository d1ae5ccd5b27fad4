using UserOps.Display;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Comparison;

/// <summary>Changes in words and signed numbers.</summary>
internal static class ChangeText
{
    /// <summary>A change of a metric with its sign and unit; of a share in percentage points.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="change">The change.</param>
    /// <param name="words">The language of its unit.</param>
    /// <param name="like">The size that decides how many digits are shown; that of the change when absent.</param>
    public static string Signed(Metric metric, double change, Words words, double? like = null)
    {
        var format = FormatOf(words.FormatOf(metric), like ?? change);
        string size = format.Write(Math.Abs(change));
        return size.StartsWith('+') ? (change < 0 ? "−" : "+") + size[1..] : (change < 0 ? "−" : "+") + size;
    }

    /// <summary>The change, by day where the runs cover spans of different length.</summary>
    public static string Of(MetricChange change, Words words) => change.Difference is not { } difference ? ""
        : change.IsPerDay ? words.Comparison.ADay(Signed(change.Metric, difference.Change, words))
        : Signed(change.Metric, difference.Change, words);

    public static string IntervalOf(MetricChange change, Words words) => change.Interval is { } interval
        ? Joined(Signed(change.Metric, interval.Lower, words, Largest(interval)), Signed(change.Metric, interval.Upper, words, Largest(interval)))
        : "";

    public static string PValue(double? p) => p switch { null => "", < 0.001 => "<\u00a00.001", { } chance => Format.Number(3).Write(chance) };

    /// <summary>What else a reader should know of the change; empty where there is nothing.</summary>
    public static string Remark(MetricChange change, Words words) => string.Join(words.Comparison.Separator, new[]
    {
        change.Reason,
        change is { Verdict: Verdict.WithinNoise, PValue: < 1 - ReportComparison.Level } ? words.Comparison.AloneMoved : null,
        change.IsPerDay ? words.Comparison.ByDay : null,
    }.OfType<string>());

    /// <summary>Whether a metric that moved did so for the better; null where neither way is good, or it did not move.</summary>
    public static bool? IsBetter(MetricChange change) => (change.Verdict, change.Metric.Better) switch
    {
        (Verdict.Moved, Direction.Up) => change.Difference!.Change > 0,
        (Verdict.Moved, Direction.Down) => change.Difference!.Change < 0,
        _ => null,
    };

    private static double Largest(Interval interval) => Math.Max(Math.Abs(interval.Lower), Math.Abs(interval.Upper));

    /// <summary>Two bounds with their unit once.</summary>
    private static string Joined(string lower, string upper)
    {
        string unit = string.Concat(lower.Reverse().TakeWhile(letter => !char.IsAsciiDigit(letter)).Reverse());
        return unit.Length > 0 && upper.EndsWith(unit, StringComparison.Ordinal) ? $"[{lower[..^unit.Length]}, {upper[..^unit.Length]}]{unit}" : $"[{lower}, {upper}]";
    }

    // Changes are smaller than what changes: they are shown with a digit more where they would vanish.
    private static Format FormatOf(Format format, double change) => format.Kind switch
    {
        FormatKind.Percent => Format.Points(Math.Abs(change) < 0.005 ? 2 : 1),
        FormatKind.Number => Format.Number(Math.Abs(change) switch { >= 100 => 0, >= 1 => 1, >= 0.1 => 3, _ => 4 }, format.Unit),
        FormatKind.Money => Format.Money(format.Unit, Math.Abs(change) >= 1000 ? 0 : 2),
        _ => format,
    };
}
