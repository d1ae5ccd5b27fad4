using MathNet.Numerics.Distributions;
using UserOps.Experiments;
using UserOps.Experiments.Exact;
using UserOps.Statistics;
using UserOps.Testing;

namespace UserOps.Tests.Experiments.Exact;

/// <summary>Coverage and false positives of rates, by adding up all tables instead of simulating. The table of docs/methods/experiment-design.md is what these tests print.</summary>
public class RateCalibrationTests
{
    [SlowFact]
    public void Wald_fails_where_Wilson_holds()
    {
        foreach (var (rate, n) in new[] { (0.02, 50), (0.02, 200), (0.1, 50), (0.5, 20) })
        {
            double wald = 0, wilson = 0;
            for (int x = 0; x <= n; x++)
            {
                double chance = Binomial.PMF(rate, n, x), p = (double)x / n, half = 1.959963984540054 * Math.Sqrt(p * (1 - p) / n);
                wald += Math.Abs(p - rate) <= half ? chance : 0;
                wilson += Wilson.Interval(x, n).Contains(rate) ? chance : 0;
            }
            Report($"one rate {rate}, n = {n}: Wald {wald:0.000}, Wilson {wilson:0.000}");
            Assert.True(rate != 0.02 || n != 50 || wald < 0.65);
            Assert.InRange(wilson, 0.90, 1);
        }
    }

    [SlowFact]
    public void Exact_tests_never_exceed_their_level_and_the_score_test_does()
    {
        foreach (var (rate, n, m) in new[] { (0.02, 50, 50), (0.1, 30, 30), (0.1, 15, 60), (0.5, 20, 20) })
        {
            double[] found = FalsePositives(rate, n, m);
            Report($"rate {rate}, n = {n} and {m}: Wald {found[0]:0.0000}, Fisher {found[1]:0.0000}, Boschloo {found[2]:0.0000}, Barnard {found[3]:0.0000}");
            Assert.All(found[1..], share => Assert.InRange(share, 0, 0.05 + 1e-9));
            Assert.True(found[2] >= found[1] - 1e-12, "two one-sided Boschloo tests find at least what two one-sided Fisher tests find");
        }
    }

    /// <summary>The chance of p ≤ 5 %: Wald, Fisher (twice the smaller side), Boschloo, Barnard.</summary>
    private static double[] FalsePositives(double rate, int n, int m)
    {
        double[] found = new double[4];
        object gate = new();
        Parallel.For(0, n + 1, x =>
        {
            for (int y = 0; y <= m; y++)
            {
                if (x + y == 0 || x + y == n + m)
                    continue;
                ProportionCounts a = new(x, n), b = new(y, m);
                double chance = Binomial.PMF(rate, n, x) * Binomial.PMF(rate, m, y);
                bool hasWald = a.Share * (1 - a.Share) + b.Share * (1 - b.Share) > 0;
                double fisher = 2 * Math.Min(ExactTests.Fisher(a, b, Alternative.Greater), ExactTests.Fisher(a, b, Alternative.Less));
                double[] p = [hasWald ? WaldRates.Between(a, b).PValue : 0, fisher, ExactTests.Boschloo(a, b), ExactTests.Barnard(a, b)];
                lock (gate)
                    for (int i = 0; i < p.Length; i++)
                        found[i] += p[i] <= 0.05 ? chance : 0;
            }
        });
        return found;
    }

    private static void Report(FormattableString line) => TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(line));
}
