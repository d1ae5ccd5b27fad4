using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Statistics;

/// <summary>How much is found when the users with the highest scores are taken.</summary>
/// <param name="Depth">The share of all users taken, highest scores first.</param>
/// <param name="Users">How many that are.</param>
/// <param name="Found">How many of them had the outcome; not whole where equal scores straddle the depth.</param>
/// <param name="Capture">The share of all users with the outcome that is found.</param>
/// <param name="CaptureInterval">The bootstrap interval of the capture; null where most samples miss a class.</param>
public sealed record GainPoint(double Depth, double Users, double Found, double Capture, Interval? CaptureInterval)
{
    /// <summary>Capture ÷ depth: how many times more are found than by taking users at random.</summary>
    public double Lift => Capture / Depth;

    /// <summary>The share of those taken that had the outcome.</summary>
    public double Precision => Found / Users;
}

/// <summary>Gain and lift by depth: how many of the users with the outcome are among those with the highest scores.</summary>
/// <remarks>Of users with equal scores that straddle a depth, the expected number under a random order is counted. Intervals are percentile bootstrap intervals.</remarks>
public sealed record GainCurve : AnalysisResult
{
    private const int Replicates = 1000;
    private static readonly double[] Depths = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

    internal GainCurve() { }

    /// <summary>One point for each depth, ascending.</summary>
    public required IReadOnlyList<GainPoint> Points { get; init; }

    /// <summary>How many users were scored.</summary>
    public required int Users { get; init; }

    /// <summary>The share of them with the outcome: the precision of taking users at random.</summary>
    public required double BaseRate { get; init; }

    /// <summary>The tenth of users with the highest scores.</summary>
    public GainPoint TopDecile => Points.Single(point => point.Depth == 0.1);

    internal static GainCurve Of(BinaryScores scores, double level, int seed)
    {
        double[] found = [.. scores.Outcomes.Select(outcome => outcome ? 1.0 : 0)];
        double[] captures = Captures(scores, found, default);
        double[][] drawn = Bootstrap.Estimates(scores.Count, Replicates, seed, times => Captures(scores, found, times));
        return new()
        {
            Users = scores.Count,
            BaseRate = scores.BaseRate,
            Points = [.. Depths.Select((depth, i) => new GainPoint(
                depth, depth * scores.Count, captures[i] * scores.Positives, captures[i], Bootstrap.Percentile(drawn.Select(sample => sample[i]), level)))],
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What is found by taking the highest scores",
        [
            new("Taken", Format.Percent(0)), new("Users", Format.Count), new("With the outcome", Format.Count), new("Precision", Format.Percent()),
            new("Captured", Format.Percent()), new("Lower", Format.Percent()), new("Upper", Format.Percent()), new("Lift", Format.Number()),
        ],
        Points.Select(point => new object?[]
        {
            point.Depth, point.Users, point.Found, point.Precision, point.Capture, point.CaptureInterval?.Lower, point.CaptureInterval?.Upper, point.Lift,
        }),
        Small);

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        "What is found by taking the highest scores",
        [.. Points.Select(point => point.Depth).Prepend(0).Cast<object>()],
        new("Share of users taken", Format.Percent(0)),
        new("Share of users with the outcome found", Format.Percent(0)),
        [
            new("By score", Curve(point => point.Capture)) { Lower = Curve(Lower), Upper = Curve(Upper) },
            new("At random", Curve(point => point.Depth)),
            new("Best possible", Curve(point => Math.Min(1, point.Depth / BaseRate))),
        ])
    { Subtitle = Small };

    private string Small =>
        $"n = {Caption.Count(Users)} users, {Format.Percent().Write(BaseRate)} with the outcome · {Caption.PerCent(Points[0].CaptureInterval?.Level ?? 0.95)} bootstrap intervals";

    private static double Lower(GainPoint point) => point.CaptureInterval?.Lower ?? double.NaN;

    private static double Upper(GainPoint point) => point.CaptureInterval?.Upper ?? double.NaN;

    private double[] Curve(Func<GainPoint, double> value) => [0, .. Points.Select(value)];

    private static double[] Captures(BinaryScores scores, double[] found, ReadOnlySpan<int> times)
    {
        double[] captures = scores.Ranks.SumsTo(Depths, times, found);
        double all = captures[^1];
        for (int i = 0; i < captures.Length; i++)
            captures[i] /= all;
        return captures;
    }
}
