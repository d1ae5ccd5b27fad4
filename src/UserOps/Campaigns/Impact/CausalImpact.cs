using UserOps.Statistics;

namespace UserOps.Campaigns;

/// <summary>Predicts what the treated unit would have done from its own past and from the others.</summary>
/// <remarks>
/// K. H. Brodersen and others (2015), "Inferring causal impact using Bayesian structural time-series models", Annals of Applied Statistics 9; here a local level with the untreated units
/// as regressors, by maximum likelihood with an exact Kalman filter. Each has a coefficient of its own while there are ten steps before for it, else their mean has one: what many
/// coefficients learn from few steps is chance. The assumption most often broken: the campaign did not reach the others, and what ties them to the treated unit stayed as it was.
/// </remarks>
public static class CausalImpactAnalysis
{
    private const int StepsForCoefficient = 10;

    /// <summary>What was, less what the model predicts from the time before. Several treated units are taken as their mean; without untreated units the unit's own past is all there is.</summary>
    /// <param name="panel">The measure by unit and step.</param>
    /// <param name="intervention">What was done where, and when.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="InsufficientDataException">There are too few steps before, or the series does not vary.</exception>
    public static CausalImpactResult CausalImpact(this Panel panel, Intervention intervention, double level = 0.95)
    {
        ConfidenceLevel.Check(level);
        var design = PanelDesign.Of(panel, intervention, leastBefore: 6, leastControls: 0);
        double[] treated = design.Mean(design.Treated);
        int[][] groups = Groups(design);
        double[][] controls = [.. groups.Select(design.Mean)];
        double[][] ahead = [.. Enumerable.Range(design.Before, design.During).Select(step => controls.Select(row => row[step]).ToArray())];
        var model = LocalLevelModel.Fit(treated[..design.Before], [.. controls.Select(row => row[..design.Before])]);
        double actual = treated.Skip(design.Before).Sum();
        var total = LevelPrediction.Of(model, at => at.Sum(ahead));
        double below = total.Below(actual);
        return new()
        {
            Design = design,
            Level = level,
            Model = model,
            Groups = groups,
            Observed = treated,
            Predicted = [.. ahead.Select((row, step) => model.At.Step(row, step + 1).Value)],
            Ahead = ahead,
            PredictedSum = model.At.Sum(ahead).Sum,
            PredictedSumInterval = total.Interval(level),
            PValue = 2 * Math.Min(below, 1 - below),
        };
    }

    /// <summary>The untreated units that share a coefficient.</summary>
    private static int[][] Groups(PanelDesign design) => design.Controls switch
    {
        [] => [],
        var units when design.Before >= StepsForCoefficient * units.Length => [.. units.Select(unit => new[] { unit })],
        var units => [units],
    };
}
