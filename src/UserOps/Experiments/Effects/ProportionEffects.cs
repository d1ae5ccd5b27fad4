using UserOps.Display;
using UserOps.Experiments.Exact;
using UserOps.Statistics;

namespace UserOps.Experiments.Effects;

/// <summary>The effect on a share of users, with intervals that hold for rare events and small arms.</summary>
/// <remarks>
/// Difference: R. G. Newcombe (1998), "Interval estimation for the difference between independent proportions", Statistics in Medicine 17, method 10.
/// Ratio: A. Donner and G. Zou (2012), "Closed-form confidence intervals for functions of the normal mean and standard deviation", SMMR 21 (MOVER), from the
/// same Wilson limits. The p-value is that of the score test (Pearson's χ² without correction), of Fisher's exact test where fewer than 5 are expected in a cell.
/// </remarks>
public static class ProportionEffects
{
    private const double Rare = 5;

    /// <summary>The difference of two shares and the relative lift.</summary>
    /// <exception cref="UserOpsException">A hypothesised difference other than 0 was asked for: the score test here is of no difference.</exception>
    /// <exception cref="InsufficientDataException">An arm is empty, or everybody or nobody did it in both arms.</exception>
    public static Effect Between(ProportionCounts control, ProportionCounts treatment, EffectTest? test = null)
    {
        test = (test ?? EffectTest.Usual).Checked();
        Require(control, treatment, test);
        double wilson = 1 - 2 * test.Tail;
        Interval c = control.Interval(wilson), t = treatment.Interval(wilson);
        double least = Least(control, treatment);
        bool rare = least < Rare;
        double p = rare ? ExactTests.Fisher(control, treatment, test.Alternative) : Tails.PValue(Score(control, treatment), null, test.Alternative);
        string named = rare ? "Fisher's exact test" : "score test";
        var absolute = new EffectEstimate
        {
            Scale = EffectScale.Absolute,
            Value = treatment.Share - control.Share,
            Interval = EffectEstimate.Bounds(Lower(control.Share, c, treatment.Share, t), Upper(control.Share, c, treatment.Share, t), test),
            PValue = p,
            Test = test,
            Method = $"Newcombe interval, {named}",
            ControlCount = control.Count,
            TreatmentCount = treatment.Count,
            Notes = rare ? [FormattableString.Invariant($"Rare: {least:0.#} expected in the smaller arm. The interval holds for rare events; the p-value is that of Fisher's exact test.")] : [],
        };
        return new(absolute, control.Successes == 0 ? null : absolute with
        {
            Scale = EffectScale.Relative,
            Value = treatment.Share / control.Share - 1,
            Interval = EffectEstimate.Bounds(LowerRatio(control.Share, c, treatment.Share, t) - 1, UpperRatio(control.Share, c, treatment.Share, t) - 1, test),
            Method = $"MOVER interval from Wilson limits, {named}",
        });
    }

    private static void Require(ProportionCounts control, ProportionCounts treatment, EffectTest test)
    {
        if (test.Null != 0)
            throw new UserOpsException("The score test of shares is of no difference. For a margin, compare the bound of the interval with it.");
        if (control.Count == 0 || treatment.Count == 0)
            throw new InsufficientDataException($"{control.Count} users in control and {treatment.Count} in treatment", "users in both", "Check the names of the arms.");
        var both = control + treatment;
        if (both.Successes == 0 || both.Failures == 0)
            throw new InsufficientDataException(
                both.Successes == 0 ? "nobody who did it in either arm" : "everybody did it in both arms", "some who did and some who did not", "Wait for more users, or check the metric and its window.");
    }

    private static double Score(ProportionCounts control, ProportionCounts treatment)
    {
        double pooled = (control + treatment).Share;
        return (treatment.Share - control.Share) / Math.Sqrt(pooled * (1 - pooled) * (1.0 / control.Count + 1.0 / treatment.Count));
    }

    /// <summary>The smallest expected count of the table.</summary>
    private static double Least(ProportionCounts control, ProportionCounts treatment)
    {
        var both = control + treatment;
        return Math.Min(both.Successes, both.Failures) * (double)Math.Min(control.Count, treatment.Count) / both.Count;
    }

    private static double Lower(double c, Interval control, double t, Interval treatment) => t - c - Hypotenuse(t - treatment.Lower, control.Upper - c);

    private static double Upper(double c, Interval control, double t, Interval treatment) => t - c + Hypotenuse(treatment.Upper - t, c - control.Lower);

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

    private static double Hypotenuse(double a, double b) => Math.Sqrt(a * a + b * b);
}
