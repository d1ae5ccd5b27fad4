using System.Globalization;
using UserOps.Data;
using UserOps.Learning;
using UserOps.Samples;
using UserOps.Segments.Audiences;
using UserOps.Testing;
using UserOps.Uplift;

namespace UserOps.Tests.Uplift;

/// <summary>
/// Seeded experiments whose truth is known: x is uniform, the outcome has rate a when left alone and b·(x − ⅓)/2 more when treated. 95 % intervals must hold the
/// truth about as often as they say; docs/methods/uplift.md has the table.
/// </summary>
public class UpliftCoverageTests(ITestOutputHelper output)
{
    private static readonly Regime[] Regimes = [new(500, 0.2, 0.3, 0.5), new(500, 0.05, 0.1, 0.5), new(2000, 0.2, 0.3, 0.5), new(2000, 0.2, 0.3, 0.8), new(2000, 0.05, 0.1, 0.5), new(2000, 0.2, 0, 0.5)];
    private static readonly Regime[] Few = [new(500, 0.2, 0.3, 0.5), new(500, 0.05, 0.1, 0.5), new(1000, 0.2, 0.3, 0.8), new(1000, 0.2, 0, 0.5)];
    private static readonly UpliftOffer Offer = new() { Cost = 0.5, Value = 10 };

    [SlowFact]
    public void Intervals_of_the_areas() => Each(["Area, bootstrap", "Qini, bootstrap", "AUUC, bootstrap"], 200, 0.895, 0.99, Few, regime => random =>
    {
        var bootstrap = UpliftBootstrap.Of([Draw(random, regime)], 0.95, 1);
        double squared = (double)regime.Users * regime.Users;
        return [Holds(QiniVariant.Area, regime.Area), Holds(QiniVariant.Qini, regime.Area * squared * regime.Treated / regime.Best.Qini), Holds(QiniVariant.Auuc, regime.Area * squared / regime.Best.Uplift)];

        bool Holds(QiniVariant variant, double truth) => bootstrap.Area(0, variant)!.Value.Interval!.Value.Contains(truth);
    });

    [SlowFact]
    public void Intervals_of_the_paired_difference() => Each(["Area over scores without meaning, paired bootstrap"], 150, 0.89, 1, Few, regime => random =>
    {
        var scores = Draw(random, regime);
        var other = new UpliftScores([.. scores.Scores.Select(_ => random.NextDouble())], scores.Treated, scores.Outcomes);
        return [scores.Compare(other)!.Value.Interval!.Value.Contains(regime.Area)];
    });

    [SlowFact]
    public void Intervals_of_the_uplift_of_a_tenth() => Each("Uplift of the top tenth, Newcombe", 1000, 0.929, 0.992, regime => random =>
    {
        var scores = Draw(random, regime);
        double[] top = [.. scores.Scores.OrderDescending().Take(regime.Users / 10)];
        return scores.Deciles().Bins[0].Effect.Interval()!.Value.Contains(top.Average(regime.Uplift));
    });

    [SlowFact]
    public void Intervals_of_the_uplift_of_everybody() => Each("Uplift of everybody, Newcombe", 1000, 0.93, 0.97, regime => random => Draw(random, regime).Effect.Interval()!.Value.Contains(regime.Uplift(0.5)));

    [SlowFact]
    public void Intervals_of_the_gain_of_a_rule() => Each("Gain of contacting the upper half, weighted", 1000, 0.925, 0.97, regime => random =>
    {
        var users = Users(Draw(random, regime));
        var gain = PolicyGain.Of(users, [.. users.Features.Numbers("x").Select(x => x > 0.5 ? 1 : 0)], Offer);
        return gain.Per(1000, 0.95).Interval!.Value.Contains(1000 * 0.5 * (Offer.Value * regime.Uplift(0.75) - Offer.Cost));
    });

    [SlowFact]
    public void Intervals_of_the_gain_over_everybody() => Each("Gain of the upper half over everybody, weighted", 1000, 0.925, 0.97, regime => random =>
    {
        var users = Users(Draw(random, regime));
        var upper = PolicyGain.Of(users, [.. users.Features.Numbers("x").Select(x => x > 0.5 ? 1 : 0)], Offer);
        var all = PolicyGain.Of(users, [.. Enumerable.Repeat(1, users.Count)], Offer);
        return upper.Over(all, 1000, 0.95).Interval!.Value.Contains(-1000 * 0.5 * (Offer.Value * regime.Uplift(0.25) - Offer.Cost));
    });

    [SlowFact]
    public void A_model_of_noise_is_said_to_beat_chance_one_time_in_forty()
    {
        var asked = new UpliftTableDefinition("arm", "bought") { Learners = [new UpliftLearner.TLearner(Learner.Linear)] };
        double share = Enumerable.Range(0, 200).AsParallel().Count(seed => Trials.Planted(600, seed, 0).Uplift(asked).Arms[0].Trials[0].BeatsRandom) / 200.0;
        Say("A model of noise beats chance", "600 users, 240 of whom judge", share);
        Assert.InRange(share, 0, 0.065);
    }

    [SlowFact]
    public void Segments_of_a_large_shop_have_the_uplift_that_was_planted_and_models_rank_them_so()
    {
        using var folder = new TemporaryFolder();
        ShopSample.Write(folder.Path, new ShopOptions { Users = 60_000, Seed = 11 });
        var data = Dataset.Open(folder.Path, cancellation: TestContext.Current.CancellationToken);
        Rule often = Rule.Number("touches_7d") >= 3, bought = Rule.Number("orders") > 0, active = Rule.Number("recency_days") <= 21;
        var result = data.Uplift(new UpliftDefinition { Experiment = "winback-coupon", Features = ["orders", "recency_days", "touches_7d"] });
        var segments = result.Segments(
            ("over_contacted", often), ("active_buyer", !often & bought & active), ("lapsed_buyer", !often & bought & !active),
            ("active_browser", !often & !bought & active), ("lapsed_browser", !often & !bought & !active));
        var truth = PlantedTruth.Beside(folder.Path, "winback_coupon", "segments").Against("uplift", segments.Figures);
        output.WriteLine(truth.ToString());
        output.WriteLine(result.ToString());
        output.WriteLine(segments.ToString());
        Assert.True(truth.Held >= 4);
        var trials = result.Arms[0].Trials;
        Assert.True(trials[0].BeatsRandom);
        Assert.True(trials.Single(trial => trial.Name == "Uplift tree").BeatsRandom);
        double[] expected = [.. segments.Segments.Select(segment => segment.Expected!.Value)];
        Assert.Equal(2, expected.Index().MaxBy(one => one.Item).Index);
        Assert.True(expected[0] < expected[4]);
        Assert.Contains(result.Rules().Segments, rule => rule.Name.Contains("orders", StringComparison.Ordinal));
    }

    private void Each(string what, int runs, double low, double high, Func<Regime, Func<Random, bool>> holdsOf) => Each([what], runs, low, high, Regimes, regime =>
    {
        var holds = holdsOf(regime);
        return random => [holds(random)];
    });

    private void Each(string[] what, int runs, double low, double high, Regime[] regimes, Func<Regime, Func<Random, bool[]>> holdsOf) => Assert.All(regimes, regime =>
    {
        var holds = holdsOf(regime);
        bool[][] held = [.. Enumerable.Range(0, runs).AsParallel().Select(run => holds(new Random(run)))];
        for (int i = 0; i < what.Length; i++)
        {
            double share = held.Count(one => one[i]) / (double)runs;
            Say(what[i], regime.ToString(), share);
            Assert.InRange(share, low, high);
        }
    });

    private void Say(string what, string where, double share) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} | {where} | {share:0.000}"));

    private static UpliftScores Draw(Random random, Regime regime)
    {
        double[] x = [.. Enumerable.Range(0, regime.Users).Select(_ => random.NextDouble())];
        bool[] treated = [.. x.Select(_ => random.NextDouble() < regime.Treated)];
        return new(x, treated, [.. x.Select((value, row) => random.NextDouble() < regime.Rate + (treated[row] ? regime.Uplift(value) : 0) ? 1.0 : 0)]);
    }

    private static AssignedUsers Users(UpliftScores scores) =>
        Trials.Of(Trials.Table(("x", [.. scores.Scores])), [.. scores.Treated.Select(treated => treated ? 1 : 0)], scores.Outcomes);

    private sealed record Regime(int Users, double Rate, double Slope, double Treated)
    {
        /// <summary>The mean height of the curve over the random line: ∫∫ of the uplift above the depth, less the line to its end.</summary>
        public double Area => Slope / 24;

        public BestAreas Best => BestAreas.Of(Users * Treated, Users * (1 - Treated), Users * Treated * (Rate + Uplift(0.5)), Users * (1 - Treated) * Rate);

        public double Uplift(double x) => Slope * (x - 1 / 3.0) / 2;

        public override string ToString() => FormattableString.Invariant($"n = {Users}, rate {Rate}, slope {Slope}, treated {Treated}");
    }
}
