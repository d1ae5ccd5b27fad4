using UserOps.Display;

namespace UserOps.Reports.Comparison;

/// <summary>Changes in words and signed numbers.</summary>
internal static class ChangeText
{
    /// <summary>A change of a metric with its sign and unit; of a share in percentage points.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="change">The change.</param>
    /// <param name="like">The size that decides how many digits are shown; that of the change when absent.</param>
    public static string Signed(Metric metric, double change, double? like = null)
    {
        var format = FormatOf(metric, like ?? change);
        string size = format.Write(Math.Abs(change));
        return size.StartsWith('+') ? (change < 0 ? "−" : "+") + size[1..] : (change < 0 ? "−" : "+") + size;
    }

    /// <summary>The change, by day where the runs cover spans of different length.</summary>
    public static string Of(MetricChange change) => change.Difference is { } difference
        ? Signed(change.Metric, difference.Change) + (change.IsPerDay ? " a day" : "")
        : "";

    public static string IntervalOf(MetricChange change) => change.Interval is { } interval
        ? Joined(Signed(change.Metric, interval.Lower, Largest(interval)), Signed(change.Metric, interval.Upper, Largest(interval)))
        : "";

    public static string PValue(double? p) => p switch { null => "", < 0.001 => "< 0.001", { } chance => Format.Number(3).Write(chance) };

    /// <summary>What the change means, in plain words.</summary>
    public static string Verdict(MetricChange change) => change.Verdict switch
    {
        Comparison.Verdict.Moved => (change.Difference!.Change > 0 ? "rose" : "fell") + (IsBetter(change) switch { true => ", for the better", false => ", for the worse", null => "" }),
        Comparison.Verdict.WithinNoise => "within noise",
        Comparison.Verdict.SameData => "same data",
        Comparison.Verdict.NoInterval => "no interval",
        _ => "not comparable",
    };

    /// <summary>What else a reader should know of the change; empty where there is nothing.</summary>
    public static string Remark(MetricChange change) => string.Join("; ", new[]
    {
        change.Reason,
        change is { Verdict: Comparison.Verdict.WithinNoise, PValue: < 1 - ReportComparison.Level } ? "alone it would count as moved" : null,
        change.IsPerDay ? "by day: the exports cover different numbers of days" : null,
    }.OfType<string>());

    /// <summary>Whether a metric that moved did so for the better; null where neither way is good, or it did not move.</summary>
    public static bool? IsBetter(MetricChange change) => (change.Verdict, change.Metric.Better) switch
    {
        (Comparison.Verdict.Moved, Direction.Up) => change.Difference!.Change > 0,
        (Comparison.Verdict.Moved, Direction.Down) => change.Difference!.Change < 0,
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
    private static Format FormatOf(Metric metric, double change) => metric.Format.Kind switch
    {
        FormatKind.Percent => Format.Points(Math.Abs(change) < 0.005 ? 2 : 1),
        FormatKind.Number => Format.Number(Math.Abs(change) switch { >= 100 => 0, >= 1 => 1, >= 0.1 => 3, _ => 4 }, metric.Format.Unit),
        FormatKind.Money => Format.Money(metric.Format.Unit, Math.Abs(change) >= 1000 ? 0 : 2),
        _ => metric.Format,
    };
}
