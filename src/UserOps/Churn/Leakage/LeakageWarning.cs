using System.Globalization;

namespace UserOps.Churn;

/// <summary>A feature that tells the outcome too well to be known before it.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Auc">The AUC of this feature alone, on users that were not used to order its values.</param>
/// <param name="AucWithout">The AUC of a logistic model without it; null where the feature alone says enough.</param>
/// <param name="AucWith">The AUC of a logistic model with it; null where the feature alone says enough.</param>
public sealed record LeakageWarning(string Feature, double Auc, double? AucWith, double? AucWithout)
{
    /// <summary>The warning in words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"'{Feature}' alone reaches an AUC of {Auc:0.000}{(AucWithout is null ? "" : $"; without it a logistic model falls from {AucWith:0.000} to {AucWithout:0.000}")}. ")
        + "Is it known when you decide whom to keep? If it is written at or after the outcome, leave it out: the scores would not hold in use.";
}
