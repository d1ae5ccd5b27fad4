using UserOps.Features;
using UserOps.Learning;

namespace UserOps.Uplift;

/// <summary>A model of a new outcome whose mean is the uplift.</summary>
/// <param name="Model">The model.</param>
/// <param name="IsClass">Whether it tells the probability of having done what helps: the outcome when treated, none when left alone.</param>
internal sealed record TransformedOutcome(LearnedModel Model, bool IsClass) : IUpliftScorer
{
    /// <param name="users">The users of the control and of one treated arm.</param>
    /// <param name="share">The chance of being treated.</param>
    /// <param name="options">How to learn.</param>
    public static TransformedOutcome Fit(AssignedUsers users, double share, LearningOptions options)
    {
        bool[] isTreated = [.. users.ArmOf.Select(arm => arm != 0)];
        if (!users.IsBinary)
            return new(LearnedModel.FitAmount(users.Features, [.. users.Outcomes.Select((outcome, row) => isTreated[row] ? outcome / share : -outcome / (1 - share))], options), false);
        bool[] helps = [.. users.Outcomes.Select((outcome, row) => outcome > 0 == isTreated[row])];
        // Weights of mean 1, as if both arms had been of the same size.
        return new(LearnedModel.FitBinary(users.Features, helps, options, [.. isTreated.Select(treated => 0.5 / (treated ? share : 1 - share))]), true);
    }

    public double[] Uplift(FeatureTable features) => IsClass ? [.. Model.Score(features).Select(probability => 2 * probability - 1)] : Model.Score(features);
}
