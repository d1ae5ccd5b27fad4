using System.Collections.Concurrent;
using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>Scores of users beside what came true, for users that the model did not learn from: hold-out or out-of-fold.</summary>
/// <remarks>Ranks (AUC, precision, lift) take scores of any scale; Brier score, log loss and reliability need probabilities.</remarks>
public sealed class BinaryScores
{
    private readonly double[] _scores;
    private readonly bool[] _outcomes;
    private readonly Lazy<TiedRanks> _ranks;
    private readonly Lazy<Placements> _placements;
    private readonly ConcurrentDictionary<(Type, double, int), object?> _drawn = new();

    /// <summary>Pairs scores with outcomes.</summary>
    /// <param name="scores">A finite score for each user: the higher, the likelier the outcome.</param>
    /// <param name="outcomes">Whether the outcome came true, for the same users.</param>
    /// <exception cref="UserOpsException">Lengths differ or a score is not finite.</exception>
    /// <exception cref="InsufficientDataException">All outcomes are equal.</exception>
    public BinaryScores(IReadOnlyList<double> scores, IReadOnlyList<bool> outcomes)
    {
        if (scores.Count != outcomes.Count)
            throw new UserOpsException($"Found {scores.Count} scores but {outcomes.Count} outcomes; one of each is needed for every user.");
        (_scores, _outcomes) = ([.. scores], [.. outcomes]);
        int odd = Array.FindIndex(_scores, score => !double.IsFinite(score));
        if (odd >= 0)
            throw new UserOpsException($"Score {odd + 1} of {Count} is {_scores[odd]}; finite numbers are needed. Look for missing values in what was scored.");
        Positives = _outcomes.AsSpan().Count(true);
        if (Positives == 0 || Negatives == 0)
            throw new InsufficientDataException(
                $"{Positives} of {Count} users with the outcome", "at least one user with and one without it",
                "Evaluate on more users, a longer horizon or another definition of the outcome.");
        _ranks = new(() => TiedRanks.Of(_scores));
        _placements = new(() => Placements.Of(this));
    }

    /// <summary>The scores.</summary>
    public IReadOnlyList<double> Scores => _scores;

    /// <summary>The outcomes.</summary>
    public IReadOnlyList<bool> Outcomes => _outcomes;

    /// <summary>How many users.</summary>
    public int Count => _scores.Length;

    /// <summary>How many of them had the outcome.</summary>
    public int Positives { get; }

    /// <summary>How many of them had not.</summary>
    public int Negatives => Count - Positives;

    /// <summary>The share with the outcome.</summary>
    public double BaseRate => (double)Positives / Count;

    /// <summary>The chance that a user with the outcome scores higher than one without it; ties count half. See <see cref="RocAuc"/> for the interval.</summary>
    public double Auc => Placements.Auc;

    /// <summary>The mean precision over the users with the outcome, each at the depth of its own score; equal scores enter together.</summary>
    public double AveragePrecision => Statistics.AveragePrecision.Of(this);

    internal ReadOnlySpan<double> ScoreSpan => _scores;

    internal ReadOnlySpan<bool> OutcomeSpan => _outcomes;

    /// <summary>The users from the highest score down, tied ones together.</summary>
    internal TiedRanks Ranks => _ranks.Value;

    internal Placements Placements => _placements.Value;

    /// <summary>The AUC with its interval.</summary>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    public AucEstimate RocAuc(double level = 0.95) => DeLong.Estimate(this, level);

    /// <summary>The bootstrap interval (BCa) of <see cref="AveragePrecision"/>; null where most samples miss a class, and for a perfect order.</summary>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="seed">The seed of the samples.</param>
    /// <remarks>With fewer than some 40 users with the outcome it holds the true value a few points less often than its level says.</remarks>
    public Interval? AveragePrecisionInterval(double level = 0.95, int seed = 1) => Once(level, seed, () => Statistics.AveragePrecision.Interval(this, level, seed));

    /// <summary>How good the scores are as probabilities.</summary>
    /// <param name="level">The confidence level of the intervals.</param>
    /// <exception cref="UserOpsException">A score is not between 0 and 1.</exception>
    public ProbabilityScores Probability(double level = 0.95) => ProbabilityScores.Of(this, level);

    /// <summary>Whether a score of 20 % comes true for one user in five.</summary>
    /// <param name="binning">How scores are cut into bins.</param>
    /// <param name="bins">How many bins, at least 2.</param>
    /// <param name="level">The confidence level of the intervals.</param>
    /// <param name="seed">The seed for what chance alone would give.</param>
    /// <exception cref="UserOpsException">A score is not between 0 and 1.</exception>
    public ReliabilityCurve Reliability(Binning binning = Binning.EqualMass, int bins = 10, double level = 0.95, int seed = 1) =>
        ReliabilityCurve.Of(this, binning, bins, level, seed);

    /// <summary>How many of the users with the outcome are found among those with the highest scores.</summary>
    /// <param name="level">The confidence level of the intervals.</param>
    /// <param name="seed">The seed of the bootstrap.</param>
    public GainCurve Gain(double level = 0.95, int seed = 1) => Once(level, seed, () => GainCurve.Of(this, level, seed));

    /// <summary>Whether this model ranks better than another on the same users.</summary>
    /// <param name="other">Scores of the same users, in the same order.</param>
    /// <param name="level">The confidence level of the difference.</param>
    /// <exception cref="UserOpsException">The outcomes are not the same.</exception>
    public AucDifference CompareAuc(BinaryScores other, double level = 0.95) => DeLong.Compare(this, other, level);

    /// <summary>The same users under other scores, such as calibrated ones.</summary>
    public BinaryScores With(Func<double, double> change) => new([.. _scores.Select(change)], _outcomes);

    /// <summary>What a thousand samples were drawn for is kept: a page shows it in several places.</summary>
    private T Once<T>(double level, int seed, Func<T> ask) => (T)_drawn.GetOrAdd((typeof(T), level, seed), _ => ask())!;

    internal void NeedProbabilities()
    {
        foreach (double score in _scores)
            if (!(score >= 0 && score <= 1))
                throw new UserOpsException($"Found the score {score}, which is no probability; values from 0 to 1 are needed. Calibrate the scores first.");
    }
}
