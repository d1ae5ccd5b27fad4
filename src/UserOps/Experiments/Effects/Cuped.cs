namespace UserOps.Experiments.Effects;

/// <summary>Effects with what was known before the experiment taken out: the same effect, with a smaller error where the past tells the future.</summary>
/// <remarks>
/// A. Deng, Y. Xu, R. Kohavi and T. Walker (2013), "Improving the sensitivity of online controlled experiments by utilizing pre-experiment data" (CUPED), WSDM.
/// The coefficients minimise the variance within the arms (analysis of covariance). A covariate must be settled before assignment: one that the treatment can
/// move takes part of the effect away.
/// </remarks>
public sealed record Cuped
{
    private Cuped(Contrast contrast, Contrast plain, double[] theta) => (Contrast, Plain, Coefficients) = (contrast, plain, theta);

    /// <summary>The contrast with the covariates taken out.</summary>
    public Contrast Contrast { get; }

    /// <summary>The contrast without them.</summary>
    public Contrast Plain { get; }

    /// <summary>The coefficient of each covariate (θ); 0 for one that adds nothing to those before it.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>By which part the variance fell, a fraction; the test needs so many fewer users. May be slightly negative.</summary>
    public double VarianceReduction => 1 - Contrast.Variance / Plain.Variance;

    /// <summary>Adjusts means: the metric is the first quantity, the covariates are the others.</summary>
    /// <exception cref="InsufficientDataException">An arm has fewer than two units, or nothing varies.</exception>
    public static Cuped OfMeans(SampleMoments control, SampleMoments treatment) => Of(control, treatment, null, "Welch");

    /// <summary>Adjusts ratios: numerator, denominator, then the covariates.</summary>
    /// <exception cref="InsufficientDataException">An arm has fewer than two units or a denominator of zero, or nothing varies.</exception>
    public static Cuped OfRatios(SampleMoments control, SampleMoments treatment) =>
        Of(Linear.Ratio(control), Linear.Ratio(treatment), null, "delta method");

    /// <summary>Adjusts ratios by the same ratio before the experiment: numerator, denominator, earlier numerator, earlier denominator.</summary>
    /// <exception cref="InsufficientDataException">An arm has fewer than two units or a denominator of zero, or nothing varies.</exception>
    public static Cuped OfRatiosByEarlierRatio(SampleMoments control, SampleMoments treatment) => OfRatiosByEarlierRatio(control, treatment, null);

    internal static Cuped OfRatiosByEarlierRatio(SampleMoments control, SampleMoments treatment, double[]? theta) =>
        Of(Linear.Ratio(Earlier(control)), Linear.Ratio(Earlier(treatment)), theta, "delta method");

    private static Cuped Of(SampleMoments control, SampleMoments treatment, double[]? theta, string method)
    {
        var plain = Contrast.Of(control, treatment, [], method);
        theta ??= Linear.Coefficients(control, treatment);
        return new(Contrast.Of(control, treatment, theta, method + ", CUPED"), plain, theta);
    }

    // The earlier ratio becomes one covariate, linearised by itself; it then stands behind numerator and denominator.
    private static SampleMoments Earlier(SampleMoments moments)
    {
        if (moments.Size < 4)
            throw new UserOpsException($"{moments.Size} quantities were given; numerator, denominator and the same two of before are needed.");
        var earlierFirst = Linear.Ratio(moments.Select(2, 3, 0, 1));
        return earlierFirst.Select(1, 2, 0);
    }
}
