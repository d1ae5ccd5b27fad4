namespace UserOps.Survival;

/// <summary>By how much each row pulls at the coefficients: its part of the score.</summary>
/// <remarks>D. Y. Lin and L. J. Wei (1989), JASA 84; with Efron's ties as in T. M. Therneau and P. M. Grambsch (2000), "Modeling Survival Data", section 4.3.</remarks>
internal static class ScoreResiduals
{
    /// <summary>A vector for each row, in the scaled covariates.</summary>
    public static double[] Of(CoxRows rows, RiskSets sets, double[] coefficients, HazardSteps hazards)
    {
        int width = rows.Width;
        double[] residuals = new double[rows.Count * width];
        sets.Walk(coefficients, set => AddDeaths(rows, set, sets.Weights, residuals));
        for (int row = 0; row < rows.Count; row++)
        {
            int stratum = rows.StratumOf(row);
            AddExposure(rows, row, hazards.Before(stratum, rows.Stops[row], inclusive: true), -sets.Weights[row], residuals);
            if (rows.HasEntries)
                AddExposure(rows, row, hazards.Before(stratum, rows.Entries[row], inclusive: true), sets.Weights[row], residuals);
        }
        return residuals;
    }

    // A row that has the event counts once for it, and leaves the risk set step by step where ties are taken apart.
    private static void AddDeaths(CoxRows rows, RiskSet set, double[] weights, double[] residuals)
    {
        (int start, int length) = set.Ending.GetOffsetAndLength(rows.Count);
        for (int row = start; row < start + length; row++)
        {
            if (!rows.Events[row])
                continue;
            for (int step = 0; step < set.Steps; step++)
            {
                double share = 1.0 / set.Steps + weights[row] * set.Left(step) * set.StepWeight / set.Total(step);
                for (int j = 0; j < rows.Width; j++)
                    residuals[row * rows.Width + j] += share * (rows.Values[row * rows.Width + j] - set.Mean(step, j));
            }
        }
    }

    private static void AddExposure(CoxRows rows, int row, HazardStep? step, double weight, double[] residuals)
    {
        if (step is null)
            return;
        for (int j = 0; j < rows.Width; j++)
            residuals[row * rows.Width + j] += weight * (rows.Values[row * rows.Width + j] * step.Hazard - step.WeightedMeans[j]);
    }
}
