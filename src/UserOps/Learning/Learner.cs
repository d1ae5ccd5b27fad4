namespace UserOps.Learning;

/// <summary>How a model is learnt.</summary>
public enum Learner
{
    /// <summary>Gradient-boosted trees of LightGBM.</summary>
    LightGbm,
    /// <summary>Gradient-boosted trees of ML.NET itself, where the native library of LightGBM is missing.</summary>
    FastTree,
    /// <summary>A linear model: logistic regression for outcomes, ridge regression for amounts.</summary>
    Linear,
}

/// <summary>How much each outcome weighs in training.</summary>
public enum ClassWeight
{
    /// <summary>Every user weighs the same.</summary>
    Equal,
    /// <summary>Both outcomes weigh the same in total; probabilities are set back to the true share afterwards.</summary>
    Balanced,
}
