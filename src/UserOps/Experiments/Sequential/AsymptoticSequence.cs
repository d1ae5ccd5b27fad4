namespace UserOps.Experiments.Sequential;

/// <summary>An interval for every moment of an experiment at once, for effects whose estimates are normal.</summary>
/// <remarks>
/// I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy and A. Ramdas (2024), "Time-uniform central limit theory and asymptotic confidence sequences", Annals of
/// Statistics 52. It holds only from where estimates are normal: after a handful of users, with rare conversions or with a few users who hold most of the revenue
/// it finds differences that are not there. So it asks for evidence, and refuses without it.
/// </remarks>
public static class AsymptoticSequence
{
    /// <summary>Users of both arms at which the interval is tightest, unless said otherwise.</summary>
    public const double UsualUsers = 5000;

    /// <summary>The always-valid interval and p-value of a difference.</summary>
    /// <param name="effect">The effect as a test without looks estimates it, with its standard error.</param>
    /// <param name="evidence">Why its estimate is normal by now.</param>
    /// <param name="tightestAt">Users of both arms at which the interval shall be tightest, above 0; fixed before the experiment.</param>
    /// <exception cref="InsufficientDataException">There are too few users or conversions yet, or a few users hold too much of the metric.</exception>
    /// <exception cref="UserOpsException">The effect has no standard error.</exception>
    public static EffectEstimate Of(EffectEstimate effect, NormalEvidence evidence, double tightestAt = UsualUsers)
    {
        evidence.Check(effect.ControlCount, effect.TreatmentCount);
        return Unchecked(effect, tightestAt);
    }

    /// <summary>The same without evidence.</summary>
    internal static EffectEstimate Unchecked(EffectEstimate effect, double tightestAt = UsualUsers)
    {
        Require.That(tightestAt > 0 && double.IsFinite(tightestAt), $"an interval tightest at {tightestAt} users; a number above 0 is needed");
        double error = effect.StandardError ?? throw new UserOpsException($"{effect.Method} gives no standard error; take Welch's test or the Wald test of rates.");
        double users = effect.ControlCount + effect.TreatmentCount, alpha = 1 - effect.Test.Checked().Level;
        bool twoSided = effect.Test.Alternative == Alternative.TwoSided;
        double spread = users * SquaredRho(twoSided ? alpha : 2 * alpha, tightestAt), half = error * HalfWidth(spread, alpha, twoSided);
        double z = (effect.Value - effect.Test.Null) / error * (effect.Test.Alternative == Alternative.Less ? -1 : 1);
        return effect with
        {
            Interval = EffectEstimate.Bounds(effect.Value - half, effect.Value + half, effect.Test),
            PValue = twoSided ? TwoSidedP(spread, z) : OneSidedP(spread, z),
            DegreesOfFreedom = null,
            Method = "asymptotic confidence sequence",
        };
    }

    /// <summary>The squared scale of the mixture that is tightest after so many users.</summary>
    internal static double SquaredRho(double alpha, double users) => alpha < 1
        ? (-2 * Math.Log(alpha) + Math.Log(1 - 2 * Math.Log(alpha))) / users
        : throw new UserOpsException("A one-sided always-valid interval needs a level above 50 %.");

    /// <summary>The half width in standard errors; <paramref name="spread"/> is users × ρ².</summary>
    private static double HalfWidth(double spread, double alpha, bool twoSided)
    {
        double root = Math.Sqrt(spread + 1), log = twoSided ? Math.Log(root / alpha) : Math.Log(1 + root / (2 * alpha));
        return Math.Sqrt(2 * (spread + 1) / spread * log);
    }

    private static double TwoSidedP(double spread, double z) => Math.Min(1, Math.Sqrt(spread + 1) * Math.Exp(-z * z / 2 * spread / (spread + 1)));

    private static double OneSidedP(double spread, double z) => z <= 0 ? 1
        : Math.Min(1, Math.Sqrt(spread + 1) / (2 * Math.Max(0, MathNet.Numerics.SpecialFunctions.Expm1(z * z / 2 * spread / (spread + 1)))));
}
