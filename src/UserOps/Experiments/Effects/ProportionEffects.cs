using UserOps.Display;
using UserOps.Experiments.Exact;
using UserOps.Statistics;

namespace UserOps.Experiments.Effects;

/// <summary>The effect on a share of users, with intervals that hold for rare events and small arms.</summary>
/// <remarks>
/// Difference: Newcombe's interval (1998). Ratio: A. Donner and G. Zou (2012), "Closed-form confidence intervals for functions of the normal mean and standard deviation", SMMR 21 (MOVER), from the
/// same Wilson limits. The p-value is that of the score test (Pearson's χ² without correction; against a margin Farrington and Manning 1990), of Fisher's exact test where fewer than 5 are
/// expected in a cell and there is no margin.
/// </remarks>
public static class ProportionEffects
{
    private const double Rare = 5;

    /// <summary>The difference of two shares and the relative lift.</summary>
    /// <param name="control">Counts of control.</param>
    /// <param name="treatment">Counts of treatment.</param>
    /// <param name="test">What is asked, two-sided at 95 % when absent; a hypothesised difference counts on the scale of each estimate, as points here and as a fraction of control there.</param>
    /// <exception cref="UserOpsException">A hypothesised difference of shares is not between −1 and 1.</exception>
    /// <exception cref="InsufficientDataException">An arm is empty, or everybody or nobody did it in both arms.</exception>
    public static Effect Between(ProportionCounts control, ProportionCounts treatment, EffectTest? test = null)
    {
        test = (test ?? EffectTest.Usual).Checked();
        Require(control, treatment, test);
        double wilson = 1 - 2 * test.Tail;
        var difference = Newcombe.Difference(treatment.Successes, treatment.Count, control.Successes, control.Count, wilson);
        double least = Least(control, treatment);
        bool rare = least < Rare, exact = rare && test.Null == 0;
        double p = exact ? ExactTests.Fisher(control, treatment, test.Alternative) : Tails.PValue(ScoreTest.Difference(control, treatment, test.Null), null, test.Alternative);
        string named = exact ? "Fisher's exact test" : "score test";
        var absolute = new EffectEstimate
        {
            Scale = EffectScale.Absolute,
            Value = treatment.Share - control.Share,
            Interval = EffectEstimate.Bounds(difference.Lower, difference.Upper, test),
            PValue = p,
            Test = test,
            Method = $"Newcombe interval, {named}",
            ControlCount = control.Count,
            TreatmentCount = treatment.Count,
            Notes = exact ? [FormattableString.Invariant($"Rare: {least:0.#} expected in the smaller arm. The interval holds for rare events; the p-value is that of Fisher's exact test.")]
                : rare ? [FormattableString.Invariant($"Rare: {least:0.#} expected in the smaller arm. The interval holds for rare events; the p-value against a margin is rough.")] : [],
        };
        return new(absolute, control.Successes == 0 ? null : absolute with
        {
            Scale = EffectScale.Relative,
            Value = treatment.Share / control.Share - 1,
            Interval = Lift(control, treatment, wilson, test),
            PValue = exact ? p : Tails.PValue(ScoreTest.Lift(control, treatment, test.Null), null, test.Alternative),
            Method = $"MOVER interval from Wilson limits, {named}",
        });
    }

    private static void Require(ProportionCounts control, ProportionCounts treatment, EffectTest test)
    {
        if (!(Math.Abs(test.Null) < 1))
            throw new UserOpsException(FormattableString.Invariant($"A hypothesised difference of {test.Null} was asked for; shares differ by less than 1, such as −0.01 for a point less."));
        if (control.Count == 0 || treatment.Count == 0)
            throw new InsufficientDataException($"{control.Count} users in control and {treatment.Count} in treatment", "users in both", "Check the names of the arms.");
        var both = control + treatment;
        if (both.Successes == 0 || both.Failures == 0)
            throw new InsufficientDataException(
                both.Successes == 0 ? "nobody who did it in either arm" : "everybody did it in both arms", "some who did and some who did not", "Wait for more users, or check the metric and its window.");
    }

    /// <summary>The smallest expected count of the table.</summary>
    private static double Least(ProportionCounts control, ProportionCounts treatment)
    {
        var both = control + treatment;
        return Math.Min(both.Successes, both.Failures) * (double)Math.Min(control.Count, treatment.Count) / both.Count;
    }

    private static Interval Lift(ProportionCounts control, ProportionCounts treatment, double wilson, EffectTest test)
    {
        Interval c = control.Interval(wilson), t = treatment.Interval(wilson);
        return EffectEstimate.Bounds(LowerRatio(control.Share, c, treatment.Share, t) - 1, UpperRatio(control.Share, c, treatment.Share, t) - 1, test);
    }

    private static double LowerRatio(double c, Interval control, double t, Interval treatment)
    {
        if (t == 0)
            return 0;
        double above = treatment.Lower * (2 * t - treatment.Lower), below = control.Upper * (2 * c - control.Upper), product = c * t;
        return above / (product + Math.Sqrt(Math.Max(0, product * product - above * below)));
    }

    private static double UpperRatio(double c, Interval control, double t, Interval treatment)
    {
        double above = treatment.Upper * (2 * t - treatment.Upper), below = control.Lower * (2 * c - control.Lower), product = c * t;
        return (product + Math.Sqrt(Math.Max(0, product * product - above * below))) / below;
    }
}
