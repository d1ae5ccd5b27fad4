using UserOps.Statistics;

namespace UserOps.Experiments.Effects;

/// <summary>The difference between two arms and the control it is divided by, with the variances and the covariance of both: all that any effect needs.</summary>
/// <remarks>Means, ratios, adjusted means and post-stratified means become contrasts; the scale of the effect and the method of its interval are chosen afterwards.</remarks>
public sealed record Contrast
{
    internal Contrast() { }

    /// <summary>Treatment minus control, adjusted where covariates or strata are used.</summary>
    public required double Difference { get; init; }

    /// <summary>The variance of <see cref="Difference"/>.</summary>
    public required double Variance { get; init; }

    /// <summary>Welch's degrees of freedom; null where the normal distribution is used.</summary>
    public required double? DegreesOfFreedom { get; init; }

    /// <summary>The mean or ratio of control, without adjustment.</summary>
    public required double Control { get; init; }

    /// <summary>The variance of <see cref="Control"/>.</summary>
    public required double ControlVariance { get; init; }

    /// <summary>The covariance of <see cref="Difference"/> and <see cref="Control"/>.</summary>
    public required double Covariance { get; init; }

    /// <summary>How many independent units the control has.</summary>
    public required long ControlCount { get; init; }

    /// <summary>How many independent units the treatment has.</summary>
    public required long TreatmentCount { get; init; }

    /// <summary>What was compared and how, in a word or two.</summary>
    public required string Method { get; init; }

    /// <summary>The standard error of the difference.</summary>
    public double StandardError => Math.Sqrt(Variance);

    /// <summary>The difference in the unit of the metric.</summary>
    public EffectEstimate Absolute(EffectTest? test = null) => EffectEstimate.FromStandardError(
        EffectScale.Absolute, Difference, StandardError, DegreesOfFreedom, test ?? EffectTest.Usual, Method, ControlCount, TreatmentCount);

    /// <summary>Two means, the first quantity of each sample (Welch).</summary>
    /// <remarks>B. L. Welch (1947), "The generalization of Student's problem when several different population variances are involved", Biometrika 34.
    /// With few units and heavy tails the interval is too narrow on the side of the tail.</remarks>
    /// <exception cref="InsufficientDataException">An arm has fewer than two units, or nothing varies.</exception>
    public static Contrast OfMeans(SampleMoments control, SampleMoments treatment) => Of(control, treatment, [], "Welch");

    /// <summary>Two ratios of sums, numerator first and denominator second in each sample (delta method).</summary>
    /// <remarks>A. Deng, U. Knoblich and J. Lu (2018), "Applying the Delta Method in Metric Analytics", KDD. Where units of analysis (visits, orders) are
    /// finer than those that were assigned (users), the sums by assigned unit with their count as denominator give the cluster-robust error.</remarks>
    /// <exception cref="InsufficientDataException">An arm has fewer than two units or a denominator of zero, or nothing varies.</exception>
    public static Contrast OfRatios(SampleMoments control, SampleMoments treatment) => Of(Linear.Ratio(control), Linear.Ratio(treatment), [], "delta method");

    /// <summary>Means or linearised ratios, with the covariates that follow them taken out.</summary>
    internal static Contrast Of(SampleMoments control, SampleMoments treatment, double[] theta, string method)
    {
        Check(control, treatment);
        var error = Welch.Of(Linear.Residual(control, theta) / control.Count, control.Count, Linear.Residual(treatment, theta) / treatment.Count, treatment.Count);
        double difference = treatment.Mean() - control.Mean(), explained = 0;
        for (int i = 0; i < theta.Length; i++)
        {
            difference -= theta[i] * (treatment.Mean(i + 1) - control.Mean(i + 1));
            explained += theta[i] * control.Covariance(0, i + 1);
        }
        if (!(error.Variance > 0) && control.Variance() + treatment.Variance() > 0)
            throw new InsufficientDataException("covariates that leave nothing of the metric", "covariates that were settled before the experiment", "Take the metric itself, and what is made of it, out of the covariates.");
        if (!(error.Variance > 0))
            throw new InsufficientDataException("no variation of the metric in either arm", "a metric that differs between units", "Check the metric and its window: nobody, or everybody alike, counts in it.");
        return new()
        {
            Difference = difference,
            Variance = error.Variance,
            DegreesOfFreedom = error.DegreesOfFreedom,
            Control = control.Mean(),
            ControlVariance = control.Variance() / control.Count,
            Covariance = -(control.Variance() - explained) / control.Count,
            ControlCount = control.Count,
            TreatmentCount = treatment.Count,
            Method = method,
        };
    }

    private static void Check(SampleMoments control, SampleMoments treatment)
    {
        if (control.Size != treatment.Size)
            throw new UserOpsException($"Control has {control.Size} quantities and treatment {treatment.Size}; the same of both arms are needed.");
        if (control.Count < 2 || treatment.Count < 2)
            throw new InsufficientDataException(
                $"{control.Count} units in control and {treatment.Count} in treatment", "at least two in each", "Check the names of the arms and that both have the metric.");
    }
}
