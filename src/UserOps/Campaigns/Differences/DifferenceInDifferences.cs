using MathNet.Numerics.Distributions;
using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Campaigns;

/// <summary>Compares how treated and untreated units changed.</summary>
/// <remarks>
/// D. Card and A. B. Krueger (1994), American Economic Review 84. Errors clustered on units: M. Bertrand, E. Duflo and S. Mullainathan (2004), QJE 119.
/// With few units the clustered error is far too small; then each unit counts as one number, its own change, and a t test on them is exact for normal changes of
/// equal spread: S. G. Donald and K. Lang (2007), "Inference with difference-in-differences and other panel data", REStat 89.
/// The assumption most often broken: without the campaign the treated units would have changed as the others did.
/// </remarks>
public static class DifferenceInDifferencesAnalysis
{
    private const int ManyUnits = 10;

    /// <summary>The change of the treated units less the change of the others, from before the campaign to its days.</summary>
    /// <param name="panel">The measure by unit and step.</param>
    /// <param name="intervention">What was done where, and when.</param>
    /// <param name="scale">The scale on which units are taken to move in parallel.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="InsufficientDataException">There is no untreated unit or no step before.</exception>
    public static DifferenceInDifferencesResult DifferenceInDifferences(this Panel panel, Intervention intervention, PanelScale scale = PanelScale.Log, double level = 0.95)
    {
        ConfidenceLevel.Check(level);
        var design = PanelDesign.Of(panel, intervention, leastBefore: 1, leastControls: 1);
        double[][] values = PanelScaling.Values(design, scale);
        double[] changes = [.. values.Select(row => row.Skip(design.Before).Average() - row.Take(design.Before).Average())];
        var groups = new UnitGroups(design.Treated, design.Controls);
        var byUnit = groups.Compare(changes, level);
        var clustered = ClusteredDifference.Of(values, design);
        bool isMany = Math.Min(design.Treated.Length, design.Controls.Length) >= ManyUnits;
        double effect = byUnit.Difference;
        return new()
        {
            Design = design,
            Scale = scale,
            Level = level,
            Effect = effect,
            ClusteredError = clustered,
            UnitError = byUnit.Error,
            UsesClusters = isMany,
            Interval = isMany ? Student(effect, clustered, values.Length - 1, level) : byUnit.Interval,
            PValue = isMany && clustered > 0 ? 2 * StudentT.CDF(0, 1, values.Length - 1, -Math.Abs(effect / clustered.Value)) : byUnit.PValue,
            Permutation = Permutations.Of(changes, design.Treated.Length, groups),
            Exposure = Exposure(design, scale),
            Actual = design.Treated.Sum(unit => design.Panel[unit][design.Before..].ToArray().Sum()),
            EventStudy = EventStudy.Of(values, design, level),
            PreTrend = EventStudy.PreTrend(values, design, level),
        };
    }

    private static Interval? Student(double effect, double? error, int degrees, double level)
    {
        if (error is not > 0)
            return null;
        double half = StudentT.InvCDF(0, 1, degrees, 0.5 + level / 2) * error.Value;
        return new(effect - half, effect + half, level);
    }

    // By how much an effect of 1 on the scale changes the sum of the treated over the days of the campaign; a logarithm has no such number.
    private static double Exposure(PanelDesign design, PanelScale scale) => design.Treated.Sum(unit => design.During * (scale == PanelScale.Index ? design.Panel[unit][..design.Before].ToArray().Average() : 1));
}
