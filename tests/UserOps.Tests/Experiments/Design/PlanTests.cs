using CsCheck;
using UserOps.Experiments;
using UserOps.Experiments.Design;
using UserOps.Testing;

namespace UserOps.Tests.Experiments.Design;

public class PlanTests
{
    private static readonly ExperimentPlan Checkout = new() { Metric = new PlannedMetric.Proportion(0.1), Effect = 0.2, UsersPerDay = 500 };

    [Fact]
    public void The_smallest_effect_of_a_rate_matches_power_prop_test_of_R() =>
        // R 4.2.2: power.prop.test(n = 5000, p1 = .1, power = .8, tol = 1e-13)$p2 = .1174399148098.
        Assert.Equal(0.1174399148098 - 0.1, (Checkout with { Scale = EffectScale.Absolute }).MinimumDetectableEffect(5000)!.Value, 1e-11);

    [Fact]
    public void The_table_and_the_picture_read_as_agreed()
    {
        Golden.Matches(Checkout.Size().ToString(), "size.txt");
        Golden.Matches(Checkout.Size().ToChart()!.ToString(), "size-chart.txt");
        Golden.Matches((Checkout with { Treatments = 2, CovariateCorrelation = 0.5 }).Size().ToString(), "size-cuped.txt");
        Golden.Matches(Checkout.DetectableByWeek(4).ToString(), "weeks.txt");
        Assert.NotNull(Checkout.Size().Render()[UserOps.Display.MimeBundle.Html]);
    }

    [Fact]
    public void Days_follow_from_traffic_and_are_rounded_to_weeks()
    {
        // 3,841 users an arm at 500 a day: 7,682 ÷ 500 = 15.4 days, three weeks.
        var size = Checkout.Size();
        Assert.Equal((3841, 7682, 16), (size.Needed.Control, size.Needed.Total, size.Needed.Days));
        Assert.Equal(21, size.DaysInWholeWeeks);
        Assert.Null((Checkout with { UsersPerDay = null }).Size().DaysInWholeWeeks);
    }

    [Fact]
    public void CUPED_divides_users_by_the_variance_that_it_takes_away()
    {
        var mean = new ExperimentPlan { Metric = new PlannedMetric.Mean(20, 60), Effect = 0.05 };
        Assert.Equal(0.75, (mean with { CovariateCorrelation = 0.5 }).UsersPerTreatment() / mean.UsersPerTreatment(), 1e-4);
        Assert.Equal(0.75, (Checkout with { CovariateCorrelation = 0.5 }).UsersPerTreatment() / Checkout.UsersPerTreatment(), 1e-9);
    }

    [Fact]
    public void Several_treatments_share_the_false_positive_rate()
    {
        var four = Checkout with { Treatments = 4, ControlWeight = 2 };
        Assert.Equal(0.0125, four.Alpha, 1e-15);
        var needed = four.Size().Needed;
        Assert.Equal(needed.Control + 4 * needed.Treatment, needed.Total);
        Assert.True(needed.Total < (four with { ControlWeight = 1 }).Size().Needed.Total, "√4 users of control for each of a treatment need the fewest");
    }

    [Fact]
    public void A_ratio_varies_as_its_linearised_values()
    {
        double[] revenue = [3, 0, 12, 7, 5, 1], sessions = [1, 1, 4, 2, 3, 1];
        var ratio = PlannedMetric.RatioOf(SampleMoments.Of(revenue, sessions));
        double r = revenue.Sum() / sessions.Sum(), mean = sessions.Average();
        double[] linear = [.. revenue.Zip(sessions, (x, y) => (x - r * y) / mean)];
        Assert.Equal(r, ratio.Baseline, 1e-12);
        Assert.Equal(Math.Sqrt(linear.Sum(value => value * value) / 5), ratio.StandardDeviation, 1e-12);
        Assert.Equal(SampleMoments.Of(revenue).Variance(), Math.Pow(PlannedMetric.MeanOf(SampleMoments.Of(revenue)).StandardDeviation, 2), 1e-9);
        Assert.Throws<InsufficientDataException>(() => PlannedMetric.RatioOf(SampleMoments.Of([2.0, 4], [1.0, 2])));
        Assert.Throws<InsufficientDataException>(() => PlannedMetric.MeanOf(SampleMoments.Of([2.0])));
    }

    [Fact]
    public void The_users_for_an_effect_and_the_effect_for_those_users_are_inverse() =>
        Gen.Select(Gen.Double[0.02, 0.5], Gen.Double[0.05, 0.8], Gen.Double[0.5, 0.95], Gen.Bool).Sample((rate, effect, power, lower) =>
        {
            var plan = new ExperimentPlan { Metric = new PlannedMetric.Proportion(rate), Effect = lower ? -effect : effect, Power = power, Alternative = lower ? Alternative.Less : Alternative.TwoSided };
            Assert.Equal(plan.Effect, plan.MinimumDetectableEffect(plan.UsersPerTreatment())!.Value, 1e-6);
            Assert.Equal(power, plan.PowerWith(plan.UsersPerTreatment()), 1e-7);
            var mean = plan with { Metric = new PlannedMetric.Mean(10, 40) };
            Assert.Equal(mean.Effect, mean.MinimumDetectableEffect(mean.UsersPerTreatment())!.Value, 1e-5);
        }, iter: 100);

    [Fact]
    public void Plans_that_contradict_themselves_are_refused()
    {
        foreach (var wrong in new[]
        {
            Checkout with { Effect = 0 }, Checkout with { Effect = double.NaN }, Checkout with { Effect = 20 }, Checkout with { Power = 1 }, Checkout with { Power = 0.01 },
            Checkout with { Level = 95 }, Checkout with { Treatments = 0 }, Checkout with { ControlWeight = 0 }, Checkout with { CovariateCorrelation = 1 },
            Checkout with { UsersPerDay = 0 }, Checkout with { Alternative = Alternative.Less }, Checkout with { Metric = new PlannedMetric.Mean(10, 0) },
            Checkout with { Metric = new PlannedMetric.Proportion(1.2) }, Checkout with { Effect = 1e-9 },
        })
            Assert.Throws<UserOpsException>(() => wrong.Size());
        Assert.Throws<UserOpsException>(() => (Checkout with { UsersPerDay = null }).DetectableByWeek());
        Assert.Null((Checkout with { Effect = -0.5 }).MinimumDetectableEffect(20));
    }

    [Fact]
    public void Many_millions_of_users_find_very_small_effects()
    {
        var plan = new ExperimentPlan { Metric = new PlannedMetric.Mean(20, 10), Effect = 0.01 };
        // 2.8016 standard errors of a difference: (1.9600 + 0.8416) × 10 × √(2 / n).
        Assert.Equal(2.801585218 * 10 * Math.Sqrt(2 / 1.7e7) / 20, plan.MinimumDetectableEffect(1.7e7)!.Value, 1e-9);
        Assert.Equal(2.801585218 * 10 * Math.Sqrt(2 / 1e12) / 20, plan.MinimumDetectableEffect(1e12)!.Value, 1e-10);
    }

    [Fact]
    public void An_end_that_nobody_lives_to_see_is_refused()
    {
        string message = Assert.Throws<InsufficientDataException>(() => new ExperimentPlan { Metric = new PlannedMetric.Mean(20, 10), Effect = 0.0001, UsersPerDay = 0.01 }.Size()).Message;
        Assert.Contains("0.01 users a day", message, StringComparison.Ordinal);
    }
}
