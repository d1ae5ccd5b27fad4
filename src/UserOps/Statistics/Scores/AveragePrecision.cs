using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>The area under the precision–recall curve as a sum of steps: Σ (Rₖ − Rₖ₋₁) · Pₖ over the distinct scores from the highest down.</summary>
/// <remarks>
/// Users of equal scores enter together, so the order of ties does not matter; no straight line is drawn between points, which would flatter
/// (J. Davis and M. Goadrich (2006), "The relationship between precision-recall and ROC curves", ICML). A model without knowledge reaches the base rate.
/// </remarks>
internal static class AveragePrecision
{
    private const int Replicates = 1000;

    public static double Of(BinaryScores scores) => Of(scores, default);

    /// <summary>The bootstrap interval (BCa); null for a perfect order, which is perfect in every sample and still proves no certainty. With fewer than some 40 users with the outcome it holds a few points less often than its level.</summary>
    public static Interval? Interval(BinaryScores scores, double level, int seed)
    {
        if (scores.Auc == 1)
            return null;
        double[] estimates = [.. Bootstrap.Estimates(scores.Count, Replicates, seed, times => [Of(scores, times)]).Select(estimate => estimate[0])];
        double[] without = Jackknife(scores);
        double mean = without.Average();
        return Bootstrap.BiasCorrected(estimates, Of(scores), [.. without.Select(value => mean - value)], level);
    }

    /// <param name="scores">Who scored what.</param>
    /// <param name="times">How often each user counts; each once when empty.</param>
    /// <returns>NaN where nobody with the outcome counts.</returns>
    public static double Of(BinaryScores scores, ReadOnlySpan<int> times)
    {
        var ranks = scores.Ranks;
        double sum = 0;
        long found = 0, seen = 0;
        int at = 0;
        foreach (int end in ranks.Ends)
        {
            long positives = 0;
            for (; at < end; at++)
            {
                int user = ranks.Order[at], count = times.IsEmpty ? 1 : times[user];
                seen += count;
                positives += scores.OutcomeSpan[user] ? count : 0;
            }
            found += positives;
            if (positives > 0)
                sum += positives * ((double)found / seen);
        }
        return sum / found;
    }

    /// <summary>The average precision without each user in turn, in one pass: leaving a user out changes the precision of its own and of all later groups.</summary>
    internal static double[] Jackknife(BinaryScores scores)
    {
        double[] without = new double[scores.Count];
        double before = 0, afterPositive = 0, afterNegative = 0;
        var steps = Steps(scores);
        foreach (var step in steps)
        {
            afterPositive += step.Positives * step.Share(1, 1);
            afterNegative += step.Positives * step.Share(0, 1);
        }
        foreach (var (group, step) in scores.Ranks.Groups().Zip(steps))
        {
            afterPositive -= step.Positives * step.Share(1, 1);
            double withoutPositive = (before + (step.Positives - 1) * step.Share(1, 1) + afterPositive) / Math.Max(1, scores.Positives - 1);
            double withoutNegative = (before + afterNegative) / scores.Positives;
            foreach (int user in group)
                without[user] = scores.OutcomeSpan[user] ? withoutPositive : withoutNegative;
            afterNegative -= step.Positives * step.Share(0, 1);
            before += step.Positives * step.Share(0, 0);
        }
        return without;
    }

    private static List<Step> Steps(BinaryScores scores)
    {
        var steps = new List<Step>();
        int found = 0, seen = 0;
        foreach (var group in scores.Ranks.Groups())
        {
            int positives = group.Count(user => scores.OutcomeSpan[user]);
            steps.Add(new(positives, found += positives, seen += group.Count));
        }
        return steps;
    }

    /// <summary>Users of one score: those with the outcome, and how many were found and seen down to here.</summary>
    private readonly record struct Step(int Positives, int Found, int Seen)
    {
        /// <summary>The precision down to here with fewer users; 0 where nobody is left.</summary>
        public double Share(int foundLess, int seenLess) => Seen == seenLess ? 0 : (double)(Found - foundLess) / (Seen - seenLess);
    }
}
