using System.Globalization;
using UserOps.Data;
using UserOps.Statistics;
using UserOps.Survival;
using UserOps.Testing;

namespace UserOps.Tests.Survival;

/// <summary>How often 95 % intervals hold the truth, by sample size and censoring. The tables of docs/methods/survival.md are what these tests print.</summary>
public class SurvivalCalibrationTests
{
    private const int Runs = 2000;

    // Exponential lives with mean 10; watching ends uniformly up to 50 (a fifth is censored) or up to 16 (half).
    private static readonly (string Name, double End)[] Regimes = [("light", 50), ("heavy", 16)];
    private static readonly int[] Sizes = [20, 50, 200];

    [SlowFact]
    public void Bands_medians_and_restricted_means_hold_the_truth_about_as_often_as_they_say()
    {
        foreach (var (name, end) in Regimes)
            foreach (int n in Sizes)
            {
                double[] held = Curves(n, end);
                Report($"{name} n={n}", held);
                Assert.InRange(held[0], 0.90, 0.975);
                Assert.InRange(held[3], n == 20 ? 0.89 : 0.92, 0.985);
                Assert.InRange(held[4], n == 20 ? 0.87 : 0.91, 0.97);
                Assert.True(held[0] > held[2] - 0.005, "the log-log band holds at least as often as the plain one");
            }
    }

    [SlowFact]
    public void Hazard_ratios_hold_the_truth_about_as_often_as_they_say()
    {
        foreach (var (name, end) in Regimes)
            foreach (int n in Sizes)
            {
                double[] held = Ratios(n, end);
                Report($"Cox {name} n={n}", held);
                Assert.InRange(held[0], 0.93, 0.98);
                Assert.InRange(held[1], n == 20 ? 0.86 : n == 50 ? 0.91 : 0.93, 0.97);
                Assert.InRange(held[2], n == 20 ? 0.88 : 0.92, 0.985);
            }
    }

    [SlowFact]
    public void Lives_read_from_events_give_back_the_curve_that_made_them()
    {
        // Users start over 200 days, are active every day with chance 0.5 and leave with chance 0.03 a day: of those who last, few are silent for 14 days.
        var random = new Random(5);
        var events = Enumerable.Range(0, 4000).SelectMany(user => Life(user, random));
        var fit = Dataset.From(events: events).Lifetimes(new() { SilentDays = 14 }).Curves().Fit;
        foreach (int day in new[] { 10, 30, 60 })
        {
            // The last activity comes on average a little before the end of the life; day 1 is always active.
            double truth = LastActivityAfter(day);
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"day {day}: {fit.SurvivalAt(day):0.0000} for {truth:0.0000}"));
            Assert.Equal(truth, fit.SurvivalAt(day), 0.025);
        }
    }

    [SlowFact]
    public void The_effects_on_a_hundred_thousand_users_are_found_among_ten_covariates()
    {
        const int n = 100_000;
        var random = new Random(8);
        double[][] x = [.. Enumerable.Range(0, 10).Select(_ => Enumerable.Range(0, n).Select(_ => random.NextDouble()).ToArray())];
        var (times, events) = Draw(random, n, 30, i => Math.Exp(x[0][i] - x[1][i]));
        var data = SurvivalData.Of(times, events, columns: new("t", [.. x.Select((values, j) => new NumberColumn($"x{j}", values))]));
        var model = data.Cox(new() { Covariates = [.. Enumerable.Range(0, 10).Select(j => new Covariate($"x{j}"))] });
        Assert.True(model["x0"].Interval.Contains(1) && model["x1"].Interval.Contains(-1));
    }

    /// <summary>Share of runs whose interval holds the truth: log-log, log, plain band at t = 7; median; mean within 7.</summary>
    private static double[] Curves(int n, double end)
    {
        var random = new Random(n + (int)end);
        double[] held = new double[5];
        double median = 10 * Math.Log(2), mean = 10 * (1 - Math.Exp(-0.7)), survival = Math.Exp(-0.7);
        for (int run = 0; run < Runs; run++)
        {
            var (times, events) = Draw(random, n, end, _ => 1);
            held[0] += Holds(times, events, SurvivalBand.LogLog, survival);
            held[1] += Holds(times, events, SurvivalBand.Log, survival);
            held[2] += Holds(times, events, SurvivalBand.Plain, survival);
            var fit = KaplanMeier.Fit(times, events);
            held[3] += fit.MedianInterval is { } interval ? interval.Contains(median) ? 1 : 0 : 1;
            held[4] += fit.LastTime >= 7 && fit.RestrictedMean(7).Interval.Contains(mean) ? 1 : 0;
        }
        return [.. held.Select(count => count / Runs)];
    }

    /// <summary>Share of fitted runs whose interval of the hazard ratio holds the truth: from the model, robust, of a Weibull fit; then the share refused.</summary>
    private static double[] Ratios(int n, double end)
    {
        var random = new Random(3 * n + (int)end);
        double[] held = new double[4];
        for (int run = 0; run < Runs; run++)
        {
            double[] x = [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? 0.0 : 1)];
            var (times, events) = Draw(random, n, end, i => x[i] == 0 ? 1 : Math.Exp(0.5));
            var data = SurvivalData.Of(times, events, columns: new("t", [new NumberColumn("x", x)]));
            try
            {
                held[0] += data.Cox(new() { Covariates = ["x"] }).Coefficients[0].Interval.Contains(0.5) ? 1 : 0;
                held[1] += data.Cox(new() { Covariates = ["x"], Errors = CoxErrors.Robust }).Coefficients[0].Interval.Contains(0.5) ? 1 : 0;
                held[2] += data.AcceleratedTime(new() { Covariates = ["x"] })["x"].Interval.Contains(-0.5) ? 1 : 0;
            }
            catch (InsufficientDataException)
            {
                held[3]++;
            }
        }
        return [held[0] / (Runs - held[3]), held[1] / (Runs - held[3]), held[2] / (Runs - held[3]), held[3] / Runs];
    }

    private static (double[] Times, bool[] Events) Draw(Random random, int n, double end, Func<int, double> hazard)
    {
        double[] lives = [.. Enumerable.Range(0, n).Select(i => -10 / hazard(i) * Math.Log(1 - random.NextDouble()))];
        double[] ends = [.. lives.Select(_ => end * random.NextDouble())];
        return ([.. lives.Zip(ends, Math.Min)], [.. lives.Zip(ends, (life, watch) => life <= watch)]);
    }

    private static int Holds(double[] times, bool[] events, SurvivalBand band, double truth)
    {
        // A curve that has come to 0, or has not moved, has no band: it holds nothing, or everything above.
        var point = KaplanMeier.Fit(times, events, band: band).PointAt(7);
        return point is { } known && known.Lower <= truth && truth <= known.Upper ? 1 : 0;
    }

    private static IEnumerable<EventRow> Life(int user, Random random)
    {
        int start = random.Next(200);
        for (int day = start; day < 200; day++)
        {
            if (day == start || random.NextDouble() < 0.5)
                yield return new($"u{user}", "visit", Journeys.Noon(day));
            if (random.NextDouble() < 0.03)
                yield break;
        }
    }

    /// <summary>The chance that the last activity of a life comes after a day of it: the life lasts on, and is active once more.</summary>
    private static double LastActivityAfter(int day)
    {
        double alive = Math.Pow(0.97, day), activeAgain = 0, stays = 1;
        for (int later = 0; later < 2000; later++, stays *= 0.5 * 0.97)
            activeAgain += stays * 0.5;
        return alive * activeAgain;
    }

    private static void Report(string name, double[] held) =>
        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: {string.Join(" ", held.Select(share => share.ToString("0.000", CultureInfo.InvariantCulture)))}");
}
