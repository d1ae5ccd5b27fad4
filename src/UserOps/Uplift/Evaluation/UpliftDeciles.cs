using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;

namespace UserOps.Uplift;

/// <summary>Users of a range of scores.</summary>
/// <param name="Users">How many.</param>
/// <param name="Expected">Their mean score: the uplift that the model promises, where scores are uplifts.</param>
/// <param name="Effect">What the arm changed among them.</param>
public sealed record UpliftBin(int Users, double Expected, MeanDifference Effect);

/// <summary>Uplift by groups of falling score: does the arm change those most of whom the model says so?</summary>
public sealed record UpliftDeciles : AnalysisResult
{
    internal UpliftDeciles() { }

    /// <summary>The groups, the highest scores first; fewer than asked for where users share scores.</summary>
    public required IReadOnlyList<UpliftBin> Bins { get; init; }

    /// <summary>What the arm changed among all users.</summary>
    public required MeanDifference Overall { get; init; }

    /// <summary>The arm; empty where there is only one.</summary>
    public string Arm { get; init; } = "";

    /// <summary>The confidence level of the intervals.</summary>
    public required double Level { get; init; }

    internal static UpliftDeciles Of(UpliftScores scores, int bins, double level) => new()
    {
        Bins = [.. ScoreBins.Of(scores.Scores, Binning.EqualMass, bins).Reverse().Select(rows => new UpliftBin(rows.Length, rows.Average(row => scores.Scores[row]), scores.Difference(rows)))],
        Overall = scores.Effect,
        Level = level,
    };

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Uplift by score{OfArm}",
        [
            new("Group", Format.Text), new("Users", Format.Count), new("Treated", Format.Count), new("Left alone", Format.Count), new("Treated mean", Mean), new("Alone mean", Mean),
            new("Expected uplift", Uplift), new("Uplift", Uplift), new("Lower", Uplift), new("Upper", Uplift),
        ],
        [
            .. Bins.Select((bin, i) => Row(Name(i), bin.Users, bin.Expected, bin.Effect)),
            Row("all", Bins.Sum(bin => bin.Users), Bins.Sum(bin => bin.Users * bin.Expected) / Bins.Sum(bin => bin.Users), Overall),
        ],
        Small);

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        $"Uplift by score{OfArm}", [.. Bins.Select((_, i) => Name(i))], new("Group of users, the highest scores first", Format.Text), new("Uplift", Uplift),
        [
            new("Found", [.. Bins.Select(bin => bin.Effect.IsKnown ? bin.Effect.Value : double.NaN)])
            {
                Lower = [.. Bins.Select(bin => bin.Effect.Interval(Level)?.Lower ?? double.NaN)],
                Upper = [.. Bins.Select(bin => bin.Effect.Interval(Level)?.Upper ?? double.NaN)],
            },
            new("Expected", [.. Bins.Select(bin => bin.Expected)]),
        ])
    { Subtitle = Small };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => Bins.Count(bin => bin.Effect.Interval(Level) is { Upper: < 0 }) is var below and > 0
        ? [$"In {below} of {Bins.Count} groups the arm lowers the outcome, beyond what chance explains: leave those users alone."] : [];

    private Format Mean => Overall.IsBinary ? Format.Percent() : Format.Number();

    private Format Uplift => Overall.IsBinary ? Format.Points() : Format.Number();

    private string OfArm => Arm.Length == 0 ? "" : $": {Arm}";

    private string Small => $"n = {Caption.Count(Overall.Treated.Count)} treated and {Caption.Count(Overall.Control.Count)} left alone, none of whom the model learnt from · "
        + $"{Caption.PerCent(Level)} intervals ({(Overall.IsBinary ? "Newcombe" : "Welch")})";

    private static string Name(int bin) => FormattableString.Invariant($"{bin + 1}");

    private object?[] Row(string name, int users, double expected, MeanDifference effect) =>
    [
        name, users, effect.Treated.Count, effect.Control.Count, effect.Treated.Mean, effect.Control.Mean, expected, effect.IsKnown ? effect.Value : null,
        effect.Interval(Level)?.Lower, effect.Interval(Level)?.Upper,
    ];
}
