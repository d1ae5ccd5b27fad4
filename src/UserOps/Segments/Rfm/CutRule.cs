namespace UserOps.Segments.Rfm;

/// <summary>To which side of a cut point a value belongs. Whatever the rule, equal values always get equal scores.</summary>
public enum CutRule
{
    /// <summary>A value equal to a cut point belongs to the values below it, as in pandas' <c>qcut</c>: buyers with one order never score high because most have one.</summary>
    UpToCut,
    /// <summary>A value equal to a cut point belongs to the values above it.</summary>
    BelowCut,
    /// <summary>As <see cref="BelowCut"/>, with 1 added to every quantile (not to given break points), as the R package rfm does.</summary>
    BelowCutPlusOne,
}
