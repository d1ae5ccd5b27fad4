namespace UserOps.Experiments.Exact;

/// <summary>The textbook interval of a difference of two rates, for comparison with other tools only.</summary>
/// <remarks>
/// Estimate ± z standard errors. At a rate of 2 % and 50 users an arm that should hold 95 % of the time, it fails far more often: see R. G. Newcombe (1998), "Interval
/// estimation for the difference between independent proportions", Statistics in Medicine 17, and use his interval.
/// </remarks>
public static class WaldRates
{
    /// <summary>The difference of two rates with a standard error, as planned looks and Gaussian priors need it.</summary>
    /// <param name="control">Counts of control.</param>
    /// <param name="treatment">Counts of treatment.</param>
    /// <param name="test">What is asked; two-sided at 95 % when absent.</param>
    /// <exception cref="InsufficientDataException">An arm has no users, or nobody or everybody succeeded in both or in each.</exception>
    public static EffectEstimate Between(ProportionCounts control, ProportionCounts treatment, EffectTest? test = null)
    {
        ExactTests.Check(control, treatment);
        double variance = control.Share * (1 - control.Share) / control.Count + treatment.Share * (1 - treatment.Share) / treatment.Count;
        if (!(variance > 0))
            throw new InsufficientDataException("an arm in which everybody did it and one in which nobody did", "some who did and some who did not in one arm", "Use an exact test.");
        return EffectEstimate.FromStandardError(
            EffectScale.Absolute, treatment.Share - control.Share, Math.Sqrt(variance), null, test ?? EffectTest.Usual, "Wald", control.Count, treatment.Count);
    }
}
