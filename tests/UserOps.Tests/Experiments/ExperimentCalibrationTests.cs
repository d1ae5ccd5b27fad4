using System.Globalization;
using UserOps.Experiments;
using UserOps.Experiments.Effects;
using UserOps.Testing;

namespace UserOps.Tests.Experiments;

/// <summary>How often 95 % intervals hold the truth and tests err where there is no effect, by regime. The tables of docs/methods/experiments.md are what these tests print.</summary>
public class ExperimentCalibrationTests
{
    private const int Runs = 4000;

    [SlowFact]
    public void Shares_hold_their_level_where_events_are_rare_and_arms_small()
    {
        foreach (var (n, p, lift) in new[] { (50, 0.02, 1.0), (50, 0.3, 1.2), (200, 0.02, 1.5), (1000, 0.01, 1.2), (1000, 0.2, 1.1) })
        {
            var random = new Random(1);
            double difference = p * lift - p;
            int wald = 0, newcombe = 0, mover = 0, lifts = 0, errors = 0, tests = 0, runs = 0;
            for (int run = 0; run < Runs; run++)
            {
                ProportionCounts control = Draw(random, n, p), treatment = Draw(random, n, p * lift), same = Draw(random, n, p);
                if ((control + same) is { Successes: > 0, Failures: > 0 })
                    (tests, errors) = (tests + 1, errors + (ProportionEffects.Between(control, same).Absolute.PValue < 0.05 ? 1 : 0));
                double half = 1.96 * Math.Sqrt((control.Share * (1 - control.Share) + treatment.Share * (1 - treatment.Share)) / n);
                wald += Math.Abs(treatment.Share - control.Share - difference) <= half ? 1 : 0;
                runs++;
                if ((control + treatment).Successes == 0)
                {
                    // Refused: nobody did it in either arm. It counts against no method but Wald, which answers (0, 0).
                    newcombe++;
                    continue;
                }
                var effect = ProportionEffects.Between(control, treatment);
                newcombe += effect.Absolute.Interval.Contains(difference) ? 1 : 0;
                if (effect.Relative is { } relative)
                    (lifts, mover) = (lifts + 1, mover + (relative.Interval.Contains(lift - 1) ? 1 : 0));
            }
            double[] shares = [(double)wald / runs, (double)newcombe / runs, (double)mover / lifts, (double)errors / tests];
            Report($"share n={n} p={p} lift={lift}", shares);
            Assert.InRange(shares[1], 0.935, 1);
            Assert.InRange(shares[2], 0.93, 1);
            Assert.InRange(shares[3], 0, 0.06);
            if (p * n < 2)
                Assert.True(shares[0] < shares[1]);
        }
    }

    [SlowFact]
    public void Means_hold_their_level_except_where_the_tail_is_heavy_and_the_guard_speaks()
    {
        (string Name, int N, Func<Random, double> Draw, double Mean)[] regimes =
        [
            ("normal n=10", 10, random => 5 + Normal(random), 5), ("exponential n=50", 50, Exponential, 1), ("normal n=200", 200, random => 5 + Normal(random), 5),
            ("zero-inflated n=1000", 1000, random => random.NextDouble() < 0.05 ? 50 * Exponential(random) : 0, 2.5),
            ("lognormal(2) n=50", 50, random => Math.Exp(2 * Normal(random)), Math.Exp(2)), ("lognormal(2) n=1000:200", 1000, random => Math.Exp(2 * Normal(random)), Math.Exp(2)),
        ];
        foreach (var (name, n, draw, mean) in regimes)
        {
            var random = new Random(2);
            const double Lift = 0.2;
            int treated = name.EndsWith(":200", StringComparison.Ordinal) ? n / 5 : n;
            int welch = 0, fieller = 0, delta = 0, log = 0, errors = 0, relatives = 0, guarded = 0, heldUnguarded = 0;
            for (int run = 0; run < Runs; run++)
            {
                double[] a = Values(random, n, draw), b = Array.ConvertAll(Values(random, treated, draw), value => value * (1 + Lift)), same = Values(random, treated, draw);
                var contrast = Contrast.OfMeans(SampleMoments.Of([a]), SampleMoments.Of([b]));
                bool held = contrast.Absolute().Interval.Contains(mean * Lift);
                welch += held ? 1 : 0;
                errors += Contrast.OfMeans(SampleMoments.Of([a]), SampleMoments.Of([same])).Absolute().PValue < 0.05 ? 1 : 0;
                bool heavy = Math.Max((a.Max() - a.Average()) / n, (b.Max() - b.Average()) / treated) / contrast.StandardError > 0.5;
                (guarded, heldUnguarded) = (guarded + (heavy ? 1 : 0), heldUnguarded + (!heavy && held ? 1 : 0));
                if (contrast.Relative() is not { } exact)
                    continue;
                relatives++;
                fieller += exact.Interval.Contains(Lift) ? 1 : 0;
                delta += contrast.Relative(RelativeMethod.Delta)!.Interval.Contains(Lift) ? 1 : 0;
                log += contrast.Relative(RelativeMethod.LogDelta)!.Interval.Contains(Lift) ? 1 : 0;
            }
            double[] shares =
            [
                (double)welch / Runs, (double)errors / Runs, (double)relatives / Runs, (double)fieller / relatives, (double)delta / relatives, (double)log / relatives,
                (double)guarded / Runs, guarded == Runs ? double.NaN : (double)heldUnguarded / (Runs - guarded),
            ];
            Report(name, shares);
            if (treated == n)
                Assert.InRange(shares[1], 0, 0.062);
            if (!name.StartsWith("lognormal", StringComparison.Ordinal))
            {
                Assert.InRange(shares[0], 0.93, 0.97);
                Assert.InRange(shares[3], 0.93, 0.97);
            }
            else if (treated == n)
                Assert.True(shares[4] < 0.93 && shares[5] < 0.93 && shares[6] > 0.5, "the heavy tail breaks linearised lifts, and the guard says so");
            else
                Assert.True(shares[0] < 0.93 && shares[1] > 0.06 && shares[6] > 0.5, "unequal arms no longer cancel the tail, and the guard says so");
        }
    }

    [SlowFact]
    public void Ratios_clusters_and_CUPED_hold_their_level()
    {
        foreach (int n in new[] { 30, 100, 1000 })
        {
            var random = new Random(3);
            int ratio = 0, fieller = 0, cuped = 0, naive = 0, errors = 0;
            double reduction = 0;
            int runs = n == 1000 ? Runs / 4 : Runs;
            for (int run = 0; run < runs; run++)
            {
                (SampleMoments control, double[] y0, double[] d0) = Users(random, n, 0.5);
                (SampleMoments treatment, double[] y1, double[] d1) = Users(random, n, 0.55);
                (SampleMoments same, _, _) = Users(random, n, 0.5);
                var contrast = Contrast.OfRatios(control.Select(0, 1), treatment.Select(0, 1));
                ratio += contrast.Absolute().Interval.Contains(0.05) ? 1 : 0;
                fieller += contrast.Relative()?.Interval.Contains(0.1) == true ? 1 : 0;
                var adjusted = Cuped.OfRatiosByEarlierRatio(control, treatment);
                cuped += adjusted.Contrast.Absolute().Interval.Contains(0.05) ? 1 : 0;
                reduction += adjusted.VarianceReduction / runs;
                errors += Cuped.OfRatiosByEarlierRatio(control, same).Contrast.Absolute().PValue < 0.05 ? 1 : 0;
                double p0 = y0.Sum() / d0.Sum(), p1 = y1.Sum() / d1.Sum();
                naive += Math.Abs(p1 - p0 - 0.05) <= 1.96 * Math.Sqrt(p0 * (1 - p0) / d0.Sum() + p1 * (1 - p1) / d1.Sum()) ? 1 : 0;
            }
            double[] shares = [(double)ratio / runs, (double)fieller / runs, (double)cuped / runs, (double)errors / runs, (double)naive / runs, reduction];
            Report($"ratio of clusters n={n}", shares);
            Assert.InRange(shares[0], n == 30 ? 0.92 : 0.93, 0.97);
            Assert.InRange(shares[2], n == 30 ? 0.915 : 0.93, 0.97);
            Assert.InRange(shares[3], 0.03, n == 30 ? 0.085 : 0.065);
            Assert.True(shares[4] < 0.9, "rows taken as independent hold far less often");
            Assert.True(reduction > 0.1);
        }
    }

    /// <summary>Users with visits of which a share of their own converts, and the same before: numerator, denominator, and both earlier.</summary>
    private static (SampleMoments Moments, double[] Converted, double[] Visits) Users(Random random, int n, double mean)
    {
        double[][] columns = [new double[n], new double[n], new double[n], new double[n]];
        for (int i = 0; i < n; i++)
        {
            double own = Math.Clamp(0.35 * Normal(random), -0.4, 0.4);
            (columns[1][i], columns[3][i]) = (1 + random.Next(12), 1 + random.Next(12));
            (columns[0][i], columns[2][i]) = (Binomial(random, columns[1][i], mean + own), Binomial(random, columns[3][i], 0.5 + own));
        }
        return (SampleMoments.Of(columns), columns[0], columns[1]);
    }

    private static double Binomial(Random random, double n, double p)
    {
        int count = 0;
        for (int i = 0; i < n; i++)
            count += random.NextDouble() < p ? 1 : 0;
        return count;
    }

    private static ProportionCounts Draw(Random random, int n, double p) => new((long)Binomial(random, n, p), n);

    private static double[] Values(Random random, int n, Func<Random, double> draw) => [.. Enumerable.Range(0, n).Select(_ => draw(random))];

    private static double Exponential(Random random) => -Math.Log(1 - random.NextDouble());

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static void Report(string name, double[] shares) =>
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {string.Join(' ', shares.Select(share => share.ToString("0.0000", CultureInfo.InvariantCulture)))}"));
}
