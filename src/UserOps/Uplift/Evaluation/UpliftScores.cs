using UserOps.Statistics;

namespace UserOps.Uplift;

/// <summary>Scores of users beside the arm that each got by lot and what came of it, for users that the model did not learn from.</summary>
/// <remarks>Uplift of one user is never seen; groups of users are compared, so the arm must have been assigned by lot and not by the score.</remarks>
public sealed class UpliftScores
{
    private readonly double[] _scores, _outcomes;
    private readonly bool[] _treated;
    private readonly Lazy<TiedRanks> _ranks;
    private readonly Lazy<UpliftAreas> _areas;

    /// <summary>Pairs scores with arms and outcomes.</summary>
    /// <param name="scores">A finite score for each user: the higher, the more the arm is expected to change.</param>
    /// <param name="treated">Whether the user was treated.</param>
    /// <param name="outcomes">The outcome: 1 and 0, or an amount.</param>
    /// <exception cref="UserOpsException">Lengths differ, or a score or an outcome is not finite.</exception>
    /// <exception cref="InsufficientDataException">Nobody was treated, or nobody was left alone.</exception>
    public UpliftScores(IReadOnlyList<double> scores, IReadOnlyList<bool> treated, IReadOnlyList<double> outcomes)
    {
        if (scores.Count != treated.Count || scores.Count != outcomes.Count)
            throw new UserOpsException($"Found {scores.Count} scores, {treated.Count} arms and {outcomes.Count} outcomes; one of each is needed for every user.");
        (_scores, _treated, _outcomes) = ([.. scores], [.. treated], [.. outcomes]);
        NeedFinite(_scores, "Score");
        NeedFinite(_outcomes, "Outcome");
        TreatedCount = _treated.Count(one => one);
        if (TreatedCount == 0 || TreatedCount == Count)
            throw new InsufficientDataException($"{TreatedCount} treated users and {Count - TreatedCount} left alone", "at least one of each are", "Evaluate on users of both arms.");
        IsBinary = Array.TrueForAll(_outcomes, outcome => outcome is 0 or 1);
        _ranks = new(() => TiedRanks.Of(_scores));
        _areas = new(() => UpliftAreas.Of(this, default, 0));
    }

    /// <summary>The scores.</summary>
    public IReadOnlyList<double> Scores => _scores;

    /// <summary>Whether each user was treated.</summary>
    public IReadOnlyList<bool> Treated => _treated;

    /// <summary>The outcomes.</summary>
    public IReadOnlyList<double> Outcomes => _outcomes;

    /// <summary>How many users there are.</summary>
    public int Count => _scores.Length;

    /// <summary>How many of them were treated.</summary>
    public int TreatedCount { get; }

    /// <summary>Whether all outcomes are 0 or 1.</summary>
    public bool IsBinary { get; }

    /// <summary>What the arm changed on average.</summary>
    public MeanDifference Effect => Difference([.. Enumerable.Range(0, Count)]);

    internal ReadOnlySpan<bool> TreatedSpan => _treated;

    internal ReadOnlySpan<double> OutcomeSpan => _outcomes;

    internal TiedRanks Ranks => _ranks.Value;

    /// <summary>The area of a variant; null where it has no meaning: amounts have no best order, and without a positive effect there is none without negative ones.</summary>
    public double? Area(QiniVariant variant) => _areas.Value[variant] is var area && double.IsNaN(area) ? null : area;

    /// <summary>The area of a variant with its bootstrap interval; null where it has no meaning.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="seed">The seed of the samples.</param>
    public Estimate? AreaEstimate(QiniVariant variant, double level = 0.95, int seed = 1) => UpliftBootstrap.Of([this], level, seed).Area(0, variant);

    /// <summary>The Qini curve with its bootstrap band.</summary>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="seed">The seed of the samples.</param>
    public QiniCurve Curve(double level = 0.95, int seed = 1) => QiniCurve.Of([("Model", this)], UpliftBootstrap.Of([this], level, seed));

    /// <summary>By how much this model's area is larger than another's on the same users, with the interval of the paired bootstrap; null where it has no meaning.</summary>
    /// <param name="other">Other scores of the same users, in the same order.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="seed">The seed of the samples.</param>
    /// <exception cref="UserOpsException">The users are not the same.</exception>
    public Estimate? Compare(UpliftScores other, QiniVariant variant = QiniVariant.Area, double level = 0.95, int seed = 1) =>
        UpliftBootstrap.Of([this, other], level, seed).Difference(0, 1, variant);

    /// <summary>The uplift of groups of equally many users by falling score.</summary>
    /// <param name="bins">How many groups, 2 or more; users of equal scores share one.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    public UpliftDeciles Deciles(int bins = 10, double level = 0.95) => UpliftDeciles.Of(this, bins, level);

    internal MeanDifference Difference(int[] rows)
    {
        MeanSums treated = default, control = default;
        foreach (int row in rows)
            if (_treated[row])
                treated = treated.Add(_outcomes[row]);
            else
                control = control.Add(_outcomes[row]);
        return new(treated, control, IsBinary);
    }

    internal bool HasSameUsers(UpliftScores other) => _treated.AsSpan().SequenceEqual(other._treated) && _outcomes.AsSpan().SequenceEqual(other._outcomes);

    private static void NeedFinite(double[] values, string what)
    {
        if (Array.FindIndex(values, value => !double.IsFinite(value)) is var row and >= 0)
            throw new UserOpsException($"{what} {row + 1} of {values.Length} is {values[row]}; finite numbers are needed. Look for missing values in what was scored.");
    }
}
