using UserOps.Differences;
using UserOps.Display;

namespace UserOps.Reports.Comparison;

/// <summary>The change of a metric and its error, before it is judged: <see cref="Verdict.WithinNoise"/> stands for whatever has an error.</summary>
internal readonly record struct Measured(Verdict Verdict, Difference? Difference, string? Remark, bool IsPerDay = false)
{
    /// <summary>With fewer users the error itself is not known well enough.</summary>
    private const int FewestUsers = 10;

    private const string NoError = "error not known";
    private const string OtherSecret = "as if no user were in both: the runs belong to folders with secrets of their own";
    private const string Independent = "as if no user were in both";

    public static Measured Of(Metric old, UserEvidence? oldEvidence, Metric current, UserEvidence? evidence, bool canMatchUsers)
    {
        var (before, now, isPerDay) = (old.Value, current.Value, false);
        if (oldEvidence?.Days is { } oldDays && evidence?.Days is { } days && oldDays != days)
        {
            if (!evidence.IsTotal)
                return new(Verdict.NotComparable, new(now - before, double.NaN, null), $"it is counted over {oldDays} days and {days} days, and a longer time alone changes it; compare exports of equal length");
            (before, now, isPerDay) = (before / oldDays, now / days, true);
            (oldEvidence, evidence) = (Divide(oldEvidence, oldDays), Divide(evidence, days));
        }
        return Judge(old, before, oldEvidence?.Influence, current, now, evidence?.Influence, canMatchUsers) with { IsPerDay = isPerDay };
    }

    private static Measured Judge(Metric old, double before, Influence? oldInfluence, Metric current, double now, Influence? influence, bool canMatchUsers)
    {
        if (oldInfluence is not null && influence is not null)
            return Math.Min(oldInfluence.Users, influence.Users) < FewestUsers
                ? new(Verdict.NoInterval, new(now - before, double.NaN, null), $"fewer than {FewestUsers} users stand behind it")
                : canMatchUsers ? Sure(Differences.Difference.Of(before, oldInfluence, now, influence), null)
                : Sure(Differences.Difference.OfErrors(before, Math.Sqrt(oldInfluence.Variance), now, Math.Sqrt(influence.Variance)), OtherSecret);
        return Error(old) is { } oldError && Error(current) is { } error
            ? Sure(Differences.Difference.OfErrors(before, oldError, now, error), Independent)
            : new(Verdict.NoInterval, new(now - before, double.NaN, null), NoError);
    }

    private static Measured Sure(Difference difference, string? remark) => difference.StandardError > 0 || difference.Change == 0
        ? new(Verdict.WithinNoise, difference, remark)
        : new(Verdict.NoInterval, difference, NoError);

    // The interval of a share is not symmetric: half its width is a fair error all the same.
    private static double? Error(Metric metric) => metric.StandardError
        ?? (metric.Interval is { } interval && double.IsFinite(interval.Upper - interval.Lower) ? (interval.Upper - interval.Lower) / 2 / Quantile(interval.Level) : null);

    private static double Quantile(double level) => -MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 - level) / 2);

    private static UserEvidence Divide(UserEvidence evidence, int days) => evidence with { Influence = evidence.Influence?.DividedBy(days) };
}
