namespace UserOps.Experiments.Effects;

/// <summary>Effects weighted over strata such as channel or platform (post-stratification): chance imbalance between arms no longer blurs them.</summary>
/// <remarks>L. W. Miratrix, J. S. Sekhon and B. Yu (2013), "Adjusting treatment effect estimates by post-stratification in randomized experiments", JRSS B 75.
/// Strata must be known before assignment; each needs two units in either arm.</remarks>
public static class Stratified
{
    /// <summary>The contrast of means, each stratum weighted by its share of all units.</summary>
    /// <param name="strata">Control and treatment of each stratum; the first quantity is the metric.</param>
    /// <returns>The contrast, and how many units were left out in strata that lack an arm.</returns>
    /// <exception cref="InsufficientDataException">No stratum has two units in both arms.</exception>
    public static (Contrast Contrast, long LeftOut) OfMeans(IEnumerable<(SampleMoments Control, SampleMoments Treatment)> strata)
    {
        (SampleMoments Control, SampleMoments Treatment)[] all = [.. strata], used = [.. all.Where(pair => pair.Control.Count >= 2 && pair.Treatment.Count >= 2)];
        if (used.Length == 0)
            throw new InsufficientDataException($"{all.Length} strata, none with two units in both arms", "at least one", "Choose a coarser property.");
        double units = used.Sum(Units), difference = 0, variance = 0, freedom = 0, control = 0, controlVariance = 0;
        foreach (var (c, t) in used)
        {
            double weight = Units((c, t)) / units, ofControl = weight * weight * c.Variance() / c.Count, ofTreatment = weight * weight * t.Variance() / t.Count;
            difference += weight * (t.Mean() - c.Mean());
            control += weight * c.Mean();
            (variance, controlVariance) = (variance + ofControl + ofTreatment, controlVariance + ofControl);
            freedom += ofControl * ofControl / (c.Count - 1) + ofTreatment * ofTreatment / (t.Count - 1);
        }
        if (!(variance > 0))
            throw new InsufficientDataException("no variation of the metric within strata", "a metric that differs between units", "Choose coarser strata.");
        return (new()
        {
            Difference = difference,
            Variance = variance,
            DegreesOfFreedom = variance * variance / freedom,
            Control = control,
            ControlVariance = controlVariance,
            Covariance = -controlVariance,
            ControlCount = used.Sum(pair => pair.Control.Count),
            TreatmentCount = used.Sum(pair => pair.Treatment.Count),
            Method = "post-stratified",
        }, (long)(all.Sum(Units) - units));
    }

    private static double Units((SampleMoments Control, SampleMoments Treatment) pair) => pair.Control.Count + pair.Treatment.Count;
}
