using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>The score test that each coefficient stays as it is against one that changes with a function of time.</summary>
/// <remarks>P. M. Grambsch and T. M. Therneau (1994), Biometrika 81, in the exact form of R's survival 3 and later: the variance of the covariates at each
/// time is used, not its mean over all times.</remarks>
internal static class ProportionalHazardsAnalysis
{
    private const int Stretches = 10;

    public static ProportionalHazardsTest Of(CoxResult model, CoxFit fit, TimeTransform transform)
    {
        if (model.Definition.Ties == Ties.Exact)
            throw new UserOpsException("The proportional-hazards test is not defined for the exact likelihood. Fit with Ties.Efron.");
        var scale = TimeScale.Of(fit.Rows, transform);
        int width = fit.Rows.Width;
        var sums = new ScoreOverTime(width);
        List<SchoenfeldResidual> residuals = [];
        fit.Sets.Walk(model.Scaled, set =>
        {
            set.Evaluate(fit.Sets.Weights);
            sums.Add(set.Score, set.Variance, scale[set.Time]);
            residuals.Add(new(set.Time, set.Deaths, [.. set.Score]));
        });
        var columns = fit.Design.Encoding.Columns;
        var terms = columns.Index().GroupBy(pair => pair.Item.Term)
            .Select(term => Test(term.First().Item.Covariate.Column, sums, [.. term.Select(pair => pair.Index)]));
        return new(Paths(model, fit, sums, residuals))
        {
            Model = model,
            Transform = transform,
            Terms = [.. terms],
            Global = Test("All", sums, [.. Enumerable.Range(0, width)]),
        };
    }

    private static ChiSquareTest Test(string name, ScoreOverTime sums, int[] columns)
    {
        double[] score = Array.ConvertAll(columns, j => sums.Score[j]);
        double[,] variance = sums.VarianceOf(columns);
        var factor = Cholesky.Of(variance, out _) ?? throw new InsufficientDataException(
            $"too few different times at which '{name}' differs between those at risk", $"more than the {columns.Length} coefficients that may change with time", "Watch longer, join rare words, or leave the covariate out.");
        return new(name, factor.Solve(score).Zip(score, (a, b) => a * b).Sum(), columns.Length);
    }

    /// <summary>The coefficient plus the residuals times the mean variance of the covariates: Grambsch and Therneau's estimate of its path.</summary>
    private static CoefficientPaths Paths(CoxResult model, CoxFit fit, ScoreOverTime sums, List<SchoenfeldResidual> residuals)
    {
        int events = residuals.Sum(one => one.Deaths), width = fit.Rows.Width;
        var factor = Cholesky.Of(sums.Information, out _)!;
        SchoenfeldResidual[][] stretches = [.. InStretches(residuals, events)];
        double[][] paths = [.. Enumerable.Range(0, width).Select(_ => new double[stretches.Length])];
        foreach (var (i, stretch) in stretches.Index())
        {
            double[] mean = [.. Enumerable.Range(0, width).Select(j => stretch.Sum(one => one.Values[j]) * events / stretch.Sum(one => one.Deaths))];
            foreach (var (j, value) in factor.Solve(mean).Index())
                paths[j][i] = (model.Scaled[j] + value) / fit.Design.Scales[j];
        }
        return new([.. stretches.Select(stretch => stretch.Sum(one => one.Time * one.Deaths) / stretch.Sum(one => one.Deaths))], paths);
    }

    private static IEnumerable<SchoenfeldResidual[]> InStretches(List<SchoenfeldResidual> residuals, int events)
    {
        long done = 0;
        foreach (var stretch in residuals.OrderBy(one => one.Time).GroupBy(Stretch))
            yield return [.. stretch];

        long Stretch(SchoenfeldResidual one)
        {
            long stretch = done * Stretches / events;
            done += one.Deaths;
            return stretch;
        }
    }

    private sealed record SchoenfeldResidual(double Time, int Deaths, double[] Values);
}
