namespace UserOps.Uplift;

/// <summary>How the area under a curve of uplift becomes one number: packages differ, so the variant is always named.</summary>
public enum QiniVariant
{
    /// <summary>The mean height of the Qini curve above the line of a random order, for each treated user: in the unit of the outcome, for amounts too.</summary>
    Area,
    /// <summary>The area between Qini curve and random line over that of the best possible order, effects below zero included: <c>qini_auc_score</c> of scikit-uplift.</summary>
    Qini,
    /// <summary>The same over the best order without effects below zero: q₀ of Radcliffe; <c>qini_auc_score(negative_effect=False)</c> of scikit-uplift.</summary>
    QiniWithoutNegative,
    /// <summary>The area between uplift curve and random line over that of the best possible order: <c>uplift_auc_score</c> (AUUC) of scikit-uplift.</summary>
    Auuc,
}
