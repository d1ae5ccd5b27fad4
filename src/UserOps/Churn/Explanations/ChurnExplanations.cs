using UserOps.Features;
using UserOps.Learning;

namespace UserOps.Churn;

/// <summary>What a model of churn looks at.</summary>
public static class ChurnExplanations
{
    /// <summary>Which features the model lives on, among users that it did not learn from.</summary>
    /// <param name="result">The model and how it was judged.</param>
    /// <param name="seed">The seed of the shuffles.</param>
    public static FeatureImportance Importance(this ChurnResult result, int seed = 1) =>
        FeatureImportance.Of(result.ScoreUnseen, result.UnseenFeatures, result.Unseen.Outcomes, result.Level, seed);

    /// <summary>How the probability moves with one feature.</summary>
    /// <param name="result">The model and how it was judged.</param>
    /// <param name="feature">The name of the feature; the most important one when absent.</param>
    /// <param name="seed">The seed of the users taken.</param>
    /// <exception cref="UserOpsException">There is no such feature.</exception>
    public static PartialDependence Dependence(this ChurnResult result, string? feature = null, int seed = 1) =>
        PartialDependence.Of(result.Model.Suppose, result.UnseenFeatures, feature ?? result.Importance(seed).Features[0].Feature.Name, result.Level, seed);

    /// <summary>Why the model gives users their probabilities.</summary>
    /// <param name="model">The model.</param>
    /// <param name="users">The users, all of whom may be compared with.</param>
    /// <param name="rows">The rows to explain.</param>
    /// <param name="seed">The seed of the users compared with.</param>
    /// <exception cref="InsufficientDataException">There are fewer than two users.</exception>
    public static IReadOnlyList<UserExplanation> Explain(this ChurnModel model, FeatureTable users, IReadOnlyList<int> rows, int seed = 1) =>
        UserExplanation.Of(Matching(model, users), users, rows, seed);

    /// <summary>What the model would say of a user with other features.</summary>
    /// <param name="model">The model.</param>
    /// <param name="users">The table that holds the user.</param>
    /// <param name="id">The user.</param>
    /// <param name="changes">The new value of each feature: a number, true or false, or a word that the table knows.</param>
    /// <exception cref="UserOpsException">The user or a feature is unknown, or a value does not fit.</exception>
    public static WhatIf WhatIf(this ChurnModel model, FeatureTable users, string id, params (string Feature, object Value)[] changes) =>
        Churn.WhatIf.Of(Matching(model, users), users, id, changes.ToDictionary(change => change.Feature, change => change.Value));

    private static Func<FeatureTable, double[]> Matching(ChurnModel model, FeatureTable users)
    {
        FeatureContract.Require(model.Contract, users);
        return model.Suppose;
    }
}
