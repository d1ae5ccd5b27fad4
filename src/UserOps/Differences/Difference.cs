using UserOps.Display;
using UserOps.Experiments;
using UserOps.Statistics;

namespace UserOps.Differences;

/// <summary>The difference of one metric between two exports.</summary>
/// <param name="Change">New less old, in the unit of the metric.</param>
/// <param name="StandardError">The standard error of the change, 0 or more.</param>
/// <param name="Correlation">The correlation of the two estimates because of users who are in both; null where users are not known, and 0 was taken.</param>
/// <remarks>
/// Var(new − old) = Var(new) + Var(old) − 2 Cov(new, old), with the covariance over the users who are in both. That two intervals overlap is no test: N. Schenker, J. F. Gentleman (2001),
/// "On judging the significance of differences by examining the overlap between confidence intervals", The American Statistician 55.
/// </remarks>
public sealed record Difference(double Change, double StandardError, double? Correlation)
{
    /// <summary>The difference of estimates of which users are known.</summary>
    public static Difference Of(double old, Influence oldInfluence, double value, Influence influence)
    {
        double correlation = Influence.Correlation(oldInfluence, influence);
        double squares = oldInfluence.Variance + influence.Variance - 2 * correlation * Math.Sqrt(oldInfluence.Variance * influence.Variance);
        return new(value - old, Math.Sqrt(Math.Max(0, squares)), correlation);
    }

    /// <summary>The difference of estimates of which only errors are known, taken as independent: too wide where users are in both and do alike.</summary>
    public static Difference OfErrors(double old, double oldError, double value, double error) => new(value - old, Math.Sqrt(oldError * oldError + error * error), null);

    /// <summary>The chance of so large a change where nothing has changed, two-sided; 1 where there is neither a change nor an error.</summary>
    public double PValue => Change == 0 ? 1 : Tails.PValue(Change / StandardError, null, Alternative.TwoSided);

    /// <summary>The interval of the change.</summary>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    public Interval Interval(double level = 0.95)
    {
        double half = Tails.Quantile((1 - level) / 2) * StandardError;
        return new(Change - half, Change + half, level);
    }
}
