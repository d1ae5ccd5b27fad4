namespace UserOps.Statistics;

/// <summary>What the bootstrap estimates on a sample.</summary>
public abstract record ArmStatistic
{
    private ArmStatistic() { }

    /// <summary>The mean.</summary>
    public sealed record Mean : ArmStatistic;

    /// <summary>A quantile between neighbouring values (R's type 7), such as the median.</summary>
    /// <param name="Share">The share of values below, between 0 and 1.</param>
    public sealed record Quantile(double Share) : ArmStatistic;

    /// <summary>Any other number.</summary>
    /// <param name="Name">What it is, for captions.</param>
    /// <param name="Estimate">Estimates from values and how often each was drawn; called from several threads.</param>
    public sealed record Custom(string Name, WeightedEstimate Estimate) : ArmStatistic;

    /// <summary>The statistic of values in ascending order.</summary>
    internal double Of(double[] ascending) => this switch
    {
        Quantile quantile => SortedQuantile.Of(ascending, quantile.Share),
        Custom custom => custom.Estimate(ascending, [.. Enumerable.Repeat(1, ascending.Length)]),
        _ => ascending.Average(),
    };

    /// <summary>The statistic in words.</summary>
    public string Describe() => this switch
    {
        Quantile { Share: 0.5 } => "median",
        Quantile quantile => FormattableString.Invariant($"{quantile.Share:0.##%} quantile"),
        Custom custom => custom.Name,
        _ => "mean",
    };
}

/// <summary>Estimates a number from values and how often each counts.</summary>
/// <param name="values">The values, ascending.</param>
/// <param name="times">How often each counts; not all are 0.</param>
public delegate double WeightedEstimate(ReadOnlySpan<double> values, ReadOnlySpan<int> times);
