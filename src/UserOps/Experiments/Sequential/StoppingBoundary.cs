using UserOps.Statistics;

namespace UserOps.Experiments.Sequential;

/// <summary>How far from 0 a difference must be at a look to stop the experiment.</summary>
public abstract record StoppingBoundary
{
    private StoppingBoundary() { }

    /// <summary>The same z value at each of the planned looks.</summary>
    /// <remarks>S. J. Pocock (1977), "Group sequential methods in the design and analysis of clinical trials", Biometrika 64.</remarks>
    public sealed record Pocock : StoppingBoundary;

    /// <summary>Very far at first, nearly as without looks at the end: c ÷ √(share of the information).</summary>
    /// <remarks>P. C. O'Brien and T. R. Fleming (1979), "A multiple testing procedure for clinical trials", Biometrics 35.</remarks>
    public sealed record OBrienFleming : StoppingBoundary;

    /// <summary>False-positive rate spent by the share of the information: looks may come when they come.</summary>
    /// <param name="Function">How fast it is spent.</param>
    /// <remarks>K. K. G. Lan and D. L. DeMets (1983), "Discrete sequential boundaries for clinical trials", Biometrika 70. When to look must not depend on what was seen.</remarks>
    public sealed record Spending(SpendingFunction Function = SpendingFunction.OBrienFleming) : StoppingBoundary;

    /// <summary>The boundary in words.</summary>
    internal string Describe() => this switch
    {
        Pocock => "Pocock bounds",
        OBrienFleming => "O'Brien–Fleming bounds",
        Spending { Function: SpendingFunction.Pocock } => "Lan–DeMets spending like Pocock",
        _ => "Lan–DeMets spending like O'Brien–Fleming",
    };
}

/// <summary>How fast the false-positive rate is spent.</summary>
public enum SpendingFunction
{
    /// <summary>Almost nothing at first: 2 − 2Φ(z ÷ √t), z the upper α/2 point.</summary>
    OBrienFleming,
    /// <summary>Nearly evenly: α·ln(1 + (e − 1)t).</summary>
    Pocock,
}

/// <summary>Spending functions.</summary>
internal static class Spent
{
    /// <summary>The part of a one-sided false-positive rate that is spent when this share of the information is there; all of it from 1 on.</summary>
    public static double At(SpendingFunction function, double alpha, double share) => share >= 1 ? alpha : function == SpendingFunction.Pocock
        ? alpha * Math.Log(1 + (Math.E - 1) * share)
        : 2 * Tails.Above(Tails.Quantile(alpha / 2) / Math.Sqrt(share));
}
