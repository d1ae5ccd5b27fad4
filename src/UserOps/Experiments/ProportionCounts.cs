using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Experiments;

/// <summary>How many units of an arm did something, out of how many; counts of shards are added.</summary>
public readonly record struct ProportionCounts
{
    /// <summary>Makes counts.</summary>
    /// <param name="successes">How many did it, 0 to <paramref name="count"/>.</param>
    /// <param name="count">How many there are, 0 or more.</param>
    /// <exception cref="UserOpsException">More did it than there are, or a number is negative.</exception>
    public ProportionCounts(long successes, long count)
    {
        if (!(successes >= 0 && successes <= count))
            throw new UserOpsException($"{successes} of {count} is no proportion: 0 ≤ successes ≤ n is needed.");
        (Successes, Count) = (successes, count);
    }

    /// <summary>How many did it.</summary>
    public long Successes { get; }

    /// <summary>How many there are.</summary>
    public long Count { get; }

    /// <summary>How many did not.</summary>
    public long Failures => Count - Successes;

    /// <summary>The share that did it, a fraction; NaN where there is nobody.</summary>
    public double Share => (double)Successes / Count;

    /// <summary>The Wilson interval of the share.</summary>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    public Interval Interval(double level = 0.95) => Wilson.Interval(Successes, Count, level);

    /// <summary>The counts of both parts together.</summary>
    public static ProportionCounts operator +(ProportionCounts a, ProportionCounts b) => new(a.Successes + b.Successes, a.Count + b.Count);

    /// <summary>The counts of both parts together.</summary>
    public ProportionCounts Add(ProportionCounts other) => this + other;
}
