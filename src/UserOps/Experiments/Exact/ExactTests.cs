namespace UserOps.Experiments.Exact;

/// <summary>Exact tests of two proportions: their p-values hold for any number of users and any rate.</summary>
/// <remarks>
/// R. A. Fisher (1935), JRSS 98; G. A. Barnard (1947), "Significance tests for 2 × 2 tables", Biometrika 34; R. D. Boschloo (1970), "Raised conditional level
/// of significance for the 2 × 2-table", Statistica Neerlandica 24. Fisher's test conditions on the total and is cautious; Barnard's and Boschloo's take the
/// largest p-value over all common rates and find more, Boschloo's never less than Fisher's one-sided. All assume independent users.
/// </remarks>
public static class ExactTests
{
    // Equal probabilities that were reached by different ways differ in the last digits; R and SciPy allow the same.
    private const double Tie = 1 + 1e-7;

    /// <summary>Fisher's test; two-sided, the chance of all tables that are no more likely than the one seen, as in R.</summary>
    /// <exception cref="InsufficientDataException">An arm has no users, or nobody or everybody succeeded in both.</exception>
    public static double Fisher(ProportionCounts control, ProportionCounts treatment, Alternative alternative = Alternative.TwoSided)
    {
        Check(control, treatment);
        var split = new Hypergeometric(control.Count, treatment.Count, control.Successes + treatment.Successes);
        double seen = split.Probabilities[treatment.Successes - split.First] * Tie;
        return Math.Min(1, alternative switch
        {
            Alternative.Greater => split.FromOn(treatment.Successes),
            Alternative.Less => split.UpTo(treatment.Successes),
            _ => split.Probabilities.Where(p => p <= seen).Order().Sum(),
        });
    }

    /// <summary>Barnard's test with the pooled z statistic (Suissa and Shuster 1985), maximised over the common rate.</summary>
    /// <exception cref="InsufficientDataException">An arm has no users, or nobody or everybody succeeded in both.</exception>
    public static double Barnard(ProportionCounts control, ProportionCounts treatment, Alternative alternative = Alternative.TwoSided)
    {
        Check(control, treatment);
        double seen = Score(control.Successes, control.Count, treatment.Successes, treatment.Count);
        double limit = alternative == Alternative.TwoSided ? Math.Abs(seen) : seen;
        double slack = 1e-9 * (1 + Math.Abs(limit));
        return UnconditionalRegion.Of(control.Count, treatment.Count, (total, split) =>
        {
            double weight = 0;
            for (int i = 0; i < split.Probabilities.Length; i++)
            {
                double z = Score(total - split.First - i, control.Count, split.First + i, treatment.Count);
                bool inside = alternative switch
                {
                    Alternative.Greater => z >= limit - slack,
                    Alternative.Less => z <= limit + slack,
                    _ => Math.Abs(z) >= limit - slack,
                };
                weight += inside ? split.Probabilities[i] : 0;
            }
            return weight;
        }).Supremum();
    }

    /// <summary>Boschloo's test: Fisher's one-sided p-value as the statistic, maximised over the common rate; two-sided, twice the smaller side, as in SciPy.</summary>
    /// <exception cref="InsufficientDataException">An arm has no users, or nobody or everybody succeeded in both.</exception>
    public static double Boschloo(ProportionCounts control, ProportionCounts treatment, Alternative alternative = Alternative.TwoSided)
    {
        Check(control, treatment);
        if (alternative == Alternative.TwoSided)
            return Math.Min(1, 2 * Math.Min(Boschloo(control, treatment, Alternative.Greater), Boschloo(control, treatment, Alternative.Less)));
        bool greater = alternative == Alternative.Greater;
        double limit = Fisher(control, treatment, alternative) * Tie;
        return UnconditionalRegion.Of(control.Count, treatment.Count, (_, split) => Tail(split.Probabilities, limit, greater)).Supremum();
    }

    /// <summary>The largest tail that is no more likely than the limit.</summary>
    private static double Tail(double[] probabilities, double limit, bool upper)
    {
        double tail = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            double further = tail + probabilities[upper ? probabilities.Length - 1 - i : i];
            if (further > limit)
                break;
            tail = further;
        }
        return tail;
    }

    /// <summary>The difference over its pooled standard error; 0 where nobody or everybody succeeded, since then nothing differs.</summary>
    private static double Score(long controlSuccesses, long control, long treatmentSuccesses, long treatment)
    {
        double pooled = (double)(controlSuccesses + treatmentSuccesses) / (control + treatment), variance = pooled * (1 - pooled) * (1.0 / control + 1.0 / treatment);
        return variance > 0 ? ((double)treatmentSuccesses / treatment - (double)controlSuccesses / control) / Math.Sqrt(variance) : 0;
    }

    internal static void Check(ProportionCounts control, ProportionCounts treatment)
    {
        ProportionCounts both = control + treatment;
        if (control.Count == 0 || treatment.Count == 0)
            throw new InsufficientDataException($"{control.Count} users in control and {treatment.Count} in treatment", "at least one in each", "Look at the assignment: an arm is empty.");
        if (both.Successes == 0 || both.Failures == 0)
            throw new InsufficientDataException(
                $"{both.Successes} of {both.Count} users of both arms who did it", "at least one who did and one who did not", "Nothing can differ yet: wait, or choose a metric that varies.");
    }
}
