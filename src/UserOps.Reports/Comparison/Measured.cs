using UserOps.Differences;
using UserOps.Display;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Comparison;

/// <summary>The change of a metric and its error, before it is judged: <see cref="Verdict.WithinNoise"/> stands for whatever has an error.</summary>
internal readonly record struct Measured(Verdict Verdict, Difference? Difference, string? Remark, bool IsPerDay = false)
{
    /// <summary>With fewer users the error itself is not known well enough.</summary>
    private const int FewestUsers = 10;

    public static Measured Of(Metric old, UserEvidence? oldEvidence, Metric current, UserEvidence? evidence, bool canMatchUsers, ComparisonWords words)
    {
        var (before, now, isPerDay) = (old.Value, current.Value, false);
        if (oldEvidence?.Days is { } oldDays && evidence?.Days is { } days && oldDays != days)
        {
            if (!evidence.IsTotal)
                return new(Verdict.NotComparable, new(now - before, double.NaN, null), words.OtherDays(oldDays, days));
            (before, now, isPerDay) = (before / oldDays, now / days, true);
            (oldEvidence, evidence) = (Divide(oldEvidence, oldDays), Divide(evidence, days));
        }
        return Judge(old, before, oldEvidence?.Influence, current, now, evidence?.Influence, canMatchUsers, words) with { IsPerDay = isPerDay };
    }

    private static Measured Judge(Metric old, double before, Influence? oldInfluence, Metric current, double now, Influence? influence, bool canMatchUsers, ComparisonWords words)
    {
        if (oldInfluence is not null && influence is not null)
            return Math.Min(oldInfluence.Users, influence.Users) < FewestUsers
                ? new(Verdict.NoInterval, new(now - before, double.NaN, null), words.FewUsers(FewestUsers))
                : canMatchUsers ? Sure(Differences.Difference.Of(before, oldInfluence, now, influence), null, words)
                : Sure(Differences.Difference.OfErrors(before, Math.Sqrt(oldInfluence.Variance), now, Math.Sqrt(influence.Variance)), words.OtherSecret, words);
        return Error(old) is { } oldError && Error(current) is { } error
            ? Sure(Differences.Difference.OfErrors(before, oldError, now, error), words.Independent, words)
            : new(Verdict.NoInterval, new(now - before, double.NaN, null), words.ErrorNotKnown);
    }

    private static Measured Sure(Difference difference, string? remark, ComparisonWords words) => difference.StandardError > 0 || difference.Change == 0
        ? new(Verdict.WithinNoise, difference, remark)
        : new(Verdict.NoInterval, difference, words.ErrorNotKnown);

    // The interval of a share is not symmetric: half its width is a fair error all the same.
    private static double? Error(Metric metric) => metric.StandardError
        ?? (metric.Interval is { } interval && double.IsFinite(interval.Upper - interval.Lower) ? (interval.Upper - interval.Lower) / 2 / Quantile(interval.Level) : null);

    private static double Quantile(double level) => -MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 - level) / 2);

    private static UserEvidence Divide(UserEvidence evidence, int days) => evidence with { Influence = evidence.Influence?.DividedBy(days) };
}
