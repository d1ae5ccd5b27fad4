using MathNet.Numerics.Distributions;
using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>The chance that a user with the outcome scores higher than one without it.</summary>
/// <param name="Value">The AUC, 0.5 for a coin and 1 for a perfect order.</param>
/// <param name="StandardError">Its standard error; 0 where the order is perfect.</param>
/// <param name="Interval">The interval; null with fewer than two users in either class.</param>
public sealed record AucEstimate(double Value, double StandardError, Interval? Interval);

/// <summary>By how much one model's AUC exceeds another's on the same users.</summary>
/// <param name="Difference">First minus second.</param>
/// <param name="StandardError">The standard error of the difference; it knows that both saw the same users.</param>
/// <param name="Interval">The normal interval of the difference; null where the models differ by the same for every user, as a perfect order and a coin do.</param>
/// <param name="Z">Difference ÷ standard error; 0 where both rank alike, null without an interval.</param>
/// <param name="PValue">The two-sided p-value of no difference; 1 where both rank alike, null without an interval.</param>
public sealed record AucDifference(double Difference, double StandardError, Interval? Interval, double? Z, double? PValue);

/// <summary>Intervals and tests of the AUC without an assumption on the scores.</summary>
/// <remarks>
/// Variance: E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson (1988), "Comparing the areas under two or more correlated receiver operating
/// characteristic curves", Biometrics 44. The interval is symmetric on the logit scale, which keeps it below 1: M. S. Pepe (2003), "The Statistical
/// Evaluation of Medical Tests", section 5.2. A perfect order has no spread; its lower bound is the AUC at which so perfect an order is still not
/// surprising: level-wise, with the smaller class of n users, (1 − level)^(1 ÷ n).
/// </remarks>
internal static class DeLong
{
    public static AucEstimate Estimate(BinaryScores scores, double level)
    {
        double auc = scores.Placements.Auc, error = Math.Sqrt(scores.Placements.Variance());
        double z = Z(level);
        int smaller = Math.Min(scores.Positives, scores.Negatives);
        if (smaller < 2)
            return new(auc, error, null);
        if (auc is 0 or 1)
            return new(auc, 0, Perfect(auc, Math.Pow(1 - level, 1.0 / smaller), level));
        double centre = Math.Log(auc / (1 - auc)), half = z * error / (auc * (1 - auc));
        return new(auc, error, new(Logistic(centre - half), Logistic(centre + half), level));
    }

    public static AucDifference Compare(BinaryScores first, BinaryScores second, double level)
    {
        if (!first.OutcomeSpan.SequenceEqual(second.OutcomeSpan))
            throw new UserOpsException(
                $"Two models can be compared on the same users only; found {first.Count} and {second.Count} users whose outcomes differ. Score one hold-out with both, in one order.");
        if (Math.Min(first.Positives, first.Negatives) < 2)
            throw new InsufficientDataException(
                $"{first.Positives} users with the outcome and {first.Negatives} without", "at least two of each", "Evaluate on more users.");
        var between = first.Placements.Minus(second.Placements);
        double difference = between.Auc, error = Math.Sqrt(between.Variance()), half = Z(level) * error;
        // Without any spread the normal approximation has nothing to stand on: neither "no difference" nor certainty is an answer.
        if (error < 1e-12 && Math.Abs(difference) > 1e-12)
            return new(difference, 0, null, null, null);
        double z = error > 0 ? difference / error : 0;
        return new(difference, error, new(difference - half, difference + half, level), z, 2 * Normal.CDF(0, 1, -Math.Abs(z)));
    }

    /// <summary>By how much the AUC falls from one ranking to others of the same users, on their average.</summary>
    public static Estimate Fall(BinaryScores from, IReadOnlyList<BinaryScores> to, double level)
    {
        var placements = to.Select(scores => from.Placements.Minus(scores.Placements)).ToList();
        var mean = new Placements(Mean([.. placements.Select(one => one.OfPositives)]), Mean([.. placements.Select(one => one.OfNegatives)]));
        double half = Z(level) * Math.Sqrt(mean.Variance());
        return new(mean.Auc, new(mean.Auc - half, mean.Auc + half, level));
    }

    private static double[] Mean(double[][] rows) => [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Average(row => row[i]))];

    private static Interval Perfect(double auc, double bound, double level) => auc == 1 ? new(bound, 1, level) : new(0, 1 - bound, level);

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double Z(double level)
    {
        ConfidenceLevel.Check(level);
        return Normal.InvCDF(0, 1, 0.5 + level / 2);
    }
}
