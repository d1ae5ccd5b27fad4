using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>Every figure by which a model of churn is judged, with its interval, on users that it did not learn from.</summary>
public sealed record ChurnFigures : AnalysisResult
{
    internal ChurnFigures() { }

    /// <summary>The calibrated predictions, and what came true.</summary>
    public required BinaryScores Scores { get; init; }

    /// <summary>The figures: ranks first, then probabilities.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>The confidence level of the intervals.</summary>
    public required double Level { get; init; }

    internal static ChurnFigures Of(BinaryScores scores, double level)
    {
        var (auc, top, reliability, probability) = (scores.RocAuc(level), scores.Gain(level).TopDecile, scores.Reliability(level: level), scores.Probability(level));
        var parts = probability.Parts;
        return new()
        {
            Scores = scores,
            Level = level,
            Figures =
            [
                new("ROC-AUC", auc.Value, Format.Number(3), "chance that a leaver scores above a stayer; a coin has 0.5") { Interval = auc.Interval, N = scores.Count },
                new("Average precision", scores.AveragePrecision, Format.Number(3), $"area under precision and recall; a coin has the base rate, {Format.Number(3).Write(scores.BaseRate)}")
                {
                    Interval = scores.AveragePrecisionInterval(level),
                    N = scores.Count,
                },
                new("Captured by the top tenth", top.Capture, Format.Percent(), $"share of all leavers among the tenth with the highest scores; lift {Format.Number(1).Write(top.Lift)}")
                {
                    Interval = top.CaptureInterval,
                    N = scores.Count,
                },
                new("Brier score", probability.Brier, Format.Number(4), $"mean squared error; the base rate for everybody has {Format.Number(4).Write(parts.Uncertainty)}")
                {
                    Interval = probability.BrierInterval,
                    N = scores.Count,
                },
                new("… of it, miscalibration", parts.Reliability, Format.Number(4), "reliability in ten bins; 0 is calibrated"),
                new("… earned by telling users apart", parts.Resolution, Format.Number(4), "resolution in ten bins; more is better"),
                new("Log loss", probability.LogLoss, Format.Number(4), "mean of −ln of the probability given to what came true, in nats") { Interval = probability.LogLossInterval, N = scores.Count },
                new("Calibration error", reliability.Error, Format.Percent(), $"mean distance of probability and rate in ten bins; chance alone gives {Format.Percent().Write(reliability.ErrorByChance.Mean)}"),
            ],
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => Figure.Table("How good the model is", Figures,
        $"n = {Caption.Count(Scores.Count)} users that the model did not learn from, {Caption.Count(Scores.Positives)} left · {Caption.PerCent(Level)} intervals: DeLong for the AUC, bootstrap for average precision and capture, Student for the others");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => Scores.Positives < 40
        ? [$"Only {Scores.Positives} users left: the interval of average precision holds the truth a few points less often than it says."]
        : [];
}
