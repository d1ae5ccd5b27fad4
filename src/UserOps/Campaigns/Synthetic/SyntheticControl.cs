using UserOps.Statistics;

namespace UserOps.Campaigns;

/// <summary>Compares a treated unit with a mixture of untreated ones that was like it before.</summary>
/// <remarks>
/// A. Abadie, A. Diamond and J. Hainmueller (2010), "Synthetic control methods for comparative case studies", JASA 105; weights on all outcomes before the campaign, without further
/// predictors. Placebos in space: each untreated unit is taken for the treated one. Interval: V. Chernozhukov, K. Wüthrich and Y. Zhu (2021), "An exact and robust conformal inference
/// method for counterfactual and synthetic controls", JASA 116, by moving blocks. The assumption most often broken: the unit lies among the others, and nothing else befell it.
/// </remarks>
public static class SyntheticControlAnalysis
{
    private const int LeastBefore = 5;

    /// <summary>The gap between the treated unit and its synthetic double in the days of the campaign. Several treated units are taken as their mean.</summary>
    /// <param name="panel">The measure by unit and step.</param>
    /// <param name="intervention">What was done where, and when.</param>
    /// <param name="scale">The scale: <see cref="PanelScale.Index"/> for units of different size.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="InsufficientDataException">There are fewer than two untreated units or five steps before.</exception>
    public static SyntheticControlResult SyntheticControl(this Panel panel, Intervention intervention, PanelScale scale = PanelScale.Index, double level = 0.95)
    {
        ConfidenceLevel.Check(level);
        var design = PanelDesign.Of(panel, intervention, LeastBefore, leastControls: 2);
        double[][] values = PanelScaling.Values(design, scale);
        double[] treated = [.. Enumerable.Range(0, values[0].Length).Select(step => design.Treated.Average(unit => values[unit][step]))];
        double[][] donors = [.. design.Controls.Select(unit => values[unit])];
        var fit = SyntheticFit.Of(treated, donors, design.Before);
        SyntheticPlacebo[] placebos = design.Controls.Length < 3 ? [] : [.. design.Controls.Select((unit, donor) => Placebo(design.Panel.Units[unit], donors, donor, design.Before))];
        var conformal = new ConformalEffect(treated, donors, design.Before);
        return new()
        {
            Design = design,
            Scale = scale,
            Level = level,
            Fit = fit,
            Synthetic = [.. treated.Zip(fit.Gaps, (actual, gap) => actual - gap)],
            Observed = treated,
            Placebos = placebos,
            Conformal = conformal.PValue(0),
            Interval = conformal.Interval(fit.Effect, level),
        };
    }

    // The treated unit is no donor of a placebo: its own effect would show there.
    private static SyntheticPlacebo Placebo(string unit, double[][] donors, int placebo, int before)
    {
        var fit = SyntheticFit.Of(donors[placebo], [.. donors.Where((_, donor) => donor != placebo)], before);
        return new(unit, fit.Effect, fit.ErrorBefore, fit.Ratio);
    }
}
