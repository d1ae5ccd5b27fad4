namespace UserOps.Retention;

/// <summary>The coming and going of one step; counts are null where the step or the one before it is not fully in the data.</summary>
/// <param name="Start">The first day of the step.</param>
/// <param name="Active">Users active in the step: new + retained + resurrected.</param>
/// <param name="New">Active for the first time.</param>
/// <param name="Retained">Active in this step and the one before.</param>
/// <param name="Resurrected">Active in this step and an earlier one, but not in the one before.</param>
/// <param name="Dormant">Active in the step before, but not in this one.</param>
public sealed record LifecycleStep(DateOnly Start, int? Active, int? New, int? Retained, int? Resurrected, int? Dormant)
{
    /// <summary>New + resurrected − dormant: by how many users the step is larger than the one before.</summary>
    public int? Change => New + Resurrected - Dormant;

    /// <summary>(New + resurrected) ÷ dormant: above 1 the product grows; null where nobody left.</summary>
    public double? QuickRatio => Dormant > 0 ? (double?)(New + Resurrected) / Dormant : null;
}
