using UserOps.Display;
using UserOps.Samples;
using UserOps.Statistics;

namespace UserOps.Experiments.Resampling;

/// <summary>The effect on any statistic, with BCa bootstrap intervals.</summary>
/// <remarks>
/// B. Efron (1987), "Better bootstrap confidence intervals", JASA 82; B. Efron and R. J. Tibshirani (1993), "An Introduction to the Bootstrap", chapters 14 to 16. Arms are resampled apart.
/// Means of more than 200,000 units with many distinct values: A. Kleiner, A. Talwalkar, P. Sarkar and M. I. Jordan (2014), "A scalable bootstrap for massive data", JRSS B 76. No bootstrap
/// knows values that no user has had yet: with few users and heavy tails the interval is too narrow.
/// </remarks>
public static class BootstrapEffects
{
    private const int Least = 20, LeastBeyond = 5, Bags = 10, ReplicatesOfBag = 400;

    /// <summary>The difference of a statistic and its relative lift.</summary>
    /// <param name="control">The values of control, one a user, in any order.</param>
    /// <param name="treatment">The values of treatment.</param>
    /// <param name="statistic">What is estimated.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <param name="test">What is asked, two-sided at 95 % when absent; a hypothesised difference counts on the scale of each estimate.</param>
    /// <param name="replicates">How many resamples, 1,000 or more.</param>
    /// <returns>The relative lift is null where control is not above 0 in all resamples.</returns>
    /// <exception cref="InsufficientDataException">An arm has fewer than 20 users, or 5 beyond a quantile, or the statistic does not vary.</exception>
    /// <exception cref="UserOpsException">A value is not a finite number, there are too few replicates, or too many users for a statistic of one's own.</exception>
    public static Effect Between(IReadOnlyList<double> control, IReadOnlyList<double> treatment, ArmStatistic statistic, int seed, EffectTest? test = null, int replicates = 10_000)
    {
        EffectTest asked = (test ?? EffectTest.Usual).Checked();
        Require.That(replicates >= 1000, $"{replicates} resamples; 1,000 or more are needed for the tails");
        Require.That(statistic is not ArmStatistic.Quantile { Share: not (> 0 and < 1) }, $"a quantile that is not between 0 and 1");
        double[] c = Ascending(control, statistic, "control"), t = Ascending(treatment, statistic, "treatment");
        return statistic is ArmStatistic.Mean && (InBags(c) || InBags(t))
            ? OverBags(c, t, seed, asked)
            : Of(ResampledArm.Of(c, statistic, replicates, seed, 0), ResampledArm.Of(t, statistic, replicates, seed, 1), asked, c.Length, t.Length,
                $"BCa bootstrap of the {statistic.Describe()}, {Format.Count.Write(replicates)} resamples" + (statistic is ArmStatistic.Mean && ResampledArm.ByDistinctValues(c) && ResampledArm.ByDistinctValues(t) ? " over distinct values" : ""));
    }

    private static bool InBags(double[] ascending) => ascending.Length > ResampledArm.Many && !ResampledArm.ByDistinctValues(ascending);

    private static double[] Ascending(IReadOnlyList<double> values, ArmStatistic statistic, string arm)
    {
        if (values.Count < Least)
            throw new InsufficientDataException($"{values.Count} users in {arm}", $"at least {Least}", "Wait for more users: resamples of so few say little about others.");
        if (statistic is ArmStatistic.Quantile { Share: var share } && !(values.Count * Math.Min(share, 1 - share) >= LeastBeyond))
            throw new InsufficientDataException(FormattableString.Invariant($"{values.Count * Math.Min(share, 1 - share):0.#} values beyond the quantile in {arm}"), $"at least {LeastBeyond}",
                "Choose a quantile nearer the median or wait for more users.");
        Require.That(statistic is not ArmStatistic.Custom || values.Count <= ResampledArm.Many, $"{values.Count} users in {arm}; a statistic of one's own takes up to {ResampledArm.Many}");
        double[] ascending = [.. values];
        Require.That(Array.TrueForAll(ascending, double.IsFinite), $"a value in {arm} that is not a finite number; look for missing values");
        Array.Sort(ascending);
        return ascending;
    }

    private static Effect Of(ResampledArm control, ResampledArm treatment, EffectTest test, long controlCount, long treatmentCount, string method)
    {
        double[] pulls = [.. treatment.Influences, .. control.Influences.Select(influence => -influence)];
        double[] draws = [.. treatment.Draws.Zip(control.Draws, (b, a) => b - a)];
        var absolute = Estimate(EffectScale.Absolute, treatment.Estimate - control.Estimate, draws, pulls, test, controlCount, treatmentCount, method);
        double baseline = control.Estimate, ratio = treatment.Estimate / baseline;
        if (!(baseline > 0 && Array.TrueForAll(control.Draws, draw => draw > 0)))
            return new(absolute, null);
        double[] relativePulls = [.. treatment.Influences.Select(influence => influence / baseline), .. control.Influences.Select(influence => -influence * ratio / baseline)];
        return new(absolute, Estimate(EffectScale.Relative, ratio - 1, [.. treatment.Draws.Zip(control.Draws, (b, a) => b / a - 1)], relativePulls, test, controlCount, treatmentCount, method));
    }

    private static EffectEstimate Estimate(
        EffectScale scale, double value, double[] resampled, double[] pulls, EffectTest test, long controlCount, long treatmentCount, string method)
    {
        double[] draws = Array.FindAll(resampled, draw => !double.IsNaN(draw));
        if (draws.Length * 2 < resampled.Length)
            throw new InsufficientDataException("resamples of which more than half have no estimate", "an estimate in most", "Choose a statistic that most samples have.");
        double mean = draws.Average(), error = Math.Sqrt(draws.Sum(draw => (draw - mean) * (draw - mean)) / (draws.Length - 1));
        if (!(error > 0))
            throw new InsufficientDataException("a statistic that is the same in all resamples", "values that differ", "Nothing varies here: compare the share of users above a value instead.");
        var interval = Bootstrap.BiasCorrected(draws, value, pulls, 1 - 2 * test.Tail)!.Value;
        return new()
        {
            Scale = scale,
            Value = value,
            StandardError = error,
            Interval = EffectEstimate.Bounds(interval.Lower, interval.Upper, test),
            PValue = PValue(draws, value, pulls, test),
            Test = test,
            Method = method,
            ControlCount = controlCount,
            TreatmentCount = treatmentCount,
        };
    }

    /// <summary>The false-positive rate at which a BCa bound meets the hypothesised difference; never below what the number of resamples can show.</summary>
    private static double PValue(double[] draws, double value, double[] pulls, EffectTest test)
    {
        double z = BiasCorrection.Of(draws, value, pulls).Unmoved(BiasCorrection.Score(draws, test.Null));
        return test.Alternative switch { Alternative.Greater => Tails.Above(-z), Alternative.Less => Tails.Above(z), _ => Math.Min(1, 2 * Tails.Above(Math.Abs(z))) };
    }

    /// <summary>The bag of little bootstraps: small bags of users, resampled to the full size; their bounds are averaged.</summary>
    private static Effect OverBags(double[] control, double[] treatment, int seed, EffectTest test)
    {
        Effect[] bags = [.. Enumerable.Range(0, Bags).Select(bag => Of(
            Bag(control, seed, 2 * bag), Bag(treatment, seed, 2 * bag + 1), test, control.Length, treatment.Length, FormattableString.Invariant($"bag of little bootstraps, {Bags} bags of n^0.7 users")))];
        double a = control.Average(), b = treatment.Average();
        var relative = bags.Select(bag => bag.Relative).OfType<EffectEstimate>().ToArray();
        return new(Average([.. bags.Select(bag => bag.Absolute)], b - a), relative.Length == Bags && a > 0 ? Average(relative, b / a - 1) : null);
    }

    private static EffectEstimate Average(EffectEstimate[] bags, double value)
    {
        // Each bag has its own centre: the averages of how far its bounds lie from there are put around the estimate of all.
        double lower = bags.Average(bag => bag.Interval.Lower - bag.Value), upper = bags.Average(bag => bag.Interval.Upper - bag.Value), error = bags.Average(bag => bag.StandardError!.Value);
        var one = bags[0];
        return one with
        {
            Value = value,
            StandardError = error,
            Interval = one.Interval with { Lower = value + lower, Upper = value + upper },
            PValue = Tails.PValue((value - one.Test.Null) / error, null, one.Test.Alternative),
            Notes = ["So many users are resampled in small bags; the p-value is that of the normal distribution."],
        };
    }

    private static ResampledArm Bag(double[] ascending, int seed, int stream)
    {
        int size = (int)Math.Pow(ascending.Length, 0.7);
        var chance = Chance.For(seed, Purpose.Shuffle, stream);
        double[] bag = [.. Enumerable.Range(0, size).Select(_ => ascending[chance.Below(ascending.Length)])];
        // The acceleration of so many users is next to nothing, and a bag cannot tell it: bounds are corrected for bias only.
        return new(bag.Average(), MultinomialSums.OverBag(bag, ascending.Length).Means(ReplicatesOfBag, seed, stream), []);
    }
}
