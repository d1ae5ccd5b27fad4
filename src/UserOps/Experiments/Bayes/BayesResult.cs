using UserOps.Display;

namespace UserOps.Experiments.Bayes;

/// <summary>What two posteriors say about which arm is better.</summary>
public sealed record BayesResult : AnalysisResult
{
    internal BayesResult() { }

    /// <summary>The posterior of control.</summary>
    public required Posterior Control { get; init; }

    /// <summary>The posterior of treatment.</summary>
    public required Posterior Treatment { get; init; }

    /// <summary>The probability that treatment is better.</summary>
    public required double ChanceToWin { get; init; }

    /// <summary>What is lost on average by shipping treatment, where control is better after all; in the unit of the metric.</summary>
    public required double LossOfTreatment { get; init; }

    /// <summary>What is lost on average by keeping control, where treatment is better after all; in the unit of the metric.</summary>
    public required double LossOfControl { get; init; }

    /// <summary>The credible interval of treatment minus control, equal tails.</summary>
    public required Interval Difference { get; init; }

    /// <summary>Compares two posteriors of the same kind of quantity, larger being better.</summary>
    /// <param name="control">The posterior of control.</param>
    /// <param name="treatment">The posterior of treatment.</param>
    /// <param name="level">The probability inside the credible interval, between 0 and 1.</param>
    /// <exception cref="UserOpsException">A parameter is out of its range, or the posteriors are of two kinds.</exception>
    /// <remarks>
    /// Expected loss: C. Stucchio (2015), "Bayesian A/B testing at VWO". Arms are independent given their rates. Stopping when the chance to win is high finds winners that are none
    /// about as often as peeking at p-values does; stopping by expected loss bounds the loss, not the errors.
    /// </remarks>
    public static BayesResult Of(Posterior control, Posterior treatment, double level = 0.95)
    {
        Require.That(control.GetType() == treatment.GetType(), $"beliefs of two kinds, {control.GetType().Name} and {treatment.GetType().Name}; one kind is needed");
        Require.That(level is > 0 and < 1, $"a level of {level}; it lies between 0 and 1, such as 0.95");
        _ = (control.Checked(), treatment.Checked());
        return new()
        {
            Control = control,
            Treatment = treatment,
            ChanceToWin = Math.Min(1, BeliefComparison.ChanceAbove(control, treatment)),
            LossOfTreatment = BeliefComparison.ExpectedExcess(treatment, control),
            LossOfControl = BeliefComparison.ExpectedExcess(control, treatment),
            Difference = BeliefComparison.Difference(control, treatment, level),
        };
    }

    /// <summary>Compares two rates, by default from a belief that holds every rate for alike.</summary>
    /// <param name="control">Counts of control.</param>
    /// <param name="treatment">Counts of treatment.</param>
    /// <param name="prior">What is believed of both before.</param>
    public static BayesResult Of(ProportionCounts control, ProportionCounts treatment, Posterior.Beta? prior = null) =>
        Of((prior ?? Posterior.Beta.Uniform).With(control), (prior ?? Posterior.Beta.Uniform).With(treatment));

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Which arm is better?",
        [
            new("Control", Unit), new("Treatment", Unit), new("Difference", Gap), new("Lower", Gap), new("Upper", Gap), new("Treatment better", Format.Percent()),
            new("Loss if shipped", Format.Text), new("Loss if not", Format.Text),
        ],
        [[Control.Mean, Treatment.Mean, Treatment.Mean - Control.Mean, Difference.Lower, Difference.Upper, ChanceToWin, Loss(LossOfTreatment), Loss(LossOfControl)]],
        $"posterior means · {Caption.PerCent(Difference.Level)} credible interval · exact integrals");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
        ["Losses are what the wrong choice costs, weighed with how likely it is wrong. A chance to win that was looked at every day until it was high says less than it seems."];

    /// <summary>A loss as it is printed: it has no sign.</summary>
    internal string Loss(double value) => Gap.Write(value).TrimStart('+');

    private Format Unit => Control is Posterior.Beta ? Format.Percent(2) : Format.Number(4);

    private Format Gap => Control is Posterior.Beta ? Format.Points(3) : Format.Number(4);
}
