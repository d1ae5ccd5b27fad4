using UserOps.Statistics;

namespace UserOps.Experiments.Effects;

/// <summary>How the interval of a relative effect is made.</summary>
public enum RelativeMethod
{
    /// <summary>Inverts the test of treatment = r × control (Fieller): exact for normal means, also where control is uncertain; the default.</summary>
    Fieller,
    /// <summary>Linearised (delta method): symmetric; too low where control is uncertain.</summary>
    Delta,
    /// <summary>Linearised on the logarithm of treatment ÷ control: never below −100 %; both means must be positive.</summary>
    LogDelta,
}

/// <summary>The effect as a fraction of control.</summary>
/// <remarks>
/// E. C. Fieller (1954), "Some problems in interval estimation", JRSS B 16; V. H. Franz (2007), "Ratios: a short guide to confidence limits and proper use".
/// All three agree where control is known well; where its own interval comes near 0 no method gives a useful ratio and none is given.
/// </remarks>
public static class RelativeEffects
{
    /// <summary>The relative effect by one method.</summary>
    /// <returns>Null where control is not above 0 with confidence (Fieller), or an arm is not above 0 (log), or control is 0: there is no ratio to speak of.</returns>
    public static EffectEstimate? Relative(this Contrast contrast, RelativeMethod method = RelativeMethod.Fieller, EffectTest? test = null)
    {
        test = (test ?? EffectTest.Usual).Checked();
        return method switch
        {
            RelativeMethod.Fieller => Fieller(contrast, test),
            RelativeMethod.Delta => Delta(contrast, test),
            _ => LogDelta(contrast, test),
        };
    }

    /// <summary>The p-value of a relative effect against another one than 0, such as a margin; it takes into account that control is uncertain.</summary>
    internal static double PValue(this Contrast contrast, double lift, Alternative alternative) => Tails.PValue(Statistic(contrast, lift), contrast.DegreesOfFreedom, alternative);

    private static double Statistic(Contrast contrast, double lift) =>
        (contrast.Difference - lift * contrast.Control) / Math.Sqrt(contrast.Variance - 2 * lift * contrast.Covariance + lift * lift * contrast.ControlVariance);

    private static EffectEstimate? Delta(Contrast contrast, EffectTest test)
    {
        double c = contrast.Control, d = contrast.Difference;
        if (!(c > 0))
            return null;
        double variance = contrast.Variance / (c * c) + d * d * contrast.ControlVariance / Math.Pow(c, 4) - 2 * d * contrast.Covariance / (c * c * c);
        return EffectEstimate.FromStandardError(
            EffectScale.Relative, d / c, Math.Sqrt(variance), contrast.DegreesOfFreedom, test, Name(contrast, "delta"), contrast.ControlCount, contrast.TreatmentCount);
    }

    private static EffectEstimate? LogDelta(Contrast contrast, EffectTest test)
    {
        double c = contrast.Control, t = c + contrast.Difference;
        if (!(c > 0 && t > 0 && test.Null > -1))
            return null;
        double byControl = -contrast.Difference / (c * t);
        double error = Math.Sqrt(contrast.Variance / (t * t) + byControl * byControl * contrast.ControlVariance + 2 * byControl / t * contrast.Covariance);
        double growth = Math.Log(t / c), half = Tails.Quantile(test.Tail, contrast.DegreesOfFreedom) * error;
        return Estimate(
            contrast, test, Math.Exp(growth - half) - 1, Math.Exp(growth + half) - 1, (growth - Math.Log(1 + test.Null)) / error, "log-delta");
    }

    private static EffectEstimate? Fieller(Contrast contrast, EffectTest test)
    {
        double c = contrast.Control, d = contrast.Difference, quantile = Tails.Quantile(test.Tail, contrast.DegreesOfFreedom), q = quantile * quantile;
        double a = c * c - q * contrast.ControlVariance, b = c * d - q * contrast.Covariance, e = d * d - q * contrast.Variance;
        // Control is not away from 0: the set of ratios that the data allow is not an interval.
        if (!(c > 0 && a > 0))
            return null;
        double root = Math.Sqrt(Math.Max(0, b * b - a * e));
        return Estimate(contrast, test, (b - root) / a, (b + root) / a, Statistic(contrast, test.Null), "Fieller");
    }

    private static EffectEstimate Estimate(Contrast contrast, EffectTest test, double lower, double upper, double statistic, string name) => new()
    {
        Scale = EffectScale.Relative,
        Value = contrast.Difference / contrast.Control,
        Interval = EffectEstimate.Bounds(lower, upper, test),
        PValue = Tails.PValue(statistic, contrast.DegreesOfFreedom, test.Alternative),
        DegreesOfFreedom = contrast.DegreesOfFreedom,
        Test = test,
        Method = Name(contrast, name),
        ControlCount = contrast.ControlCount,
        TreatmentCount = contrast.TreatmentCount,
    };

    private static string Name(Contrast contrast, string method) => $"{contrast.Method}, {method}";
}
