using MathNet.Numerics.Distributions;

namespace UserOps.Experiments.Effects;

/// <summary>The effect on a quantile such as the median, with bootstrapped intervals.</summary>
/// <remarks>
/// The bootstrap distribution of an order statistic is known: its rank is drawn from a beta distribution instead of drawing the whole sample again
/// (B. Efron, 1979, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7, section 3). Values with many ties, such as the zeros of
/// revenue, give quantiles that jump: then the share of users above 0 says more.
/// </remarks>
public static class QuantileEffects
{
    private const int Replicates = 4000;

    /// <summary>The difference of two quantiles and the relative lift.</summary>
    /// <param name="control">The values of control, in any order.</param>
    /// <param name="treatment">The values of the treatment.</param>
    /// <param name="at">Which quantile, between 0 and 1.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <param name="test">What is asked; two-sided at 95 % when absent.</param>
    /// <exception cref="InsufficientDataException">An arm has too few values beyond the quantile, or its draws do not vary.</exception>
    public static Effect Between(IReadOnlyList<double> control, IReadOnlyList<double> treatment, double at, int seed, EffectTest? test = null)
    {
        test = (test ?? EffectTest.Usual).Checked();
        if (!(at > 0 && at < 1))
            throw new UserOpsException(FormattableString.Invariant($"The {at} quantile was asked for; one between 0 and 1 is needed."));
        double beyond = Math.Min(control.Count, treatment.Count) * Math.Min(at, 1 - at);
        if (!(beyond >= 5))
            throw new InsufficientDataException(
                FormattableString.Invariant($"{beyond:0.#} values beyond the quantile in the smaller arm"), "at least 5", "Choose a quantile nearer the median or wait for more users.");
        double[] c = [.. control.Order()], t = [.. treatment.Order()];
        var random = new Random(seed);
        double[] ofControl = Draws(c, at, random), ofTreatment = Draws(t, at, random);
        double base0 = Of(c, at), value = Of(t, at) - base0;
        var absolute = Estimate(EffectScale.Absolute, value, [.. ofTreatment.Zip(ofControl, (a, b) => a - b)], test, control.Count, treatment.Count);
        bool hasRatio = base0 > 0 && Array.TrueForAll(ofControl, draw => draw > 0);
        return new(absolute, hasRatio ? Estimate(EffectScale.Relative, value / base0, [.. ofTreatment.Zip(ofControl, (a, b) => a / b - 1)], test, control.Count, treatment.Count) : null);
    }

    /// <summary>The quantile of values in any order (R's type 7).</summary>
    internal static double Of(IReadOnlyList<double> values, double at)
    {
        double[] sorted = [.. values.Order()];
        double place = at * (sorted.Length - 1);
        int low = (int)place;
        return low + 1 < sorted.Length ? sorted[low] + (place - low) * (sorted[low + 1] - sorted[low]) : sorted[low];
    }

    private static double[] Draws(double[] sorted, double at, Random random)
    {
        int n = sorted.Length, rank = Math.Clamp((int)Math.Ceiling(at * n), 1, n);
        double[] draws = new double[Replicates];
        for (int i = 0; i < draws.Length; i++)
            draws[i] = sorted[Math.Min(n - 1, (int)(Beta.Sample(random, rank, n - rank + 1) * n))];
        return draws;
    }

    private static EffectEstimate Estimate(EffectScale scale, double value, double[] draws, EffectTest test, long control, long treatment)
    {
        Array.Sort(draws);
        double mean = draws.Average(), error = Math.Sqrt(draws.Sum(draw => (draw - mean) * (draw - mean)) / (draws.Length - 1));
        if (!(error > 0))
            throw new InsufficientDataException("a quantile that is the same in every draw", "values that differ around it", "So many units have this one value; compare the share of units above it.");
        double above = (draws.Count(draw => draw >= test.Null) + 1.0) / (draws.Length + 1), below = (draws.Count(draw => draw <= test.Null) + 1.0) / (draws.Length + 1);
        return new()
        {
            Scale = scale,
            Value = value,
            StandardError = error,
            Interval = EffectEstimate.Bounds(At(draws, test.Tail), At(draws, 1 - test.Tail), test),
            PValue = test.Alternative switch { Alternative.Greater => below, Alternative.Less => above, _ => Math.Min(1, 2 * Math.Min(above, below)) },
            Test = test,
            Method = FormattableString.Invariant($"bootstrap, {draws.Length} draws"),
            ControlCount = control,
            TreatmentCount = treatment,
        };
    }

    private static double At(double[] sorted, double share) => sorted[Math.Clamp((int)Math.Round(share * (sorted.Length - 1)), 0, sorted.Length - 1)];
}
