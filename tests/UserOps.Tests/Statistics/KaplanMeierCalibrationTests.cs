using UserOps.Statistics;
using UserOps.Testing;

namespace UserOps.Tests.Statistics;

public class KaplanMeierCalibrationTests
{
    [SlowFact]
    public void The_interval_of_the_median_holds_the_truth_about_as_often_as_it_says()
    {
        // Exponential times with mean 10 (median 6.931), uniform censoring to 30, 100 users: 95 % of 4,000 runs, give or take sampling.
        var random = new Random(20240101);
        double truth = 10 * Math.Log(2);
        int held = 0, runs = 4000;
        for (int run = 0; run < runs; run++)
        {
            double[] deaths = [.. Enumerable.Range(0, 100).Select(_ => -10 * Math.Log(1 - random.NextDouble()))];
            double[] ends = [.. deaths.Select(_ => 30 * random.NextDouble())];
            var fit = KaplanMeier.Fit([.. deaths.Zip(ends, Math.Min)], [.. deaths.Zip(ends, (death, end) => death <= end)]);
            held += fit.MedianInterval!.Value.Contains(truth) ? 1 : 0;
        }
        Assert.InRange((double)held / runs, 0.935, 0.965);
    }
}
