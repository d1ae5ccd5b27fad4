using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Samples;

namespace UserOps.Statistics;

/// <summary>The users of similar scores, and how many of them had the outcome.</summary>
/// <param name="Users">How many.</param>
/// <param name="Positives">How many of them had the outcome.</param>
/// <param name="MeanScore">Their mean probability.</param>
/// <param name="Interval">The Wilson interval of their rate.</param>
public sealed record ReliabilityBin(int Users, int Positives, double MeanScore, Interval Interval)
{
    /// <summary>The share that had the outcome.</summary>
    public double Rate => (double)Positives / Users;
}

/// <summary>Probabilities against rates: a calibrated model follows the diagonal.</summary>
/// <remarks>
/// Expected calibration error: M. P. Naeini, G. F. Cooper and M. Hauskrecht (2015), AAAI. It is above 0 by chance alone; <see cref="ErrorByChance"/> says by how
/// much for a model that is exactly right: J. Bröcker and L. A. Smith (2007), "Increasing the reliability of reliability diagrams", Weather and Forecasting 22.
/// </remarks>
public sealed record ReliabilityCurve : AnalysisResult
{
    private const int Draws = 400;

    internal ReliabilityCurve() { }

    /// <summary>The bins that hold users, from the lowest scores up.</summary>
    public required IReadOnlyList<ReliabilityBin> Bins { get; init; }

    /// <summary>How scores were cut.</summary>
    public required Binning Binning { get; init; }

    /// <summary>Expected calibration error: the mean distance between score and rate, weighted by users.</summary>
    public required double Error { get; init; }

    /// <summary>The error that a perfectly calibrated model would show on as many users: mean and 95th percentile.</summary>
    public required (double Mean, double High) ErrorByChance { get; init; }

    /// <summary>The largest distance between score and rate of a bin.</summary>
    public double LargestError => Bins.Max(bin => Math.Abs(bin.Rate - bin.MeanScore));

    /// <summary>Whether the error is more than chance would give a calibrated model in 95 of 100 cases.</summary>
    public bool IsMiscalibrated => Error > ErrorByChance.High;

    internal static ReliabilityCurve Of(BinaryScores scores, Binning binning, int bins, double level, int seed)
    {
        scores.NeedProbabilities();
        int[][] users = ScoreBins.Of(scores, binning, bins);
        return new()
        {
            Binning = binning,
            Bins = [.. users.Select(bin => BinOf(scores, bin, level))],
            Error = ErrorOf(users, scores, user => scores.OutcomeSpan[user]),
            ErrorByChance = ByChance(users, scores, seed),
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Do the probabilities come true?",
        [
            new("Score", Format.Percent()), new("Users", Format.Count), new("With the outcome", Format.Count),
            new("Rate", Format.Percent()), new("Lower", Format.Percent()), new("Upper", Format.Percent()), new("Rate − score", Format.Points()),
        ],
        Bins.Select(bin => new object?[]
        {
            bin.MeanScore, bin.Users, bin.Positives, bin.Rate, bin.Interval.Lower, bin.Interval.Upper, bin.Rate - bin.MeanScore,
        }),
        $"n = {Caption.Count(Bins.Sum(bin => bin.Users))} users · {Words} · {Caption.Level(Bins[0].Interval.Level)} · expected calibration error {Points(Error)}; "
            + $"chance alone gives a calibrated model {Points(ErrorByChance.Mean)}, in 95 of 100 cases below {Points(ErrorByChance.High)}");

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        "Do the probabilities come true?",
        [.. Bins.Select(bin => (object)bin.MeanScore)],
        new("Mean probability of the bin", Format.Percent(0)),
        new("Share with the outcome", Format.Percent(0)),
        [
            new("What came true", [.. Bins.Select(bin => bin.Rate)]) { Lower = [.. Bins.Select(bin => bin.Interval.Lower)], Upper = [.. Bins.Select(bin => bin.Interval.Upper)] },
            new("Perfectly calibrated", [.. Bins.Select(bin => bin.MeanScore)]),
        ])
    { Subtitle = $"n = {Caption.Count(Bins.Sum(bin => bin.Users))} users · {Words} · {Caption.Level(Bins[0].Interval.Level)}" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => IsMiscalibrated
        ? ["The probabilities are off by more than chance explains: calibrate them before money is reckoned with them."]
        : [];

    private string Words => Binning == Binning.EqualMass ? $"{Bins.Count} bins of equally many users" : $"{Bins.Count} bins of equal width";

    private static string Points(double error) => Format.Percent(2).Write(error);

    private static ReliabilityBin BinOf(BinaryScores scores, int[] users, double level)
    {
        int positives = users.Count(user => scores.Outcomes[user]);
        return new(users.Length, positives, users.Average(user => scores.Scores[user]), Wilson.Interval(positives, users.Length, level));
    }

    private static double ErrorOf(int[][] bins, BinaryScores scores, Func<int, bool> outcome)
    {
        double sum = 0;
        foreach (int[] bin in bins)
        {
            double surplus = 0;
            foreach (int user in bin)
                surplus += (outcome(user) ? 1 : 0) - scores.ScoreSpan[user];
            sum += Math.Abs(surplus);
        }
        return sum / scores.Count;
    }

    private static (double Mean, double High) ByChance(int[][] bins, BinaryScores scores, int seed)
    {
        double[] errors = new double[Draws];
        Parallel.For(0, Draws, draw =>
        {
            var chance = Chance.For(seed, Purpose.Resample, draw);
            errors[draw] = ErrorOf(bins, scores, user => chance.Happens(scores.ScoreSpan[user]));
        });
        Array.Sort(errors);
        return (errors.Average(), errors[(int)(0.95 * Draws)]);
    }
}
