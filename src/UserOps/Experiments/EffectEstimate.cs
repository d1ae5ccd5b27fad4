using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Experiments;

/// <summary>The difference between a treatment and a control on one scale, with everything a reader needs to judge it.</summary>
public sealed record EffectEstimate
{
    /// <summary>Absolute (in the unit of the metric) or relative (a fraction of control).</summary>
    public required EffectScale Scale { get; init; }

    /// <summary>The estimate; always a finite number.</summary>
    public required double Value { get; init; }

    /// <summary>Its standard error, in the unit of <see cref="Value"/>; null where the method has none (exact and inverted tests).</summary>
    public double? StandardError { get; init; }

    /// <summary>The interval at the level of <see cref="Test"/>; a bound is infinite one-sided, or where the data set none.</summary>
    public required Interval Interval { get; init; }

    /// <summary>The chance, between 0 and 1, of a difference at least as far from the hypothesised one if that were true; from the survival function, so it is not 0 in the tail.</summary>
    public required double PValue { get; init; }

    /// <summary>The degrees of freedom of the t distribution; null where the normal distribution or none is used.</summary>
    public double? DegreesOfFreedom { get; init; }

    /// <summary>What was asked: level, alternative, hypothesised difference.</summary>
    public required EffectTest Test { get; init; }

    /// <summary>The method in words for a caption, such as <c>Welch</c> or <c>Newcombe interval, score test</c>.</summary>
    public required string Method { get; init; }

    /// <summary>How many independent units the control has.</summary>
    public required long ControlCount { get; init; }

    /// <summary>How many independent units the treatment has.</summary>
    public required long TreatmentCount { get; init; }

    /// <summary>What a reader must know before using the numbers, such as a regime in which the method is known to fail.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The statistic (estimate minus hypothesised difference, over the standard error); null without a standard error.</summary>
    public double? Statistic => (Value - Test.Null) / StandardError;

    /// <summary>An estimate with a standard error, against a t distribution, or the normal one where there are no degrees of freedom.</summary>
    /// <exception cref="UserOpsException">The estimate is not finite, or the standard error or degrees of freedom are not above 0: there is nothing to test.</exception>
    public static EffectEstimate FromStandardError(
        EffectScale scale, double value, double standardError, double? degreesOfFreedom, EffectTest test, string method, long controlCount, long treatmentCount)
    {
        if (!(double.IsFinite(value) && standardError > 0 && double.IsFinite(standardError) && degreesOfFreedom is null or > 0))
            throw new UserOpsException(FormattableString.Invariant(
                $"{method}: an estimate of {value} with standard error {standardError} and {degreesOfFreedom} degrees of freedom cannot be tested; finite numbers above 0 are needed."));
        double half = Tails.Quantile(test.Checked().Tail, degreesOfFreedom) * standardError;
        return new()
        {
            Scale = scale,
            Value = value,
            StandardError = standardError,
            Interval = Bounds(value - half, value + half, test),
            PValue = Tails.PValue((value - test.Null) / standardError, degreesOfFreedom, test.Alternative),
            DegreesOfFreedom = degreesOfFreedom,
            Test = test,
            Method = method,
            ControlCount = controlCount,
            TreatmentCount = treatmentCount,
        };
    }

    /// <summary>The two bounds, the one that a one-sided question leaves open at infinity.</summary>
    internal static Interval Bounds(double lower, double upper, EffectTest test) => new(
        test.Alternative == Alternative.Less ? double.NegativeInfinity : lower,
        test.Alternative == Alternative.Greater ? double.PositiveInfinity : upper, test.Level);
}

/// <summary>The effect of a treatment on a metric, on both scales.</summary>
/// <param name="Absolute">Treatment minus control.</param>
/// <param name="Relative">The same as a fraction of control; null where control is too near zero to divide by.</param>
public sealed record Effect(EffectEstimate Absolute, EffectEstimate? Relative);
