using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Segments.Rfm;

/// <summary>Customers scored by recency, frequency and money: segments, classic classes, value classes, each customer.</summary>
public sealed record RfmResult : AnalysisResult
{
    private readonly RfmValues _values;
    private readonly byte[] _cells;
    private readonly (double, double, double) _means;

    internal RfmResult(RfmValues values, byte[] cells)
    {
        (_values, _cells) = (values, cells);
        _means = (Mean(score => score.Recency), Mean(score => score.Frequency), Mean(score => score.Monetary));
    }

    /// <summary>What was asked.</summary>
    public required RfmDefinition Definition { get; init; }

    /// <summary>The reference date; null for a customer table without one.</summary>
    public required DateOnly? At { get; init; }

    /// <summary>Where the scores are cut.</summary>
    public required RfmCuts Cuts { get; init; }

    /// <summary>Orders after the reference date, which do not count.</summary>
    public int OrdersAfter { get; init; }

    /// <summary>The least revenue of an A- and of a B-customer.</summary>
    public required (double A, double B) ValueLimits { get; init; }

    /// <summary>How many customers there are.</summary>
    public int Count => _values.Count;

    /// <summary>Every customer, by number in the dataset or row in the table.</summary>
    public IEnumerable<RfmCustomer> Customers => Enumerable.Range(0, Count).Select(Customer);

    /// <summary>The segments of <see cref="RfmDefinition.Segmentation"/>.</summary>
    public SegmentSizes Segments => Sizes("RFM segments", Definition.Segmentation.Segments, SegmentOf, Definition.Segmentation.ToString());

    /// <summary>The eight classic classes 八类客户: each score above its mean over all customers, or not.</summary>
    public SegmentSizes Classes => Sizes(
        "Eight classic RFM classes 八类客户", RfmClasses.Names, i => (int)ClassOf(i), "high: a score above its mean over all customers");

    /// <summary>A, B and C customers by revenue.</summary>
    public SegmentSizes ValueClasses => Sizes("Value classes A/B/C", ["A", "B", "C"], i => (int)ValueOf(i), FormattableString.Invariant(
        $"A: the largest customers who bring {100 * Definition.ShareOfA:0.#} % of positive revenue, A and B: {100 * Definition.ShareOfAAndB:0.#} %; equal revenue is one class"));

    /// <summary>The customer of this id.</summary>
    /// <exception cref="UserOpsException">No customer has it.</exception>
    public RfmCustomer this[string id] => Find(id) ?? throw new UserOpsException($"No customer has the id '{id}' at {When}.");

    /// <summary>The customer of this id; null where nobody with it had bought.</summary>
    public RfmCustomer? Find(string id) => Array.BinarySearch(_values.User, _values.Users.Find(id)) is var found and >= 0 ? Customer(found) : null;

    /// <summary>How many customers have the scores 1 to 5, in that order, for one of the three.</summary>
    /// <param name="part">Which of the three scores, such as <c>score => score.Recency</c>.</param>
    public IReadOnlyList<int> ScoreCounts(Func<RfmScore, int> part)
    {
        int[] counts = new int[RfmScore.Levels];
        foreach (byte cell in _cells)
            counts[part(ScoreOfCell[cell]) - 1]++;
        return counts;
    }

    /// <inheritdoc/>
    public override Table ToTable() => Segments.ToTable();

    /// <inheritdoc/>
    public override Chart ToChart() => Segments.ToChart();

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [Grid, Classes, ValueClasses];

    /// <summary>Customers by recency and frequency score.</summary>
    public RfmGrid Grid => new() { Counts = RfmGrid.Count(_cells), SmallPrint = SmallPrint("") };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Segments.Notes, .. RfmNotes.Of(this),
    ];

    internal RfmValues Values => _values;

    internal int SegmentOf(int i) => Definition.Segmentation.IndexOf(ScoreOfCell[_cells[i]]);

    private static RfmScore[] ScoreOfCell { get; } = [.. RfmScore.All];

    private string When => At is { } day ? Format.Date.Write(day) : "the table's date";

    private RfmCustomer Customer(int i) => new(
        _values.Users.Shown(_values.User[i]), _values.User[i], _values.Recency[i], _values.Frequency[i], _values.Monetary[i],
        ScoreOfCell[_cells[i]], Definition.Segmentation.Segments[SegmentOf(i)], ClassOf(i), ValueOf(i));

    private RfmClass ClassOf(int i) => RfmClasses.Of(ScoreOfCell[_cells[i]], _means);

    private ValueClass ValueOf(int i) =>
        _values.Monetary[i] >= ValueLimits.A ? ValueClass.A : _values.Monetary[i] >= ValueLimits.B ? ValueClass.B : ValueClass.C;

    private SegmentSizes Sizes(string title, IReadOnlyList<string> names, Func<int, int> groupOf, string rule) =>
        new() { Title = $"{title} at {When}", Groups = SegmentSums.Of(_values, names, groupOf), SmallPrint = SmallPrint(rule) };

    private string SmallPrint(string rule) => string.Join(" · ", ((string[])[
        $"n = {Caption.Count(Count)} customers", $"reference date {When}", Definition.WindowDays is { } days ? $"orders of {days} days" : "all orders up to it",
        "revenue after refunds", Cuts.Describe(), rule]).Where(words => words.Length > 0));

    private double Mean(Func<RfmScore, int> part) => Count == 0 ? 0 : ScoreCounts(part).Select((count, i) => (double)count * (i + 1)).Sum() / Count;
}
