namespace UserOps.Experiments.Sequential;

/// <summary>The always-valid relative lift of a conversion, from the conversions alone, exact from the first one on.</summary>
/// <remarks>
/// Where users are assigned at random, each conversion belongs to treatment with chance q = θr / (θr + 1 − θ), θ being the share assigned to treatment and r the ratio of
/// the rates. So the interval of q (beta-binomial mixture) is one of the lift r − 1, and a drift of both rates over time does no harm: M. Lindon and A. Malek (2022),
/// "Anytime-valid inference for multinomial count data", NeurIPS. A user must count once, and the planned share must be the one that was used.
/// </remarks>
public static class ConversionSequence
{
    // A prior as wide as some hundred conversions tell: lifts of 10 to 50 % are found soonest.
    private const double PriorConversions = 100;

    /// <summary>The relative lift of treatment over control.</summary>
    /// <param name="control">Counts of control.</param>
    /// <param name="treatment">Counts of treatment.</param>
    /// <param name="treatmentShare">The planned share of users assigned to treatment, between 0 and 1.</param>
    /// <param name="test">Level and alternative; the null is no difference.</param>
    /// <exception cref="InsufficientDataException">Control has no conversion yet.</exception>
    /// <exception cref="UserOpsException">The share is out of its range, or the null is another one.</exception>
    public static EffectEstimate Lift(ProportionCounts control, ProportionCounts treatment, double treatmentShare = 0.5, EffectTest? test = null)
    {
        EffectTest asked = (test ?? EffectTest.Usual).Checked();
        Require.That(treatmentShare is > 0 and < 1, $"a treatment with {treatmentShare} of the users; a share between 0 and 1 is needed");
        Require.That(asked.Null > -1, $"a hypothesised lift of {asked.Null}; it lies above −1");
        if (control.Successes == 0)
            throw new InsufficientDataException("no conversion in control", "at least one", "Wait: a lift is a ratio, and there is nothing to divide by yet.");
        double odds = treatmentShare / (1 - treatmentShare), belief = PriorConversions * treatmentShare;
        var mixture = new BetaBinomialMixture(belief, PriorConversions - belief, treatment.Successes, control.Successes);
        var (lower, upper) = mixture.Rates(1 - asked.Level, asked.Alternative);
        double nullShare = (1 + asked.Null) * odds / (1 + (1 + asked.Null) * odds);
        double evidence = asked.Alternative == Alternative.TwoSided ? mixture.LogEvidence(nullShare) : mixture.LogEvidence(nullShare, asked.Alternative == Alternative.Greater);
        return new()
        {
            Scale = EffectScale.Relative,
            Value = treatment.Successes / (control.Successes * odds) - 1,
            Interval = EffectEstimate.Bounds(LiftOf(lower, odds), LiftOf(upper, odds), asked),
            PValue = Math.Min(1, Math.Exp(-evidence)),
            Test = asked,
            Method = "beta-binomial confidence sequence of conversions",
            ControlCount = control.Count,
            TreatmentCount = treatment.Count,
        };
    }

    private static double LiftOf(double share, double odds) => share >= 1 ? double.PositiveInfinity : share / (1 - share) / odds - 1;
}
