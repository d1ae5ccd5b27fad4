namespace UserOps.Campaigns;

/// <summary>The standard error of the two-way fixed-effects estimate, clustered on units.</summary>
/// <remarks>
/// Liang and Zeger (1986) with the factor G/(G − 1) × (N − 1)/(N − K), K counting the effects of units and steps, as <c>vcovCL(type = "HC1")</c> of R's sandwich on <c>lm</c> and
/// <c>cov_type="cluster"</c> of statsmodels do. In a balanced panel with one start the regressor less its unit and step means has a closed form.
/// </remarks>
internal static class ClusteredDifference
{
    /// <summary>Null with fewer than two units on a side, where it would be 0.</summary>
    public static double? Of(double[][] values, PanelDesign design)
    {
        int units = values.Length, steps = values[0].Length, parameters = units + steps;
        if (design.Treated.Length < 2 || design.Controls.Length < 2 || units * steps <= parameters)
            return null;
        bool[] isTreated = [.. Enumerable.Range(0, units).Select(unit => design.Treated.Contains(unit))];
        double share = (double)design.Treated.Length / units, during = (double)design.During / steps;
        double Regressor(int unit, int step) => ((isTreated[unit] ? 1 : 0) - share) * ((step >= design.Before ? 1 : 0) - during);
        double[] unitMeans = [.. values.Select(row => row.Average())];
        double[] stepMeans = [.. Enumerable.Range(0, steps).Select(step => values.Average(row => row[step]))];
        double grand = unitMeans.Average(), squares = 0, products = 0;
        for (int unit = 0; unit < units; unit++)
            for (int step = 0; step < steps; step++)
                (squares, products) = (squares + Regressor(unit, step) * Regressor(unit, step), products + Regressor(unit, step) * values[unit][step]);
        double effect = products / squares, meat = 0;
        for (int unit = 0; unit < units; unit++)
        {
            double score = 0;
            for (int step = 0; step < steps; step++)
                score += Regressor(unit, step) * (values[unit][step] - unitMeans[unit] - stepMeans[step] + grand - effect * Regressor(unit, step));
            meat += score * score;
        }
        double n = (double)units * steps, factor = units / (units - 1.0) * (n - 1) / (n - parameters);
        return Math.Sqrt(factor * meat) / squares;
    }
}
