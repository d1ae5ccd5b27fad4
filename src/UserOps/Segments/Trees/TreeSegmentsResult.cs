using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Features;

namespace UserOps.Segments.Trees;

/// <summary>Segments that read as rules, the one with the highest rate or mean first; each user is in exactly one.</summary>
public sealed record TreeSegmentsResult : AnalysisResult
{
    internal TreeSegmentsResult() { }

    /// <summary>What was asked.</summary>
    public required TreeSegmentsDefinition Definition { get; init; }

    /// <summary>The users with all their features.</summary>
    public required FeatureTable Users { get; init; }

    /// <summary>How many users the rules were found on.</summary>
    public required int Found { get; init; }

    /// <summary>How many other users the segments were measured on.</summary>
    public required int Measured { get; init; }

    /// <summary>The rate or mean of all users that segments were measured on.</summary>
    public required double Overall { get; init; }

    /// <summary>The segments; only one where no rule tells users apart.</summary>
    public required IReadOnlyList<TreeSegment> Segments { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Segments by rules: {Target}",
        [
            new("Rule", Format.Text), new("Users", Format.Count), new("Share", Format.Percent()), new(Heading, Value), new("Lower", Value), new("Upper", Value),
            new("Against all", Format.Number(2, "×")), new("When found", Value),
        ],
        Segments.Select(segment => (object?[])[
            segment.Rule.ToString(), segment.Users, segment.Share, segment.Value, segment.Interval?.Lower, segment.Interval?.Upper, segment.Value / Overall, segment.WhenFound]),
        $"n = {Caption.Count(Measured)} users, rules found on {Caption.Count(Found)} others · {Users.Known} · all: {Value.Write(Overall)} · {Intervals} · seed {Definition.Seed}");

    /// <inheritdoc/>
    public override Chart? ToChart() => Segments.Count < 2 ? null : new BarChart(
        $"Segments by rules: {Target}",
        [.. Segments.Select(segment => $"{segment.Rule} (n = {Caption.Count(segment.Users)})")],
        new("Rule", Format.Text),
        new(Heading, Value),
        [
            new(Heading, [.. Segments.Select(segment => segment.Value ?? double.NaN)])
            {
                Lower = [.. Segments.Select(segment => segment.Interval?.Lower ?? double.NaN)],
                Upper = [.. Segments.Select(segment => segment.Interval?.Upper ?? double.NaN)],
            },
        ])
    { Horizontal = true, Subtitle = $"n = {Caption.Count(Measured)} users that the rules were not found on · all: {Value.Write(Overall)} · {Intervals}" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Segments.Count > 1 ? (string[])[] : [$"No rule tells users apart in '{Target}': no question makes a significant difference between parts of {Definition.LeastUsers} users or more."],
        "The rules tell who is likely to, not whom a campaign would change; that takes an experiment.",
    ];

    private bool IsRate => Definition.Target.IsRate(Users);

    private string Target => Definition.Target.Describe();

    private string Heading => IsRate ? "Rate" : "Mean";

    private Format Value => IsRate ? Format.Percent() : Format.Number();

    private string Intervals => IsRate ? Caption.Level(Definition.Level) : $"{Format.Percent(0).Write(Definition.Level)} intervals of the mean (Student)";
}
