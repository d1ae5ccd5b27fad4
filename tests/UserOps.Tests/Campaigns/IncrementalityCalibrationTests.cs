using MathNet.Numerics.Distributions;
using UserOps.Campaigns;
using UserOps.Testing;

namespace UserOps.Tests.Campaigns;

/// <summary>Seeded simulations of regions without a campaign, or with one of known effect: intervals must hold the truth, and tests cry wolf, about as often as they say.</summary>
public class IncrementalityCalibrationTests
{
    [SlowFact]
    public void Difference_in_differences_holds_the_truth_with_few_units_where_clustered_errors_do_not()
    {
        (int Treated, int Controls, double Least, double Most)[] designs = [(1, 3, 0.93, 0.97), (2, 6, 0.93, 0.97), (5, 5, 0.93, 0.97), (10, 30, 0.92, 0.97)];
        foreach (var (treated, controls, least, most) in designs)
        {
            var random = new Random(100 * treated + controls);
            int byUnit = 0, clustered = 0, permuted = 0, drifts = 0, runs = 2000;
            for (int run = 0; run < runs; run++)
            {
                var result = Regions(random, treated + controls, 12, treated, 8, 0.3).DifferenceInDifferences(
                    new("x", [.. Enumerable.Range(0, treated).Select(unit => $"u{unit}")], Panels.Days(8, 12)), PanelScale.Level);
                byUnit += result.Interval!.Value.Contains(0.3) ? 1 : 0;
                clustered += result.ClusteredError is { } error && Math.Abs(result.Effect - 0.3) <= StudentT.InvCDF(0, 1, treated + controls - 1, 0.975) * error ? 1 : 0;
                permuted += result.Permutation.PValue <= 0.05 ? 1 : 0;
                drifts += result.PreTrend!.PValue < 0.05 ? 1 : 0;
            }
            Say($"DiD {treated}+{controls}: nominal 95 %, interval {Share(byUnit, runs)}, clustered {(treated < 2 ? "none" : Share(clustered, runs))}; drift found where none is {Share(drifts, runs)}; permutation p ≤ 0.05 with the effect {Share(permuted, runs)}");
            Assert.InRange((double)byUnit / runs, least, most);
            Assert.InRange((double)drifts / runs, 0.03, 0.07);
        }
    }

    [SlowFact]
    public void Prediction_intervals_of_causal_impact_hold_where_those_of_the_likeliest_variances_do_not()
    {
        foreach (var (before, during) in new[] { (30, 10), (56, 21), (120, 30) })
            foreach (double ratio in new[] { 0, 0.0025, 0.02, 0.1, 1 })
            {
                var random = new Random(before + (int)(1000 * ratio));
                int held = 0, plain = 0, alarms = 0, runs = 400;
                for (int run = 0; run < runs; run++)
                {
                    (double[] y, double[] x) = Level(random, before + during, ratio);
                    var result = Panels.OfDays(y, x).CausalImpact(new("x", ["a"], Panels.Days(before, before + during)));
                    held += result.PredictedSumInterval.Contains(result.ActualSum) ? 1 : 0;
                    alarms += result.PValue <= 0.05 ? 1 : 0;
                    var (sum, variance) = result.Model.At.Sum([.. x[before..].Select(value => new[] { value })]);
                    plain += Math.Abs(result.ActualSum - sum) <= 1.96 * Math.Sqrt(variance * result.Model.At.Scale) ? 1 : 0;
                }
                Say($"causal impact n={before}+{during} level/noise {ratio}: nominal 95 %, interval {Share(held, runs)}, likeliest variances {Share(plain, runs)}, false alarms at 5 % {Share(alarms, runs)}");
                Assert.InRange((double)held / runs, 0.915, 1);
            }
    }

    [SlowFact]
    public void Prediction_intervals_hold_with_a_coefficient_for_each_of_three_controls()
    {
        foreach (var (before, during) in new[] { (30, 10), (90, 18) })
            foreach (double ratio in new[] { 0, 0.02, 1 })
            {
                var random = new Random(7 * before + (int)(1000 * ratio));
                int held = 0, runs = 400;
                for (int run = 0; run < runs; run++)
                {
                    (double[] y, double[] first) = Level(random, before + during, ratio);
                    double[] second = Level(random, before + during, ratio).X, third = Level(random, before + during, ratio).X;
                    double[] mixed = [.. y.Select((value, step) => value + 0.6 * second[step] - 0.3 * third[step])];
                    var result = Panels.OfDays(mixed, first, second, third).CausalImpact(new("x", ["a"], Panels.Days(before, before + during)));
                    Assert.Equal(3, result.Coefficients.Count);
                    held += result.PredictedSumInterval.Contains(result.ActualSum) ? 1 : 0;
                }
                Say($"causal impact, three coefficients, n={before}+{during} level/noise {ratio}: nominal 95 %, interval {Share(held, runs)}");
                Assert.InRange((double)held / runs, 0.915, 1);
            }
    }

    [SlowFact]
    public void Placebo_p_values_of_synthetic_control_are_uniform_where_nothing_was_done()
    {
        var random = new Random(20);
        int runs = 400, units = 20;
        int[] space = new int[3], time = new int[3];
        double[] levels = [0.05, 0.1, 0.2];
        int held = 0;
        for (int run = 0; run < runs; run++)
        {
            var result = Regions(random, units, 40, 1, 30, 0).SyntheticControl(new("x", ["u0"], Panels.Days(30, 40)), PanelScale.Level);
            for (int i = 0; i < 3; i++)
            {
                space[i] += result.SpacePValue <= levels[i] + 1e-12 ? 1 : 0;
                time[i] += result.Conformal <= levels[i] ? 1 : 0;
            }
            held += result.Interval is { } range && range.Contains(0) ? 1 : 0;
        }
        for (int i = 0; i < 3; i++)
            Say($"synthetic control, p ≤ {levels[i]} without an effect: in space {Share(space[i], runs)}, in time {Share(time[i], runs)}");
        Say($"synthetic control: nominal 95 %, conformal interval {Share(held, runs)}");
        // With independent noise the blocks are exchangeable up to the fit; the rank in space is exact up to the treated unit being no donor of placebos.
        Assert.InRange((double)space[2] / runs, 0.13, 0.27);
        Assert.InRange((double)time[0] / runs, 0.01, 0.09);
        Assert.InRange((double)held / runs, 0.91, 1);
    }

    /// <summary>Units with a level of their own, a season they share, and noise with memory; the first get an effect.</summary>
    private static Panel Regions(Random random, int units, int steps, int treated, int start, double effect)
    {
        double[] shared = [.. Enumerable.Range(0, steps).Select(_ => Normal.Sample(random, 0, 1))];
        double[][] rows = new double[units][];
        for (int unit = 0; unit < units; unit++)
        {
            double level = Normal.Sample(random, 10, 1), noise = Normal.Sample(random, 0, 0.5);
            rows[unit] = new double[steps];
            for (int step = 0; step < steps; step++)
            {
                noise = 0.5 * noise + Normal.Sample(random, 0, 0.45);
                rows[unit][step] = level + shared[step] + noise + (unit < treated && step >= start ? effect : 0);
            }
        }
        return new("visits", [.. Enumerable.Range(0, units).Select(unit => $"u{unit}")], [.. Enumerable.Range(0, steps).Select(Panels.Monday.AddDays)], rows);
    }

    private static (double[] Y, double[] X) Level(Random random, int steps, double ratio)
    {
        double level = 50, control = 20;
        double[] y = new double[steps], x = new double[steps];
        for (int step = 0; step < steps; step++)
        {
            (level, control) = (level + Normal.Sample(random, 0, 1) * Math.Sqrt(ratio), control + Normal.Sample(random, 0, 0.3));
            x[step] = control + Normal.Sample(random, 0, 1);
            y[step] = level + x[step] + Normal.Sample(random, 0, 1);
        }
        return (y, x);
    }

    private static string Share(int hits, int runs) => FormattableString.Invariant($"{100.0 * hits / runs:0.0} %");

    private static void Say(FormattableString words) => TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(words));

    [SlowFact]
    public void Lifts_hold_the_truth_as_often_as_the_effects_they_are_made_of()
    {
        foreach (double noise in new[] { 0.5, 1.0, 1.5 })
        {
            var random = new Random((int)(100 * noise));
            int held = 0, judged = 0, runs = 1000;
            for (int run = 0; run < runs; run++)
            {
                double[][] rows = [.. Enumerable.Range(0, 8).Select(unit => Enumerable.Range(0, 8).Select(step => 10 + Normal.Sample(random, 0, noise) + (unit < 2 && step >= 4 ? 3 : 0)).ToArray())];
                if (Panels.OfDays(rows).DifferenceInDifferences(new("x", ["a", "b"], Panels.Days(4, 8)), PanelScale.Level).Incremental.Interval is not { } interval)
                    continue;
                // What these units would have had in these days is what they had, less 3 in each.
                double without = rows[..2].Sum(row => row[4..].Sum() - 3 * 4);
                judged++;
                held += interval.Contains(3 * 8 / without) ? 1 : 0;
            }
            Say($"lift of DiD on the measure's own scale, noise {noise}: nominal 95 %, interval {Share(held, judged)}");
            Assert.InRange((double)held / judged, 0.93, 0.97);
        }
    }
}
