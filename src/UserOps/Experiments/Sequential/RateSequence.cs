namespace UserOps.Experiments.Sequential;

/// <summary>Always-valid intervals of rates and of their difference, exact from the first user on.</summary>
/// <remarks>
/// Beta-binomial mixtures, see H. Robbins (1970) and S. R. Howard et al. (2021). The evidence of two arms is multiplied, and a difference is excluded where it is
/// excluded at every rate of control. Users must be independent and count once, when their outcome is known.
/// </remarks>
public static class RateSequence
{
    // Each step leaves 0.618 of the range: 1e-9 of it, about where the minimum of a smooth function is as exact as a double can tell.
    private const int Steps = 43;

    /// <summary>The interval of one rate.</summary>
    /// <param name="counts">What was seen.</param>
    /// <param name="level">The confidence level over all time, between 0 and 1.</param>
    public static Display.Interval Interval(ProportionCounts counts, double level = 0.95)
    {
        Require.That(level is > 0 and < 1, $"a level of {level}; it lies between 0 and 1, such as 0.95");
        var (lower, upper) = Of(counts).Rates(1 - level, Alternative.TwoSided);
        return new(lower, upper, level);
    }

    /// <summary>The difference of two rates, treatment minus control.</summary>
    /// <param name="control">Counts of control.</param>
    /// <param name="treatment">Counts of treatment.</param>
    /// <param name="test">Level and hypothesised difference; one-sided, the bound that counts is that of the two-sided interval.</param>
    /// <exception cref="InsufficientDataException">An arm has no users.</exception>
    public static EffectEstimate Difference(ProportionCounts control, ProportionCounts treatment, EffectTest? test = null)
    {
        EffectTest asked = (test ?? EffectTest.Usual).Checked();
        if (control.Count == 0 || treatment.Count == 0)
            throw new InsufficientDataException($"{control.Count} users in control and {treatment.Count} in treatment", "at least one in each", "Look at the assignment: an arm is empty.");
        Require.That(asked.Null is > -1 and < 1, $"a hypothesised difference of rates of {asked.Null}; it lies between −1 and 1");
        var (first, second) = (Of(control), Of(treatment));
        double Evidence(double difference) => Least(first, second, difference);
        double estimate = treatment.Share - control.Share, limit = -Math.Log(1 - asked.Level);
        bool counts = asked.Alternative switch { Alternative.Greater => estimate > asked.Null, Alternative.Less => estimate < asked.Null, _ => true };
        return new()
        {
            Scale = EffectScale.Absolute,
            Value = estimate,
            Interval = EffectEstimate.Bounds(BetaBinomialMixture.Solve(Evidence, limit, estimate, -1), BetaBinomialMixture.Solve(Evidence, limit, estimate, 1), asked),
            PValue = counts ? Math.Min(1, Math.Exp(-Evidence(asked.Null))) : 1,
            Test = asked,
            Method = "beta-binomial confidence sequence",
            ControlCount = control.Count,
            TreatmentCount = treatment.Count,
        };
    }

    /// <summary>The logarithm of the evidence against a difference.</summary>
    internal static double LogEvidence(ProportionCounts control, ProportionCounts treatment, double difference) => Least(Of(control), Of(treatment), difference);

    /// <summary>The least evidence against a difference over all rates of control; it is convex in the rate.</summary>
    private static double Least(BetaBinomialMixture control, BetaBinomialMixture treatment, double difference)
    {
        double low = Math.Max(0, -difference), high = Math.Min(1, 1 - difference);
        for (int step = 0; step < Steps; step++)
        {
            double left = low + (high - low) * 0.382, right = high - (high - low) * 0.382;
            (low, high) = Sum(left) <= Sum(right) ? (low, right) : (left, high);
        }
        return Sum((low + high) / 2);

        double Sum(double rate) => control.LogEvidence(rate) + treatment.LogEvidence(Math.Clamp(rate + difference, 0, 1));
    }

    private static BetaBinomialMixture Of(ProportionCounts counts) => new(0.5, 0.5, counts.Successes, counts.Failures);
}
