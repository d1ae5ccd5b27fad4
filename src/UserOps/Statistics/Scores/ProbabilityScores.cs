using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>How far probabilities are from what came true.</summary>
/// <param name="Brier">The mean squared distance between probability and outcome: 0 is perfect, <see cref="BrierParts.Uncertainty"/> is no knowledge.</param>
/// <param name="BrierInterval">Its interval; null with fewer than two users, and where nothing was off, which proves no certainty.</param>
/// <param name="LogLoss">The mean of −ln(probability of what came true), in nats.</param>
/// <param name="LogLossInterval">Its interval; null as for the Brier score.</param>
/// <param name="Impossible">How many users did what the model had given probability 0; the log loss takes 10⁻¹⁵ for them, where it would be infinite.</param>
/// <param name="Parts">What the Brier score consists of.</param>
/// <remarks>G. W. Brier (1950), Monthly Weather Review 78; I. J. Good (1952), "Rational decisions", JRSS B 14.</remarks>
public sealed record ProbabilityScores(
    double Brier, Interval? BrierInterval, double LogLoss, Interval? LogLossInterval, int Impossible, BrierParts Parts)
{
    internal const double Least = 1e-15;

    internal static ProbabilityScores Of(BinaryScores scores, double level)
    {
        scores.NeedProbabilities();
        MeanSums brier = default, log = default;
        int impossible = 0;
        for (int i = 0; i < scores.Count; i++)
        {
            double ofOutcome = scores.OutcomeSpan[i] ? scores.ScoreSpan[i] : 1 - scores.ScoreSpan[i];
            brier = brier.Add((1 - ofOutcome) * (1 - ofOutcome));
            log = log.Add(LogLossOf(ofOutcome));
            impossible += ofOutcome == 0 ? 1 : 0;
        }
        bool isPerfect = brier.Sum == 0;
        return new(
            brier.Mean!.Value, isPerfect ? null : brier.Interval(level), log.Mean!.Value, isPerfect ? null : log.Interval(level), impossible, BrierParts.Of(scores));
    }

    /// <summary>The log loss of one user, in nats.</summary>
    /// <param name="ofOutcome">The probability that was given to what came true.</param>
    internal static double LogLossOf(double ofOutcome) => -Math.Log(Math.Max(ofOutcome, Least));
}

/// <summary>What a Brier score consists of: it equals reliability − resolution + uncertainty + within.</summary>
/// <param name="Reliability">How far the bins' mean probabilities are from their rates, squared; 0 is calibrated.</param>
/// <param name="Resolution">How far the bins' rates are from the overall rate, squared; more is better.</param>
/// <param name="Uncertainty">The Brier score of giving everybody the overall rate.</param>
/// <param name="Within">What ten bins do not see: the spread of probabilities inside a bin less twice their covariance with the outcome.</param>
/// <remarks>
/// A. H. Murphy (1973), "A new vector partition of the probability score", Journal of Applied Meteorology 12; the term within bins by
/// D. B. Stephenson, C. A. S. Coelho and I. T. Jolliffe (2008), "Two extra components in the Brier score decomposition", Weather and Forecasting 23.
/// </remarks>
public sealed record BrierParts(double Reliability, double Resolution, double Uncertainty, double Within)
{
    internal static BrierParts Of(BinaryScores scores)
    {
        double reliability = 0, resolution = 0, within = 0;
        foreach (var bin in ScoreBins.Of(scores, Binning.EqualMass, 10))
        {
            double mean = bin.Average(user => scores.Scores[user]), rate = bin.Average(user => scores.OutcomeSpan[user] ? 1.0 : 0);
            reliability += bin.Length * (mean - rate) * (mean - rate);
            resolution += bin.Length * (rate - scores.BaseRate) * (rate - scores.BaseRate);
            within += bin.Sum(user => Spread(scores.Scores[user] - mean, (scores.Outcomes[user] ? 1 : 0) - rate));
        }
        return new(reliability / scores.Count, resolution / scores.Count, scores.BaseRate * (1 - scores.BaseRate), within / scores.Count);
    }

    private static double Spread(double score, double outcome) => score * score - 2 * score * outcome;
}
