namespace UserOps.Statistics;

/// <summary>The share of the other class that each user beats: its mean over a class is the AUC, its spread gives the variance.</summary>
/// <param name="OfPositives">For each user with the outcome, the share of those without it that score lower; ties count half.</param>
/// <param name="OfNegatives">For each user without the outcome, the share of those with it that score higher; ties count half.</param>
/// <remarks>E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson (1988), Biometrics 44; by sorting as X. Sun and W. Xu (2014), IEEE Signal Processing Letters 21.</remarks>
internal sealed record Placements(double[] OfPositives, double[] OfNegatives)
{
    public double Auc => OfPositives.Average();

    public static Placements Of(BinaryScores scores)
    {
        double[] byUser = new double[scores.Count];
        int positivesAbove = 0, negativesAbove = 0;
        foreach (var group in scores.Ranks.Groups())
        {
            int positives = group.Count(user => scores.OutcomeSpan[user]), negatives = group.Count - positives;
            foreach (int user in group)
                byUser[user] = scores.OutcomeSpan[user]
                    ? (scores.Negatives - negativesAbove - 0.5 * negatives) / scores.Negatives
                    : (positivesAbove + 0.5 * positives) / scores.Positives;
            (positivesAbove, negativesAbove) = (positivesAbove + positives, negativesAbove + negatives);
        }
        return new([.. byUser.Where((_, user) => scores.Outcomes[user])], [.. byUser.Where((_, user) => !scores.Outcomes[user])]);
    }

    /// <summary>The placements by which this ranking beats another of the same users.</summary>
    public Placements Minus(Placements other) =>
        new([.. OfPositives.Zip(other.OfPositives, (a, b) => a - b)], [.. OfNegatives.Zip(other.OfNegatives, (a, b) => a - b)]);

    /// <summary>The variance of the mean placement; 0 where a class has a single user.</summary>
    public double Variance() => OfMean(OfPositives) + OfMean(OfNegatives);

    private static double OfMean(double[] values)
    {
        double mean = values.Average();
        return values.Length < 2 ? 0 : values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length;
    }
}
