namespace UserOps.Survival;

/// <summary>The cumulative baseline hazard after a time with events, with the sums that its variance needs.</summary>
/// <param name="Time">The time.</param>
/// <param name="Hazard">The cumulative hazard.</param>
/// <param name="Variance">The sum of the squared increments, for the error from counting events.</param>
/// <param name="WeightedMeans">The sum of the increments times the mean covariates at risk, for the error from the coefficients.</param>
internal sealed record HazardStep(double Time, double Hazard, double Variance, double[] WeightedMeans);

/// <summary>The cumulative baseline hazard of each stratum, at hazards e to the linear predictor less a shift.</summary>
internal sealed class HazardSteps
{
    private readonly List<HazardStep>[] _steps;

    private HazardSteps(List<HazardStep>[] steps) => _steps = steps;

    public IReadOnlyList<HazardStep> Of(int stratum) => _steps[stratum];

    /// <summary>The last step at or before a time (or only before it); null where there is none.</summary>
    public HazardStep? Before(int stratum, double time, bool inclusive)
    {
        var steps = _steps[stratum];
        int low = 0, high = steps.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            bool earlier = steps[middle].Time < time || inclusive && steps[middle].Time == time;
            (low, high) = earlier ? (middle + 1, high) : (low, middle);
        }
        return low == 0 ? null : steps[low - 1];
    }

    public static HazardSteps Of(CoxRows rows, RiskSets sets, double[] coefficients)
    {
        List<HazardStep>[] steps = [.. Enumerable.Range(0, rows.Strata).Select(_ => new List<HazardStep>())];
        sets.Walk(coefficients, set => steps[set.Stratum].Add(Increment(set, rows.Width)));
        foreach (var list in steps)
            Accumulate(list, rows.Width);
        return new(steps);
    }

    private static HazardStep Increment(RiskSet set, int width)
    {
        double hazard = 0, variance = 0;
        double[] means = new double[width];
        for (int step = 0; step < set.Steps; step++)
        {
            double increment = set.StepWeight / set.Total(step);
            hazard += increment;
            variance += increment / set.Total(step);
            for (int j = 0; j < width; j++)
                means[j] += increment * set.Mean(step, j);
        }
        return new(set.Time, hazard, variance, means);
    }

    private static void Accumulate(List<HazardStep> steps, int width)
    {
        steps.Reverse();
        for (int i = 1; i < steps.Count; i++)
        {
            var (before, own) = (steps[i - 1], steps[i]);
            for (int j = 0; j < width; j++)
                own.WeightedMeans[j] += before.WeightedMeans[j];
            steps[i] = own with { Hazard = own.Hazard + before.Hazard, Variance = own.Variance + before.Variance };
        }
    }
}
