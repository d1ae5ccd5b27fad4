using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>The interval of the difference of two independent shares: Wilson bounds joined by the square-and-add rule.</summary>
/// <remarks>
/// R. G. Newcombe (1998), "Interval estimation for the difference between independent proportions", Statistics in Medicine 17, method 10. It holds for rare events and small groups, stays
/// between −1 and 1, and assumes independent users.
/// </remarks>
public static class Newcombe
{
    /// <summary>The interval of the share of a group less that of another.</summary>
    /// <param name="successes">How many of the group, 0 to <paramref name="n"/>.</param>
    /// <param name="n">Out of how many, at least 1.</param>
    /// <param name="otherSuccesses">How many of the other group.</param>
    /// <param name="otherN">Out of how many, at least 1.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    public static Interval Difference(long successes, long n, long otherSuccesses, long otherN, double level = 0.95)
    {
        Interval own = Wilson.Interval(successes, n, level), other = Wilson.Interval(otherSuccesses, otherN, level);
        double p = (double)successes / n, q = (double)otherSuccesses / otherN;
        return new(p - q - Joined(p - own.Lower, other.Upper - q), p - q + Joined(own.Upper - p, q - other.Lower), level);
    }

    private static double Joined(double a, double b) => Math.Sqrt(a * a + b * b);
}
