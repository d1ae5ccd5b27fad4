using UserOps.Statistics;

namespace UserOps.Experiments.Design;

/// <summary>The chance to find a difference between two arms.</summary>
/// <remarks>
/// Numbers of users may be fractions, since they are solved for. <c>alpha</c> is the false-positive rate of the test, all of it on one side where the
/// alternative is one-sided. Sources: R's <c>power.prop.test</c> and <c>power.t.test</c>; J. Cohen (1988), "Statistical Power Analysis for the Behavioral
/// Sciences", and the R package pwr.
/// </remarks>
public static class TwoArmPower
{
    /// <summary>Of the pooled z test of two rates, in the right direction, as R's <c>power.prop.test</c>.</summary>
    /// <param name="control">The rate of control, between 0 and 1.</param>
    /// <param name="treatment">The rate of treatment, between 0 and 1.</param>
    /// <param name="controlUsers">Users of control, above 0.</param>
    /// <param name="treatmentUsers">Users of treatment, above 0.</param>
    /// <param name="alpha">The false-positive rate, between 0 and 1.</param>
    /// <param name="alternative">Which differences count.</param>
    /// <exception cref="UserOpsException">A number is out of its range.</exception>
    public static double Rates(double control, double treatment, double controlUsers, double treatmentUsers, double alpha = 0.05, Alternative alternative = Alternative.TwoSided)
    {
        Require.That(control is > 0 and < 1 && treatment is > 0 and < 1, $"rates of {control} and {treatment}; both lie between 0 and 1");
        CheckUsers(controlUsers, treatmentUsers, alpha, 0);
        double pooled = (control * controlUsers + treatment * treatmentUsers) / (controlUsers + treatmentUsers);
        double under = Math.Sqrt(pooled * (1 - pooled) * (1 / controlUsers + 1 / treatmentUsers));
        double error = Math.Sqrt(control * (1 - control) / controlUsers + treatment * (1 - treatment) / treatmentUsers);
        double difference = Towards(treatment - control, alternative);
        return Tails.Above((Tails.Quantile(TailOf(alpha, alternative)) * under - difference) / error);
    }

    /// <summary>Of the z test of two rates on the arcsine scale, as <c>pwr.2p.test</c> and <c>pwr.2p2n.test</c>.</summary>
    /// <param name="effectSize">Cohen's h, see <see cref="EffectSize"/>; positive where treatment is higher.</param>
    /// <param name="controlUsers">Users of control, above 0.</param>
    /// <param name="treatmentUsers">Users of treatment, above 0.</param>
    /// <param name="alpha">The false-positive rate, between 0 and 1.</param>
    /// <param name="alternative">Which differences count.</param>
    /// <exception cref="UserOpsException">A number is out of its range.</exception>
    public static double Arcsine(double effectSize, double controlUsers, double treatmentUsers, double alpha = 0.05, Alternative alternative = Alternative.TwoSided)
    {
        Require.That(double.IsFinite(effectSize), $"an effect size of {effectSize}; a finite number is needed");
        CheckUsers(controlUsers, treatmentUsers, alpha, 0);
        double shift = Towards(effectSize, alternative) * Math.Sqrt(Harmonic(controlUsers, treatmentUsers)), edge = Tails.Quantile(TailOf(alpha, alternative));
        return Tails.Above(edge - shift) + (alternative == Alternative.TwoSided ? Tails.Above(edge + shift) : 0);
    }

    /// <summary>Of Student's t test of two means with equal spread, as <c>pwr.t.test</c> and <c>pwr.t2n.test</c>.</summary>
    /// <param name="difference">Treatment minus control over the standard deviation (Cohen's d).</param>
    /// <param name="controlUsers">Users of control, above 1.</param>
    /// <param name="treatmentUsers">Users of treatment, above 1.</param>
    /// <param name="alpha">The false-positive rate, between 0 and 1.</param>
    /// <param name="alternative">Which differences count.</param>
    /// <exception cref="UserOpsException">A number is out of its range.</exception>
    public static double Means(double difference, double controlUsers, double treatmentUsers, double alpha = 0.05, Alternative alternative = Alternative.TwoSided)
    {
        Require.That(double.IsFinite(difference), $"a difference of {difference} standard deviations; a finite number is needed");
        CheckUsers(controlUsers, treatmentUsers, alpha, 1);
        double df = controlUsers + treatmentUsers - 2, shift = Towards(difference, alternative) * Math.Sqrt(Harmonic(controlUsers, treatmentUsers));
        double edge = Tails.Quantile(TailOf(alpha, alternative), df);
        return NoncentralT.Above(edge, df, shift) + (alternative == Alternative.TwoSided ? NoncentralT.Above(edge, df, -shift) : 0);
    }

    /// <summary>Cohen's h of two rates: 2·arcsin√treatment − 2·arcsin√control.</summary>
    /// <exception cref="UserOpsException">A rate is not between 0 and 1.</exception>
    public static double EffectSize(double control, double treatment)
    {
        Require.That(control is >= 0 and <= 1 && treatment is >= 0 and <= 1, $"rates of {control} and {treatment}; both lie between 0 and 1");
        return 2 * Math.Asin(Math.Sqrt(treatment)) - 2 * Math.Asin(Math.Sqrt(control));
    }

    private static void CheckUsers(double control, double treatment, double alpha, double least)
    {
        Require.That(control > least && treatment > least && double.IsFinite(control + treatment), $"{control} and {treatment} users; more than {least} in each arm are needed");
        Require.That(alpha is > 0 and < 1, $"a false-positive rate of {alpha}; it lies between 0 and 1, such as 0.05");
    }

    private static double Towards(double difference, Alternative alternative) => alternative switch
    {
        Alternative.Greater => difference,
        Alternative.Less => -difference,
        _ => Math.Abs(difference),
    };

    private static double TailOf(double alpha, Alternative alternative) => alternative == Alternative.TwoSided ? alpha / 2 : alpha;

    private static double Harmonic(double control, double treatment) => control * treatment / (control + treatment);
}
