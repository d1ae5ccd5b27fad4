using MathNet.Numerics.Distributions;
using UserOps.Experiments;
using UserOps.Experiments.Effects;
using UserOps.Experiments.Resampling;
using UserOps.Statistics;
using UserOps.Testing;

namespace UserOps.Tests.Experiments.Resampling;

/// <summary>How often 95 % intervals hold a true effect. The tables of docs/methods/experiment-design.md are what these tests print.</summary>
public class BootstrapCalibrationTests
{
    private const int Runs = 1000, Replicates = 1000;
    private const double Lift = 0.3;

    [SlowFact]
    public void Intervals_hold_the_truth_as_often_as_those_of_SciPy_and_less_than_Welch_for_skewed_means()
    {
        // The last two: how often scipy 1.10.1's stats.bootstrap(method="BCa", n_resamples=1000) of the same means held it, and in how many runs.
        foreach (var (n, m, sigma, buyers, scipy, runs) in new[] { (50, 50, 1.0, 1.0, 0.887, 1000), (50, 50, 2.0, 1.0, 0.790, 1000), (500, 500, 1.0, 1.0, 0.920, 400), (500, 500, 2.0, 0.1, 0.7625, 400), (1000, 200, 2.0, 1.0, 0.8125, 400) })
        {
            double truth = Lift * buyers * Math.Exp(sigma * sigma / 2);
            double welch = Held(n, m, sigma, buyers, (a, b, _) => Contrast.OfMeans(SampleMoments.Of([a]), SampleMoments.Of([b])).Absolute().Interval.Contains(truth));
            double mean = Held(n, m, sigma, buyers, (a, b, seed) => BootstrapEffects.Between(a, b, new ArmStatistic.Mean(), seed, replicates: Replicates).Absolute.Interval.Contains(truth));
            double median = buyers < 1 ? double.NaN : Held(n, m, sigma, buyers, (a, b, seed) => BootstrapEffects.Between(a, b, new ArmStatistic.Quantile(0.5), seed, replicates: Replicates).Absolute.Interval.Contains(Lift));
            TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"{n} and {m} users, sigma {sigma}, buyers {buyers}: Welch {welch:0.000}, mean {mean:0.000}, median {median:0.000}"));
            Assert.True(mean < welch, "Welch stays the default for means");
            Assert.Equal(scipy, mean, 3 * Math.Sqrt(scipy * (1 - scipy) * (1.0 / Runs + 1.0 / runs)));
            // Three standard errors around 95 % below; quantiles of few values come in steps and hold a little more.
            Assert.True(buyers < 1 || median is > 0.929 and < 0.98);
        }
    }

    private static double Held(int n, int m, double sigma, double buyers, Func<double[], double[], int, bool> holds)
    {
        int held = 0;
        Parallel.For(0, Runs, run =>
        {
            var random = new Random(run);
            double[] Draw(int users, double scale) => [.. Enumerable.Range(0, users).Select(_ => random.NextDouble() < buyers ? scale * LogNormal.Sample(random, 0, sigma) : 0)];
            Interlocked.Add(ref held, holds(Draw(n, 1), Draw(m, 1 + Lift), run) ? 1 : 0);
        });
        return (double)held / Runs;
    }
}
