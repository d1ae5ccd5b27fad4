namespace UserOps.Survival;

/// <summary>What a fitted Cox model is made of.</summary>
internal sealed record CoxFit(DesignMatrix Design, CoxRows Rows, RiskSets Sets, SpellGroups Strata);
