using UserOps.Features;
using UserOps.Learning;

namespace UserOps.Uplift;

/// <summary>A model of uplift: features in, by how much each arm would change the outcome.</summary>
public sealed class UpliftModel
{
    private readonly IReadOnlyList<IUpliftScorer> _scorers;
    private readonly IReadOnlyList<TrainedFeature> _contract;

    private UpliftModel(UpliftLearner learner, IReadOnlyList<string> arms, IReadOnlyList<IUpliftScorer> scorers, IReadOnlyList<TrainedFeature> contract) =>
        (Learner, Arms, _scorers, _contract) = (learner, arms, scorers, contract);

    /// <summary>How it was learnt.</summary>
    public UpliftLearner Learner { get; }

    /// <summary>The treated arms.</summary>
    public IReadOnlyList<string> Arms { get; }

    /// <summary>The features that it needs, as they were spread among the users it learnt from.</summary>
    public IReadOnlyList<TrainedFeature> Contract => _contract;

    internal IReadOnlyList<IUpliftScorer> Scorers => _scorers;

    /// <summary>By how much each arm would change the outcome of each user, in the unit of the outcome: one array an arm, in the order of <see cref="Arms"/>.</summary>
    /// <exception cref="UserOpsException">A feature is missing or of another kind; the message names every difference.</exception>
    public IReadOnlyList<double[]> Uplift(FeatureTable features)
    {
        FeatureContract.Require(_contract, features);
        return [.. _scorers.Select(scorer => scorer.Uplift(features))];
    }

    internal static UpliftModel Fit(AssignedUsers users, UpliftLearner learner, int seed) =>
        new(learner, [.. users.Arms.Skip(1)], learner.Fit(users, seed), FeatureContract.Of(users.Features));
}
