using UserOps.Statistics;

namespace UserOps.Experiments;

/// <summary>How the difference between two arms is expressed.</summary>
public enum EffectScale
{
    /// <summary>Treatment minus control, in the unit of the metric.</summary>
    Absolute,
    /// <summary>Treatment minus control as a fraction of control (relative lift): 0.1 is 10 % more.</summary>
    Relative,
}

/// <summary>Which differences count as evidence.</summary>
public enum Alternative
{
    /// <summary>A difference in either direction.</summary>
    TwoSided,
    /// <summary>Only a treatment above the hypothesised difference; the interval has no upper bound.</summary>
    Greater,
    /// <summary>Only a treatment below the hypothesised difference; the interval has no lower bound.</summary>
    Less,
}

/// <summary>What is asked of a difference between two arms.</summary>
public sealed record EffectTest
{
    /// <summary>The usual question: two-sided, at 95 %, against no difference.</summary>
    public static EffectTest Usual { get; } = new();

    /// <summary>The confidence level, between 0 and 1. The same level holds one-sided, as in R: all of 1 − level then lies on one side.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Which differences count.</summary>
    public Alternative Alternative { get; init; }

    /// <summary>The hypothesised difference on the scale of the effect; a non-inferiority margin is a null other than 0.</summary>
    public double Null { get; init; }

    /// <summary>The upper tail of the distribution that a bound of the interval leaves out: (1 − level) / 2, or 1 − level one-sided.</summary>
    internal double Tail => Alternative == Alternative.TwoSided ? (1 - Level) / 2 : 1 - Level;

    /// <summary>The test itself, its numbers checked.</summary>
    /// <exception cref="UserOpsException">The level is not between 0 and 1, or the null is no finite number.</exception>
    internal EffectTest Checked()
    {
        ConfidenceLevel.Check(Level);
        return double.IsFinite(Null) ? this : throw new UserOpsException(FormattableString.Invariant($"A hypothesised difference of {Null} was asked for; a finite number is needed."));
    }
}
