using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Segments.Audiences;

namespace UserOps.Uplift;

/// <summary>The uplift of users under a rule.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Effect">What the arm changed among them.</param>
/// <param name="Expected">The mean uplift that the model expects of them; null where they are rules of the tree itself.</param>
public sealed record UpliftSegment(string Name, string Arm, MeanDifference Effect, double? Expected);

/// <summary>What an arm changes segment by segment, measured on users by whom neither the rule nor the model was found.</summary>
public sealed record UpliftSegments : AnalysisResult
{
    internal UpliftSegments() { }

    /// <summary>What the table is about.</summary>
    public required string Title { get; init; }

    /// <summary>The segments.</summary>
    public required IReadOnlyList<UpliftSegment> Segments { get; init; }

    /// <summary>Who was measured, in words.</summary>
    public required string Measured { get; init; }

    /// <summary>The confidence level of the intervals.</summary>
    public required double Level { get; init; }

    /// <summary>The uplifts that were measured, to hold against a truth.</summary>
    public IEnumerable<Figure> Figures => Segments.Where(segment => segment.Effect.IsKnown).Select(segment => new Figure(segment.Name, segment.Effect.Value, Uplift, "mean of the treated less mean of those left alone")
    {
        Interval = segment.Effect.Interval(Level),
        N = segment.Effect.Treated.Count + segment.Effect.Control.Count,
    });

    internal static UpliftSegments Of(UpliftResult result, IReadOnlyList<(string Name, Rule Rule)> segments) => new()
    {
        Title = "Uplift by segment",
        Level = result.Question.Level,
        Measured = $"{Caption.Count(result.Judges.Count)} users that the model did not learn from",
        Segments = [.. segments.SelectMany(segment => Measure(result, segment.Name, segment.Rule.Holds(result.Judges.Features)))],
    };

    internal static UpliftSegments OfTree(UpliftResult result) => new()
    {
        Title = "Rules of the uplift tree",
        Level = result.Question.Level,
        Measured = "the half of the users that the rules were not found on",
        Segments = [.. (result.Tree ?? throw new MissingDataException("No uplift tree was among the learners; add one to see its rules.")).Scorers.Zip(result.Tree.Arms)
            .SelectMany(arm => ((HonestTree)arm.First).Leaves.OrderByDescending(leaf => leaf.Uplift).Select(leaf => new UpliftSegment(leaf.Rule.ToString(), arm.Second, leaf.Effect, null)))],
    };

    /// <inheritdoc/>
    public override Table ToTable() => new(
        Title,
        [
            new("Users who", Format.Text), .. HasSeveralArms ? (TableColumn[])[new("Arm", Format.Text)] : [], new("Treated", Format.Count), new("Left alone", Format.Count),
            new("Alone mean", IsBinary ? Format.Percent() : Format.Number()), .. HasExpected ? (TableColumn[])[new("Expected uplift", Uplift)] : [], new("Uplift", Uplift), new("Lower", Uplift), new("Upper", Uplift),
        ],
        Segments.Select(segment => (object?[])[
            segment.Name, .. HasSeveralArms ? (object?[])[segment.Arm] : [], segment.Effect.Treated.Count, segment.Effect.Control.Count, segment.Effect.Control.Mean,
            .. HasExpected ? (object?[])[segment.Expected] : [], segment.Effect.IsKnown ? segment.Effect.Value : null, segment.Effect.Interval(Level)?.Lower, segment.Effect.Interval(Level)?.Upper]),
        $"measured on {Measured} · {Caption.PerCent(Level)} intervals ({(IsBinary ? "Newcombe" : "Welch")})");

    /// <inheritdoc/>
    public override Chart? ToChart() => Segments.Count < 2 ? null : new BarChart(
        Title, [.. Segments.Select(segment => HasSeveralArms ? $"{segment.Name} ({segment.Arm})" : segment.Name)], new("Users who", Format.Text), new("Uplift", Uplift),
        [
            new("Found", [.. Segments.Select(segment => segment.Effect.IsKnown ? segment.Effect.Value : double.NaN)])
            {
                Lower = [.. Segments.Select(segment => segment.Effect.Interval(Level)?.Lower ?? double.NaN)],
                Upper = [.. Segments.Select(segment => segment.Effect.Interval(Level)?.Upper ?? double.NaN)],
            },
            .. HasExpected ? (Series[])[new("Expected by the model", [.. Segments.Select(segment => segment.Expected ?? double.NaN)])] : [],
        ])
    { Horizontal = true, Subtitle = $"measured on {Measured} · {Caption.PerCent(Level)} intervals" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => HasExpected || Segments.Count > Segments.Select(segment => segment.Arm).Distinct().Count() ? []
        : ["No rule parts users by uplift: no question makes a difference between parts that chance does not explain."];

    private bool IsBinary => Segments.All(segment => segment.Effect.IsBinary);

    private bool HasExpected => Segments.Any(segment => segment.Expected is not null);

    private bool HasSeveralArms => Segments.Select(segment => segment.Arm).Distinct().Skip(1).Any();

    private Format Uplift => IsBinary ? Format.Points() : Format.Number();

    private static IEnumerable<UpliftSegment> Measure(UpliftResult result, string name, IReadOnlyList<bool> holds)
    {
        int[] rows = [.. Enumerable.Range(0, holds.Count).Where(row => holds[row])];
        return result.All.Arms.Index().Skip(1).Select(arm => new UpliftSegment(
            name, arm.Item, MeanDifference.Of(result.Judges, rows, arm.Index), rows.Length == 0 ? null : rows.Average(row => result.Predicted[arm.Index - 1][row])));
    }
}
