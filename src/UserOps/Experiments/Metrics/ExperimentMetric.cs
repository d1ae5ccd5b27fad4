using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Experiments.Metrics;

/// <summary>What a metric is there for.</summary>
public enum MetricRole
{
    /// <summary>The treatment is meant to move it. The first one decides; the others explain.</summary>
    Success,
    /// <summary>The treatment must not worsen it by more than its margin (non-inferiority).</summary>
    Guardrail,
}

/// <summary>A figure that is compared between the arms of an experiment.</summary>
/// <param name="Name">What a reader calls it.</param>
public abstract record ExperimentMetric(string Name)
{
    /// <summary>What it is there for.</summary>
    public MetricRole Role { get; init; }

    /// <summary>Which way is good.</summary>
    public Direction Better { get; init; } = Direction.Up;

    /// <summary>A guardrail may be worse by less than this fraction of control, above 0.</summary>
    public double Margin { get; init; } = 0.02;

    /// <summary>Values above this quantile of all users are cut down to it, between 0.5 and 1; left as they are when absent.</summary>
    /// <remarks>A stated choice, made before looking: it trades a small bias for a smaller error where few users hold most of the total.</remarks>
    public double? WinsorizeAt { get; init; }

    /// <summary>What is known from before the experiment and taken out (CUPED): columns, or measures counted before exposure. Absent: the measure itself, where it can be counted before.</summary>
    public IReadOnlyList<Measure>? Covariates { get; init; }

    /// <summary>How its values are printed; by its kind when absent.</summary>
    public Format? Format { get; init; }

    /// <summary>The share of users for whom the measure is above 0.</summary>
    /// <param name="Name">What a reader calls it.</param>
    /// <param name="Of">The measure.</param>
    public sealed record Share(string Name, Measure Of) : ExperimentMetric(Name);

    /// <summary>The mean of the measure over users, zeros included: counts, and revenue with its many zeros.</summary>
    /// <param name="Name">What a reader calls it.</param>
    /// <param name="Of">The measure.</param>
    public sealed record Mean(string Name, Measure Of) : ExperimentMetric(Name);

    /// <summary>The sum of one measure ÷ the sum of another, such as revenue ÷ orders; users are the independent units.</summary>
    /// <param name="Name">What a reader calls it.</param>
    /// <param name="Of">The numerator.</param>
    /// <param name="Per">The denominator, zero or more.</param>
    public sealed record Ratio(string Name, Measure Of, Measure Per) : ExperimentMetric(Name);

    /// <summary>A quantile of the measure over users; its interval is bootstrapped (BCa).</summary>
    /// <param name="Name">What a reader calls it.</param>
    /// <param name="Of">The measure.</param>
    /// <param name="At">Which quantile, between 0 and 1: 0.5 is the median.</param>
    public sealed record Quantile(string Name, Measure Of, double At) : ExperimentMetric(Name);

    /// <summary>Any other number of the measure over users; its interval is bootstrapped (BCa). Of a mean of skewed values it holds less often than that of <see cref="Mean"/>.</summary>
    /// <param name="Name">What a reader calls it.</param>
    /// <param name="Of">The measure.</param>
    /// <param name="Statistic">The number; one of your own takes up to 200,000 users an arm.</param>
    public sealed record Bootstrapped(string Name, Measure Of, ArmStatistic Statistic) : ExperimentMetric(Name);

    /// <summary>What is estimated by resampling; null where sums suffice.</summary>
    internal ArmStatistic? Resampled => this switch { Quantile quantile => new ArmStatistic.Quantile(quantile.At), Bootstrapped any => any.Statistic, _ => null };

    /// <summary>The measures, numerator first.</summary>
    internal Measure[] Measures => this switch
    {
        Share share => [share.Of],
        Mean mean => [mean.Of],
        Ratio ratio => [ratio.Of, ratio.Per],
        Quantile quantile => [quantile.Of],
        Bootstrapped any => [any.Of],
        _ => [],
    };

    /// <summary>How a value of it is printed.</summary>
    internal Format ValueFormat => Format ?? (this is Share ? Display.Format.Percent(2) : Display.Format.Number(3));

    /// <summary>How an absolute difference is printed: with its sign.</summary>
    internal string WriteDifference(double value) => double.IsInfinity(value) ? (value > 0 ? "∞" : "−∞")
        : this is Share && Format is null ? Display.Format.Points(2).Write(value)
        : (value > 0 ? "+" : "") + ValueFormat.Write(value);

    /// <summary>How it is counted, in one phrase.</summary>
    internal string Describe() => this switch
    {
        Share share => $"users with at least one {share.Of.Describe()} ÷ users",
        Mean mean => $"{mean.Of.Describe()} a user, zeros included",
        Ratio ratio => $"sum of {ratio.Of.Describe()} ÷ sum of {ratio.Per.Describe()}",
        Quantile quantile => FormattableString.Invariant($"{quantile.At:0.##} quantile of {quantile.Of.Describe()} over users"),
        Bootstrapped any => $"{any.Statistic.Describe()} of {any.Of.Describe()} over users, bootstrapped",
        _ => Name,
    } + (WinsorizeAt is { } at ? FormattableString.Invariant($", values above the {at:0.####} quantile cut down to it") : "");

    /// <exception cref="UserOpsException">A number is out of range.</exception>
    internal void Check()
    {
        if (WinsorizeAt is { } at && !(at > 0.5 && at < 1))
            throw new UserOpsException(FormattableString.Invariant($"'{Name}' is to be cut at the {at} quantile; one between 0.5 and 1 is needed, such as 0.999."));
        if (!(Margin > 0 && double.IsFinite(Margin)))
            throw new UserOpsException(FormattableString.Invariant($"'{Name}' has a margin of {Margin}; a fraction of control above 0 is needed, such as 0.02."));
        if (Resampled is ArmStatistic.Quantile { Share: var share } && !(share > 0 && share < 1))
            throw new UserOpsException(FormattableString.Invariant($"'{Name}' asks for the {share} quantile; one between 0 and 1 is needed, such as 0.5."));
    }
}
