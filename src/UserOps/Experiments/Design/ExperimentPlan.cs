namespace UserOps.Experiments.Design;

/// <summary>What an experiment shall be able to find.</summary>
public sealed record ExperimentPlan
{
    /// <summary>The metric that decides, as it is today.</summary>
    public required PlannedMetric Metric { get; init; }

    /// <summary>The smallest difference that would change the decision, on <see cref="Scale"/>; not 0.</summary>
    public required double Effect { get; init; }

    /// <summary>Whether the effect is a fraction of the baseline or in the unit of the metric.</summary>
    public EffectScale Scale { get; init; } = EffectScale.Relative;

    /// <summary>The chance to find that difference if it is there, between 0 and 1.</summary>
    public double Power { get; init; } = 0.8;

    /// <summary>The confidence level over all comparisons with control, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Which differences count.</summary>
    public Alternative Alternative { get; init; }

    /// <summary>Treatments compared with control, 1 or more; with several the false-positive rate is shared among them (Bonferroni).</summary>
    public int Treatments { get; init; } = 1;

    /// <summary>Users of control for each user of a treatment, above 0; with k treatments √k needs the fewest users.</summary>
    public double ControlWeight { get; init; } = 1;

    /// <summary>The correlation of the metric with what is known of users before, for CUPED; 0 without a covariate, always inside −1 and 1.</summary>
    public double CovariateCorrelation { get; init; }

    /// <summary>New users a day who enter the experiment, all arms together; days are blank without it.</summary>
    public double? UsersPerDay { get; init; }

    /// <summary>The false-positive rate of one comparison.</summary>
    public double Alpha => (1 - Level) / Treatments;

    /// <summary>The part of the variance that CUPED leaves: 1 − ρ².</summary>
    /// <remarks>A. Deng, Y. Xu, R. Kohavi and T. Walker (2013), "Improving the sensitivity of online controlled experiments by utilizing pre-experiment data", WSDM.</remarks>
    public double VarianceLeft => 1 - CovariateCorrelation * CovariateCorrelation;

    /// <summary>The effect in the unit of the metric.</summary>
    public double AbsoluteEffect => Scale == EffectScale.Absolute ? Effect : Effect * Metric.Baseline;

    /// <summary>The plan itself, its numbers checked.</summary>
    /// <exception cref="UserOpsException">A number is out of its range, or the effect lies on the side that does not count.</exception>
    internal ExperimentPlan Checked()
    {
        Require.That(Treatments >= 1, $"{Treatments} treatments; 1 or more are needed");
        Require.That(double.IsFinite(Metric.Baseline) && Metric.Deviation > 0, $"a metric of {Metric.Baseline} that varies by {Metric.Deviation}; a rate between 0 and 1, or a standard deviation above 0, is needed");
        Require.That(double.IsFinite(AbsoluteEffect) && AbsoluteEffect != 0, $"an effect of {AbsoluteEffect}; a difference other than 0 is needed");
        Require.That(Metric is not PlannedMetric.Proportion || Metric.Baseline + AbsoluteEffect is > 0 and < 1, $"a rate of {Metric.Baseline} that shall become {Metric.Baseline + AbsoluteEffect}; rates lie between 0 and 1");
        Require.That(Alternative != Alternative.Greater || AbsoluteEffect > 0, $"an effect of {AbsoluteEffect} where only higher values count; change the sign or the alternative");
        Require.That(Alternative != Alternative.Less || AbsoluteEffect < 0, $"an effect of {AbsoluteEffect} where only lower values count; change the sign or the alternative");
        Require.That(Level is > 0 and < 1, $"a level of {Level}; it lies between 0 and 1, such as 0.95");
        Require.That(Power > Alpha && Power < 1, $"a power of {Power}; it lies between the false-positive rate {Alpha} and 1, such as 0.8");
        Require.That(ControlWeight > 0 && double.IsFinite(ControlWeight), $"a control weight of {ControlWeight}; a number above 0 is needed");
        Require.That(CovariateCorrelation is > -1 and < 1, $"a correlation of {CovariateCorrelation}; it lies between −1 and 1");
        Require.That(UsersPerDay is null or > 0, $"{UsersPerDay} users a day; a number above 0 is needed");
        return this;
    }
}
