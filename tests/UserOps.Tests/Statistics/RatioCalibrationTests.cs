using MathNet.Numerics.Distributions;
using UserOps.Statistics;
using UserOps.Testing;

namespace UserOps.Tests.Statistics;

/// <summary>Seeded simulations of skewed spending: intervals must hold the truth about as often as they say.</summary>
public class RatioCalibrationTests
{
    private const int Runs = 2000, Buyers = 1000;

    [SlowFact]
    public void The_interval_of_revenue_per_order_holds_the_truth_about_as_often_as_it_says()
    {
        var random = new Random(20240105);
        // Orders per buyer 1 + Poisson(1); each order log-normal with mean exp(0.5).
        int held = Enumerable.Range(0, Runs).Count(_ =>
        {
            var sums = default(RatioSums);
            for (int buyer = 0; buyer < Buyers; buyer++)
            {
                int orders = 1 + Poisson.Sample(random, 1);
                sums = sums.Add(Enumerable.Range(0, orders).Sum(_ => LogNormal.Sample(random, 0, 1)), orders);
            }
            return sums.Interval()!.Value.Contains(Math.Exp(0.5));
        });
        Assert.InRange((double)held / Runs, 0.93, 0.965);
    }

    [SlowFact]
    public void The_interval_of_the_top_tenth_holds_the_truth_about_as_often_as_it_says()
    {
        var random = new Random(20240106);
        // For a log-normal with sigma 1 the top tenth holds Φ(1 − z) of the total, z the 90 % quantile of the normal.
        double truth = Normal.CDF(0, 1, 1 - Normal.InvCDF(0, 1, 0.9));
        int held = Enumerable.Range(0, Runs).Count(_ =>
            TopShare.Of([.. Enumerable.Range(0, Buyers).Select(_ => LogNormal.Sample(random, 0, 1))], 0.1)!.Interval(0.95).Contains(truth));
        Assert.InRange((double)held / Runs, 0.91, 0.965);
    }

    [SlowFact]
    public void The_interval_of_the_median_holds_it_at_least_as_often_as_it_says()
    {
        var random = new Random(20240107);
        int held = Enumerable.Range(0, Runs).Count(_ =>
            SampleMedian.Of([.. Enumerable.Range(0, 75).Select(_ => LogNormal.Sample(random, 0, 2))])!.Value.Interval!.Value.Contains(1));
        Assert.InRange((double)held / Runs, 0.945, 0.98);
    }
}
