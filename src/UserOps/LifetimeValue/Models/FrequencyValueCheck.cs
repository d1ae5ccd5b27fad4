using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>What repeat buyers of one frequency spend per purchase.</summary>
/// <param name="From">The lowest frequency of the group.</param>
/// <param name="To">The highest.</param>
/// <param name="Customers">How many customers are in it.</param>
/// <param name="Mean">The mean over them of their mean value.</param>
/// <param name="Interval">The interval of that mean; null with fewer than two customers.</param>
public sealed record FrequencyGroup(int From, int To, int Customers, double Mean, Interval? Interval);

/// <summary>Whether how often customers buy and how much a purchase is worth go together. Gamma-Gamma assumes that they do not.</summary>
/// <remarks>
/// Pearson's correlation as in the literature, which a few large buyers can decide; Spearman's rank correlation, which they cannot. Intervals on Fisher's z scale, for ranks with the
/// variance of D. G. Bonett and T. A. Wright (2000), "Sample size requirements for estimating Pearson, Kendall and Spearman correlations", Psychometrika 65.
/// </remarks>
public sealed record FrequencyValueCheck : AnalysisResult
{
    private static readonly (int From, int To)[] Groups = [(1, 1), (2, 2), (3, 3), (4, 4), (5, 6), (7, 9), (10, int.MaxValue)];

    private FrequencyValueCheck() { }

    /// <summary>How many repeat buyers.</summary>
    public required int Customers { get; init; }

    /// <summary>Pearson's correlation of frequency and mean value, between −1 and 1, with its interval; null where all customers bought equally often.</summary>
    public required Estimate? Pearson { get; init; }

    /// <summary>Spearman's rank correlation of frequency and mean value, between −1 and 1, with its interval; null where all customers bought equally often.</summary>
    public required Estimate? Spearman { get; init; }

    /// <summary>The mean value by frequency.</summary>
    public required IReadOnlyList<FrequencyGroup> ByFrequency { get; init; }

    internal static FrequencyValueCheck Of(MeanValues values)
    {
        double pearson = Correlation.Pearson(values.Frequency, values.Mean), spearman = Correlation.Spearman(values.Frequency, values.Mean);
        return new()
        {
            Customers = values.Count,
            Pearson = Fisher(pearson, 1, values.Count),
            Spearman = Fisher(spearman, 1 + spearman * spearman / 2, values.Count),
            ByFrequency = [.. Groups.Select(group => Group(values, group.From, group.To)).OfType<FrequencyGroup>()],
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Value of a purchase by frequency",
        [new("Repeat purchases", Format.Text), new("Customers", Format.Count), new("Mean value", Format.Number(2)), new("Lower", Format.Number(2)), new("Upper", Format.Number(2))],
        ByFrequency.Select(group => new object?[] { Name(group), group.Customers, group.Mean, group.Interval?.Lower, group.Interval?.Upper }),
        $"n = {Caption.Count(Customers)} repeat buyers · {(Spearman is null || Pearson is null ? "all bought equally often" : $"rank correlation {Words(Spearman.Value)}, Pearson {Words(Pearson.Value)} · 95 % intervals")}");

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        "Value of a purchase by frequency", [.. ByFrequency.Select(Name)], new("Repeat purchases", Format.Text), new("Mean value of a purchase", Format.Number(2)),
        [
            new("Mean over customers", [.. ByFrequency.Select(group => group.Mean)])
            {
                Lower = [.. ByFrequency.Select(group => group.Interval?.Lower ?? double.NaN)],
                Upper = [.. ByFrequency.Select(group => group.Interval?.Upper ?? double.NaN)],
            },
        ])
    { Subtitle = $"n = {Caption.Count(Customers)} repeat buyers · 95 % intervals · a level line means independence" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => (Spearman, Pearson) switch
    {
        ({ } ranks, { } amounts) when ranks.Interval!.Value.Contains(0) && amounts.Interval!.Value.Contains(0) => [],
        ({ } ranks, { } amounts) =>
        [
            ranks.Value + amounts.Value > 0
                ? "Frequent buyers spend more per purchase: Gamma-Gamma values them too low, rare buyers too high. Read the picture before trusting values."
                : "Frequent buyers spend less per purchase: Gamma-Gamma values them too high, rare buyers too low. Read the picture before trusting values.",
        ],
        _ => ["All bought equally often, so nothing tells whether frequent buyers spend more per purchase. Observe longer."],
    };

    private static FrequencyGroup? Group(MeanValues values, int from, int to)
    {
        double[] means = [.. values.Mean.Where((_, i) => values.Frequency[i] >= from && values.Frequency[i] <= to)];
        var sums = means.Aggregate(new MeanSums(), (all, value) => all.Add(value));
        return sums.Mean is { } mean ? new(from, to, means.Length, mean, sums.Interval(PurchaseModelFit.Level)) : null;
    }

    private static string Name(FrequencyGroup group) => group.To == int.MaxValue ? $"{group.From}+" : group.From == group.To ? $"{group.From}" : $"{group.From}–{group.To}";

    private static string Words(Estimate correlation) => $"{Format.Number(3).Write(correlation.Value)} {correlation.Interval!.Value.Write(Format.Number(3))}";

    private static Estimate? Fisher(double correlation, double variance, int count)
    {
        if (!double.IsFinite(correlation))
            return null;
        double half = Normal.InvCDF(0, 1, 0.5 + PurchaseModelFit.Level / 2) * Math.Sqrt(variance / (count - 3));
        double center = Math.Atanh(Math.Clamp(correlation, -0.999999, 0.999999));
        return new(correlation, new(Math.Tanh(center - half), Math.Tanh(center + half), PurchaseModelFit.Level));
    }
}
