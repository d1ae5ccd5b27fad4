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
    public void Intervals_hold_the_truth_about_as_often_as_they_say()
    {
        foreach (var (n, m, sigma, buyers, least) in new[] { (50, 50, 1.0, 1.0, 0.92), (50, 50, 2.0, 1.0, 0.88), (500, 500, 1.0, 1.0, 0.93), (500, 500, 2.0, 0.1, 0.85), (1000, 200, 2.0, 1.0, 0.85) })
        {
            double truth = Lift * buyers * Math.Exp(sigma * sigma / 2);
            double welch = Held(n, m, sigma, buyers, (a, b, _) => Contrast.OfMeans(SampleMoments.Of([a]), SampleMoments.Of([b])).Absolute().Interval.Contains(truth));
            double mean = Held(n, m, sigma, buyers, (a, b, seed) => BootstrapEffects.Between(a, b, new ArmStatistic.Mean(), seed, replicates: Replicates).Absolute.Interval.Contains(truth));
            double median = buyers < 1 ? double.NaN : Held(n, m, sigma, buyers, (a, b, seed) => BootstrapEffects.Between(a, b, new ArmStatistic.Quantile(0.5), seed, replicates: Replicates).Absolute.Interval.Contains(Lift));
            TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"{n} and {m} users, sigma {sigma}, buyers {buyers}: Welch {welch:0.000}, mean {mean:0.000}, median {median:0.000}"));
            Assert.InRange(mean, least, 0.985);
            Assert.True(buyers < 1 || median is > 0.93 and < 0.98);
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
