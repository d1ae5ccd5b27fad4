using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Decomposition;

/// <summary>What one leaf added to the change of a key figure.</summary>
/// <param name="Name">The leaf.</param>
/// <param name="Before">Its value before.</param>
/// <param name="After">Its value after.</param>
/// <param name="Amount">Its part of the change, in the unit of the key figure.</param>
public sealed record KpiContribution(string Name, double Before, double After, double Amount);

/// <summary>The change of a key figure, split over its leaves.</summary>
public sealed record KpiChange : AnalysisResult
{
    internal KpiChange() { }

    /// <summary>The tree of the earlier period.</summary>
    public required KpiTree Before { get; init; }

    /// <summary>The tree of the later period.</summary>
    public required KpiTree After { get; init; }

    /// <summary>The rule that was asked for.</summary>
    public required SplitRule AskedRule { get; init; }

    /// <summary>The rule that was used.</summary>
    public required SplitRule Rule { get; init; }

    /// <summary>One entry a leaf, in tree order; the amounts add up to <see cref="Change"/>.</summary>
    public required IReadOnlyList<KpiContribution> Contributions { get; init; }

    /// <summary>The names of the two periods.</summary>
    public (string Before, string After) Periods { get; init; } = ("before", "after");

    /// <summary>What the tree rests on, for the caption; may be empty.</summary>
    public string Basis { get; init; } = "";

    /// <summary>What a reader must know about the tree itself.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The change of the key figure.</summary>
    public double Change => After.Value - Before.Value;

    /// <summary>What a leaf added to the change.</summary>
    /// <exception cref="UserOpsException">The tree has no such leaf; the message lists those it has.</exception>
    public double this[string leaf] => Contributions.FirstOrDefault(contribution => contribution.Name == leaf)?.Amount
        ?? throw new UserOpsException($"'{Before.Name}' has no leaf '{leaf}'. It has: {string.Join(", ", Contributions.Select(contribution => contribution.Name))}.");

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Before.Name}: why it changed",
        [
            new("Factor", Format.Text), new(Heading(Periods.Before), Format.Text), new(Heading(Periods.After), Format.Text),
            new("Contribution", Before.Format), new("Share of change", Format.Percent()),
        ],
        [
            .. Before.Leaves.Zip(Contributions, Row),
            [Before.Name, Before.Format.Write(Before.Value), Before.Format.Write(After.Value), Change, Share(Change)],
        ],
        string.Join(" · ", new[] { Basis, $"{Periods.Before} → {Periods.After}", RuleInWords, "no residual" }.Where(words => words.Length > 0)));

    /// <inheritdoc/>
    public override Chart ToChart() => new WaterfallChart(
        $"{Before.Name}: why it changed", Periods.Before, Before.Value,
        [.. Contributions.Select(contribution => contribution.Name)], [.. Contributions.Select(contribution => contribution.Amount)],
        Periods.After, new(Before.Name, Before.Format))
    { Subtitle = RuleInWords };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Remarks,
        .. Rule == AskedRule ? (string[])[] : ["A factor of a product is negative, where logarithms have no meaning: split by Shapley instead of LMDI."],
        "The split is arithmetic: it says which factor moved, not why.",
    ];

    private string RuleInWords => Rule == SplitRule.Lmdi ? "additive LMDI-I" : "Shapley value";

    private static string Heading(string period) => char.ToUpperInvariant(period[0]) + period[1..];

    private object?[] Row(KpiTree.Leaf leaf, KpiContribution contribution) =>
    [
        contribution.Name, leaf.Format.Write(contribution.Before), leaf.Format.Write(contribution.After), contribution.Amount, Share(contribution.Amount),
    ];

    private double? Share(double amount) => Change == 0 ? null : amount / Change;
}
