namespace UserOps.Experiments.Sequential;

/// <summary>What was seen at a look.</summary>
/// <param name="Share">The share of the planned information that was there: users so far ÷ users planned, ascending over looks; above 1 where more came than planned.</param>
/// <param name="Estimate">The difference seen, treatment minus control or relative.</param>
/// <param name="StandardError">Its standard error, above 0.</param>
public sealed record SequentialLook(double Share, double Estimate, double StandardError)
{
    /// <summary>The statistic.</summary>
    public double Z => Estimate / StandardError;

    /// <summary>A look at an effect as a test without looks estimates it.</summary>
    /// <param name="share">The share of the planned information.</param>
    /// <param name="effect">The estimate, with a standard error.</param>
    /// <exception cref="UserOpsException">The estimate has no standard error.</exception>
    public static SequentialLook From(double share, EffectEstimate effect) => new(share, effect.Value,
        effect.StandardError ?? throw new UserOpsException($"{effect.Method} gives no standard error; take Welch's test or the Wald test of rates for planned looks."));
}

/// <summary>A look and what it says.</summary>
/// <param name="Look">What was seen.</param>
/// <param name="Bound">The z value beyond which it stops.</param>
/// <param name="Interval">The repeated interval: over all looks together it holds the truth at the level of the design.</param>
/// <param name="Stops">Whether the bound was crossed.</param>
public sealed record JudgedLook(SequentialLook Look, double Bound, Display.Interval Interval, bool Stops);

/// <summary>Judges the looks of a running experiment.</summary>
public static class Monitoring
{
    /// <summary>Judges all looks so far. Bounds of a spending function follow the information that was there; fixed bounds need the looks that were planned.</summary>
    /// <exception cref="UserOpsException">No look, looks that do not ascend or have no standard error, or fixed bounds with other looks than planned.</exception>
    /// <remarks>Repeated intervals: C. Jennison and B. W. Turnbull (1989), "Interim analyses: the repeated confidence interval approach", JRSS B 51.</remarks>
    public static MonitoringResult Monitor(this GroupSequentialDesign design, params IReadOnlyList<SequentialLook> looks)
    {
        design.Checked();
        double[] shares = [.. looks.Select(look => look.Share)];
        LookChecks.Shares(shares);
        foreach (var look in looks)
            Require.That(double.IsFinite(look.Estimate) && look.StandardError > 0 && double.IsFinite(look.StandardError),
                $"a look at {look.Share} with an estimate of {look.Estimate} ± {look.StandardError}; a finite estimate with a standard error above 0 is needed");
        double[] bounds = BoundsAt(design, shares);
        var judged = looks.Select((look, i) => Judge(design, look, bounds[i])).ToArray();
        int last = Array.FindIndex(judged, look => look.Stops) is >= 0 and var stop ? stop : judged.Length - 1;
        return new() { Design = design, Looks = judged, PValue = StagewiseP(design, shares, bounds, judged[last].Look.Z, last) };
    }

    private static double[] BoundsAt(GroupSequentialDesign design, double[] shares)
    {
        if (design.Boundary is StoppingBoundary.Spending spending)
            return GroupSequentialAnalysis.Spend(design, spending.Function, shares);
        for (int look = 0; look < shares.Length; look++)
            Require.That(look < design.Looks.Count && Math.Abs(shares[look] - design.Looks[look]) < 1e-6,
                $"look {look + 1} at {shares[look]} of the information, which was not planned; fixed bounds need the planned looks, a spending function takes any");
        return [.. design.Bounds().Z.Take(shares.Length)];
    }

    private static JudgedLook Judge(GroupSequentialDesign design, SequentialLook look, double bound)
    {
        double half = bound * look.StandardError, z = look.Z;
        bool stops = design.Alternative switch { Alternative.Greater => z > bound, Alternative.Less => z < -bound, _ => Math.Abs(z) > bound };
        return new(look, bound, EffectEstimate.Bounds(look.Estimate - half, look.Estimate + half, new() { Level = design.Level, Alternative = design.Alternative }), stops);
    }

    /// <summary>The chance, where nothing differs, to stop earlier on this side or to be as far out at this look.</summary>
    /// <remarks>Stagewise ordering: A. A. Tsiatis, G. L. Rosner and C. R. Mehta (1984), "Exact confidence intervals following a group sequential test", Biometrics 40.</remarks>
    private static double StagewiseP(GroupSequentialDesign design, double[] shares, double[] bounds, double z, int look) => design.Alternative switch
    {
        Alternative.Greater => OneSided(design, shares, bounds, z, look),
        Alternative.Less => OneSided(design, shares, bounds, -z, look),
        _ => Math.Min(1, 2 * OneSided(design, shares, bounds, Math.Abs(z), look)),
    };

    private static double OneSided(GroupSequentialDesign design, double[] shares, double[] bounds, double z, int look)
    {
        var recursion = new ScoreRecursion(shares);
        double p = 0;
        for (int earlier = 0; earlier < look; earlier++)
        {
            p += recursion.Above(bounds[earlier]);
            recursion.GoOn(design.TwoSided ? -bounds[earlier] : double.NegativeInfinity, bounds[earlier]);
        }
        return p + recursion.Above(z);
    }
}
