using UserOps.Display;

namespace UserOps.Samples;

/// <summary>Estimates beside the truth that was planted: is it inside the interval, and is the order right?</summary>
public sealed record TruthComparison : AnalysisResult
{
    internal TruthComparison() { }

    /// <summary>Which truth it is.</summary>
    public required string Title { get; init; }

    /// <summary>The estimates, each with its truth; null where none was planted under the name.</summary>
    public required IReadOnlyList<(Figure Estimate, double? Truth)> Pairs { get; init; }

    /// <summary>How many of the intervals hold the truth.</summary>
    public int Held => Pairs.Count(pair => pair.Truth is { } truth && pair.Estimate.Interval?.Contains(truth) == true);

    /// <summary>How many intervals there are of which the truth is known.</summary>
    public int Known => Pairs.Count(pair => pair.Truth is not null && pair.Estimate.Interval is not null);

    /// <summary>Whether the estimates stand in the same order as the truths.</summary>
    public bool IsOrderedRightly => Order(pair => pair.Estimate.Value!.Value).SequenceEqual(Order(pair => pair.Truth!.Value));

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Estimates and planted truth: {Title}",
        [
            new("Name", Format.Text), new("Planted", Value), new("Estimate", Value), new("Lower", Value), new("Upper", Value),
            new("n", Format.Count), new("Interval holds it", Format.Flag),
        ],
        Pairs.OrderByDescending(pair => pair.Truth ?? double.NegativeInfinity).Select(pair => new object?[]
        {
            pair.Estimate.Name, pair.Truth, pair.Estimate.Value, pair.Estimate.Interval?.Lower, pair.Estimate.Interval?.Upper, pair.Estimate.N,
            pair.Truth is { } truth ? pair.Estimate.Interval?.Contains(truth) : null,
        }),
        $"largest truth first · estimate: {Pairs.Select(pair => pair.Estimate.Definition).FirstOrDefault()}");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        $"{Held} of {Known} intervals hold the planted truth.",
        .. Pairs.Select(pair => pair.Truth).Distinct().Count() < 2 ? [] : (string[])[IsOrderedRightly ? "The estimates stand in the order of the truth." : "The estimates do not stand in the order of the truth: look at whose intervals overlap."],
    ];

    private Format Value => Pairs.Select(pair => pair.Estimate.Format).FirstOrDefault() ?? Format.Number();

    private IEnumerable<string> Order(Func<(Figure Estimate, double? Truth), double> by) =>
        Pairs.Where(pair => pair.Truth is not null && pair.Estimate.Value is not null).OrderByDescending(by).Select(pair => pair.Estimate.Name);
}
