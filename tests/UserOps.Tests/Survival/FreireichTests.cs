using UserOps.Survival;

namespace UserOps.Tests.Survival;

/// <summary>The trial on which Gehan (1965) and Cox (1972) showed their methods; numbers of R survival 3.5-3, and those printed in textbooks beside them.</summary>
public class FreireichTests
{
    private static readonly Covariate Arm = new("arm") { Reference = "6-MP" };

    // coxph(Surv(t, e) ~ placebo, ties): coefficient, error, log-likelihoods without and with, score, concordance and its error.
    // Collett, Kalbfleisch and Prentice print 1.509 (Breslow), 1.572 (Efron) and 1.628 (exact).
    [Theory]
    [InlineData(Ties.Efron, 1.57212514882907, 0.41239671770946, -93.18426999684773, -85.00842457737166, 17.24653679571658)]
    [InlineData(Ties.Breslow, 1.50919141258588, 0.40956440636674, -93.98505047824518, -86.37962207114556, 15.93053956403271)]
    [InlineData(Ties.Exact, 1.62824395167239, 0.43313129649239, -82.66927925279218, -74.54310116451865, 16.79294098921654)]
    public void Hazards_match_R_for_every_rule_of_ties(Ties ties, double estimate, double error, double without, double with, double score)
    {
        var model = Spells.Freireich().Cox(new() { Covariates = [Arm], Ties = ties });
        Numbers.Close([estimate, error, without, with, score], [model.Coefficients[0].Estimate, model.Coefficients[0].StandardError, model.NullLogLikelihood, model.LogLikelihood, model.Score.Statistic]);
        Numbers.Close([0.69004207573633, 0.04113538894788], [model.Concordance.Value, model.Concordance.StandardError]);
    }

    [Fact]
    public void With_exact_ties_the_score_test_is_the_log_rank_test()
    {
        var data = Spells.Freireich();
        Assert.Equal(data.LogRank(new() { By = "arm" }).ChiSquare, data.Cox(new() { Covariates = [Arm], Ties = Ties.Exact }).Score.Statistic, 9);
    }

    [Fact]
    public void Comparisons_and_the_test_of_proportional_hazards_match_R()
    {
        // survdiff with rho = 0 and 1; cox.zph.
        var data = Spells.Freireich();
        Numbers.Close([16.79294098922, 14.45715081872],
            [data.LogRank(new() { By = "arm" }).ChiSquare, data.LogRank(new() { By = "arm", Weights = new LogRankWeights.FlemingHarrington(1) }).ChiSquare]);
        Numbers.Close([0.02286337805282], [data.Cox(new() { Covariates = [Arm] }).ProportionalHazards().Global.Statistic]);
    }

    [Fact]
    public void Medians_and_means_match_R()
    {
        // survfit(conf.type = "log-log"), rmean = 23: the median of the placebo arm is 8 weeks, as Gehan prints.
        var curves = Spells.Freireich().Curves(new() { By = "arm", Until = 23 });
        var (treated, placebo) = (curves["6-MP"], curves["placebo"]);
        Assert.Equal((23.0, 13.0, double.PositiveInfinity), (treated.Fit.Median!.Value, treated.Fit.MedianInterval!.Value.Lower, treated.Fit.MedianInterval.Value.Upper));
        Assert.Equal((8.0, 4.0, 11.0), (placebo.Fit.Median!.Value, placebo.Fit.MedianInterval!.Value.Lower, placebo.Fit.MedianInterval.Value.Upper));
        Numbers.Close([17.909243697479, 1.553189978248, 8.666666666667, 1.377390041265],
            [treated.Mean.Value, treated.Mean.StandardError, placebo.Mean.Value, placebo.Mean.StandardError]);
    }

    [Fact]
    public void A_curve_that_has_come_down_to_zero_does_not_shorten_the_horizon_of_the_others()
    {
        // All of the placebo arm relapsed by week 23; the other arm was watched to week 35.
        var curves = Spells.Freireich().Curves(new() { By = "arm" });
        Assert.Equal(35, curves.Until);
        Assert.Equal(8.666666666667, curves["placebo"].Mean.Value, 9);
    }

    // survreg(Surv(t, e) ~ placebo, rel.tolerance 1e-14): intercept, coefficient, scale, log-likelihood.
    [Theory]
    [InlineData(LifetimeDistribution.Weibull, 3.515686946496, -1.267334587419, 0.732194404084, -106.579491581564)]
    [InlineData(LifetimeDistribution.LogNormal, 3.171967702163, -1.346846682009, 0.923868779821, -106.704622354482)]
    [InlineData(LifetimeDistribution.LogLogistic, 3.1581539633127, -1.2654633848888, 0.5465533304022, -107.6614171599260)]
    public void Accelerated_times_match_R(LifetimeDistribution distribution, params double[] expected)
    {
        var model = Spells.Freireich().AcceleratedTime(new() { Covariates = [Arm], Distribution = distribution });
        Numbers.Close(expected, [model.Coefficients[0].Estimate, model.Coefficients[1].Estimate, model.Scale, model.LogLikelihood]);
    }
}
