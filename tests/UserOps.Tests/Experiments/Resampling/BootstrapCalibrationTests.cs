using System.Diagnostics;
using MathNet.Numerics.Distributions;
using UserOps.Experiments.Resampling;
using UserOps.Statistics;
using UserOps.Testing;

namespace UserOps.Tests.Experiments.Resampling;

/// <summary>How often BCa intervals hold a true difference of 0. The table of docs/methods/experiment-design.md is what these tests print.</summary>
public class BootstrapCalibrationTests
{
    private const int Runs = 1000, Replicates = 1000;

    [SlowFact]
    public void Intervals_hold_the_truth_about_as_often_as_they_say()
    {
        foreach (var (n, sigma, buyers) in new[] { (50, 1.0, 1.0), (50, 2.0, 1.0), (500, 1.0, 1.0), (500, 2.0, 0.1) })
        {
            double mean = Held(n, sigma, buyers, new ArmStatistic.Mean()), median = buyers < 1 ? double.NaN : Held(n, sigma, buyers, new ArmStatistic.Quantile(0.5));
            TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"n = {n} an arm, sigma {sigma}, buyers {buyers}: mean {mean:0.000}, median {median:0.000}"));
            Assert.InRange(mean, 0.90, 0.985);
            Assert.True(buyers < 1 || median is > 0.93 and < 0.98);
        }
    }

    [SlowFact]
    public void Ten_thousand_resamples_of_fifty_thousand_users_take_less_than_five_seconds()
    {
        var random = new Random(2);
        double[] a = [.. Enumerable.Range(0, 25_000).Select(_ => LogNormal.Sample(random, 0, 1))], b = [.. Enumerable.Range(0, 25_000).Select(_ => LogNormal.Sample(random, 0, 1))];
        foreach (var statistic in new ArmStatistic[] { new ArmStatistic.Mean(), new ArmStatistic.Quantile(0.9) })
        {
            var watch = Stopwatch.StartNew();
            BootstrapEffects.Between(a, b, statistic, 1);
            TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"{statistic.Describe()}: {watch.Elapsed.TotalSeconds:0.00} s"));
            Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
        }
    }

    private static double Held(int n, double sigma, double buyers, ArmStatistic statistic)
    {
        int held = 0;
        Parallel.For(0, Runs, run =>
        {
            var random = new Random(run);
            double[] Draw() => [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() < buyers ? LogNormal.Sample(random, 0, sigma) : 0)];
            Interlocked.Add(ref held, BootstrapEffects.Between(Draw(), Draw(), statistic, run, replicates: Replicates).Absolute.Interval.Contains(0) ? 1 : 0);
        });
        return (double)held / Runs;
    }
}
