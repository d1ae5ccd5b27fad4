using CsCheck;
using MathNet.Numerics.Distributions;
using UserOps.Display;
using UserOps.Experiments;
using UserOps.Experiments.Effects;
using UserOps.Experiments.Metrics;
using UserOps.Experiments.Reporting;
using UserOps.Statistics;

namespace UserOps.Tests.Experiments;

public class MarginTests
{
    [Theory]
    // mpmath 1.3: the rate of control at which the likelihood is largest by bisection of its derivative, then (p − q − margin) ÷ √(p̃(1 − p̃) ÷ n + q̃(1 − q̃) ÷ m). (For differences
    // statsmodels 0.13.5 takes another root for arms that are not equal, .6213 for .6278 in the first line, and always corrects by N ÷ (N − 1).)
    [InlineData(56, 70, 48, 80, -0.1, 3.9342060745145937, 4.1736072693261891e-5)]
    [InlineData(56, 70, 48, 80, 0.1, 1.3477387181134237, 0.088871217174183723)]
    [InlineData(16, 30, 14, 28, -0.1, 1.0207800618569976, 0.15367932637104508)]
    [InlineData(150, 1000, 120, 1000, -0.01, 2.6126105101290923, 0.0044926818832876646)]
    [InlineData(3, 200, 1, 210, -0.02, 2.3279170506408282, 0.0099582543408543007)]
    [InlineData(940, 1000, 950, 1000, -0.03, 1.9256656153822985, 0.027073069962860166)]
    [InlineData(2, 40, 9, 60, 0.05, -2.1780461785717609, 0.98529870052456326)]
    public void Differences_are_tested_at_the_likeliest_rates_with_the_margin(long x1, long n1, long x2, long n2, double margin, double z, double p)
    {
        Assert.Equal(z, ScoreTest.Difference(new(x2, n2), new(x1, n1), margin), 1e-9);
        var effect = ProportionEffects.Between(new(x2, n2), new(x1, n1), new() { Null = margin, Alternative = Alternative.Greater });
        Assert.Equal(p, effect.Absolute.PValue, 1e-10);
    }

    [Theory]
    // statsmodels 0.13.5, test_proportions_2indep(x1, n1, x2, n2, 1 + lift, compare="ratio", method="score", correction=False).
    [InlineData(56, 70, 48, 80, -0.1, 3.549399812363111)]
    [InlineData(56, 70, 48, 80, 0.2, 0.9793230483830125)]
    [InlineData(16, 30, 14, 28, -0.2, 1.13201838055953)]
    [InlineData(150, 1000, 120, 1000, -0.02, 2.1417737583260603)]
    [InlineData(3, 200, 1, 210, -0.1, 1.1631035085513624)]
    [InlineData(940, 1000, 950, 1000, -0.03, 1.803146682972264)]
    [InlineData(2, 40, 9, 60, 0.5, -2.2589882658288767)]
    public void Lifts_against_a_margin_match_Farrington_and_Manning_in_statsmodels(long x1, long n1, long x2, long n2, double lift, double z) =>
        Assert.Equal(z, ScoreTest.Lift(new(x2, n2), new(x1, n1), lift), 1e-9);

    [Fact]
    public void Without_a_margin_both_are_Pearsons_test() => Gen.Select(Gen.Int[1, 99], Gen.Int[1, 199]).Sample((a, b) =>
    {
        ProportionCounts control = new(a, 100), treatment = new(b, 200);
        double pooled = (control + treatment).Share, z = (treatment.Share - control.Share) / Math.Sqrt(pooled * (1 - pooled) * (0.01 + 0.005));
        Assert.Equal(z, ScoreTest.Difference(control, treatment, 0), 1e-7);
        Assert.Equal(z, ScoreTest.Lift(control, treatment, 0), 1e-7);
    });

    [Fact]
    public void Means_are_tested_against_a_margin_of_an_uncertain_control()
    {
        // scipy.stats.ttest_ind(t, 0.9 * c, equal_var=False, alternative="greater") tests t > 0.9 c with both uncertain.
        double[] c = [12, 9, 11, 14, 8, 10, 13, 11], t = [11, 12, 9, 13, 10, 12, 8, 12, 11];
        var shrunk = Contrast.OfMeans(SampleMoments.Of([[.. c.Select(value => 0.9 * value)]]), SampleMoments.Of([t])).Absolute(new() { Alternative = Alternative.Greater });
        var contrast = Contrast.OfMeans(SampleMoments.Of([c]), SampleMoments.Of([t]));
        Assert.Equal(shrunk.Statistic!.Value, contrast.Relative(RelativeMethod.Fieller, new() { Null = -0.1 })!.PValue is var p ? Tails.Quantile(p / 2, contrast.DegreesOfFreedom) : 0, 1e-9);
        Assert.Equal(Tails.PValue(shrunk.Statistic.Value, contrast.DegreesOfFreedom, Alternative.Greater), contrast.PValue(-0.1, Alternative.Greater), 1e-12);
    }

    [Fact]
    public void A_guardrail_has_a_p_value_against_its_margin_and_holds_where_it_is_small()
    {
        var speed = Compare(new ExperimentMetric.Mean("speed", new Measure.Column("value")) { Margin = 0.1 }, 0);
        Assert.True(speed is { MarginPValue: < 0.025, Holds: true, AdjustedPValue: null });
        Assert.False(Compare(new ExperimentMetric.Mean("speed", new Measure.Column("value")) { Margin = 0.01 }, 0).Holds);
        // Lower is better: the same values turned around give the same chance.
        var up = Compare(new ExperimentMetric.Mean("speed", new Measure.Column("value")) { Margin = 0.1 }, -0.1);
        var down = Compare(new ExperimentMetric.Mean("speed", new Measure.Column("value")) { Margin = 0.1, Better = Direction.Down }, -0.1, turned: true);
        Assert.Equal(up.MarginPValue!.Value, down.MarginPValue!.Value, 1e-12);
        // Resampled: close to the test of means.
        var drawn = Compare(new ExperimentMetric.Bootstrapped("speed", new Measure.Column("value"), new ArmStatistic.Mean()) { Margin = 0.03 }, 0);
        var welch = Compare(new ExperimentMetric.Mean("speed", new Measure.Column("value")) { Margin = 0.03 }, 0);
        Assert.Equal(welch.MarginPValue!.Value, drawn.MarginPValue!.Value, 0.01);
    }

    [Fact]
    public void A_share_that_must_not_fall_is_tested_by_the_score_of_its_lift()
    {
        var metric = new ExperimentMetric.Share("payers", new Measure.Column("value")) { Role = MetricRole.Guardrail, Margin = 0.02 };
        var table = Trials.Wide([.. Enumerable.Range(0, 2000).Select(i => (i % 2 == 0 ? "control" : "treatment", i % 2 == 0 ? (i < 240 ? 1.0 : 0) : (i < 300 ? 1.0 : 0)))]);
        var one = table.Experiment(new("arm") { Metrics = [metric with { Role = MetricRole.Success, Name = "deciding" }, metric] }).Effects["payers"];
        Assert.Equal(0.016105846032650487, one.MarginPValue!.Value, 1e-9);
        Assert.True(one.Holds);
        Assert.Null(table.Experiment(new("arm") { Metrics = [metric with { Role = MetricRole.Success }] }).Effects["payers"].MarginPValue);
        Assert.Contains("of control or more: p = 0.0161, one-sided", string.Join(' ', table.Experiment(new("arm") { Metrics = [metric with { Role = MetricRole.Success, Name = "deciding" }, metric] }).Effects.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.2, -0.1, 100, 100)]
    [InlineData(0.5, -0.1, 60, 150)]
    [InlineData(0.05, -0.2, 200, 200)]
    [InlineData(0.9, -0.05, 100, 100)]
    public void Where_the_lift_is_just_the_margin_its_test_errs_about_as_often_as_it_says(double rate, double lift, int n, int m)
    {
        // All tables added up, one-sided at 2.5 %: the score test is not exact, and errs a little more or less from rate to rate (the same sums in NumPy: 2.36 to 2.54 %).
        double errs = 0;
        for (int x = 0; x <= n; x++)
            for (int y = 0; y <= m; y++)
                if (x + y > 0 && x + y < n + m && ScoreTest.Lift(new(x, n), new(y, m), lift) > 1.959963984540054)
                    errs += Binomial.PMF(rate, n, x) * Binomial.PMF(rate * (1 + lift), m, y);
        Assert.InRange(errs, 0.0225, 0.0265);
    }

    private static MetricComparison Compare(ExperimentMetric metric, double effect, bool turned = false)
    {
        double Value(int i) => i % 7 + (i % 2 == 0 ? 0 : effect);
        var table = Trials.Wide([.. Enumerable.Range(0, 4000).Select(i => (i % 2 == 0 ? "control" : "treatment", turned ? -Value(i) : Value(i)))]);
        return table.Experiment(new("arm") { Metrics = [new ExperimentMetric.Mean("deciding", new Measure.Column("value")), metric with { Role = MetricRole.Guardrail }] }).Effects[metric.Name];
    }
}
