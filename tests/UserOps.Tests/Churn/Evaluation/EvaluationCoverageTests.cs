using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using UserOps.Churn;
using UserOps.Data;
using UserOps.Features;
using UserOps.Statistics;
using UserOps.Testing;

namespace UserOps.Tests.Churn.Evaluation;

/// <summary>
/// Seeded simulations of scores whose truth is known: normal with deviation 1, mean 0 for users who stay and d for those who leave. 95 % intervals must hold the
/// truth about as often as they say; docs/methods/churn.md has the table.
/// </summary>
public class EvaluationCoverageTests
{
    private static readonly Regime[] Regimes =
        [new(150, 0.1, 1), new(150, 0.3, 2), new(500, 0.1, 1), new(500, 0.1, 2), new(500, 0.3, 1), new(500, 0.3, 3), new(2000, 0.05, 1), new(2000, 0.05, 2), new(2000, 0.3, 1)];

    private static readonly RetentionOffer Offer = new() { Cost = 4, SaveRate = 0.3, Value = 60 };

    [SlowFact]
    public void Intervals_of_the_auc() => Each("AUC, DeLong on the logit scale", 2000, 0.925, 0.985, regime =>
    {
        double truth = Normal.CDF(0, 1, regime.Distance / Math.Sqrt(2));
        return random => Draw(random, regime).RocAuc().Interval!.Value.Contains(truth);
    });

    [SlowFact]
    public void The_test_of_two_models_that_are_equally_good_rejects_one_time_in_twenty() => Each("AUC difference, DeLong", 2000, 0.93, 0.975, regime => random =>
    {
        bool[] left = Outcomes(random, regime);
        double[] common = [.. left.Select(_ => Normal.Sample(random, 0, 0.7))];
        BinaryScores Model() => new([.. left.Select((yes, i) => common[i] + Normal.Sample(random, yes ? regime.Distance : 0, Math.Sqrt(0.51)))], left);
        return Model().CompareAuc(Model()).PValue > 0.05;
    });

    [SlowFact]
    public void Intervals_of_the_average_precision() => Each("Average precision, bootstrap BCa", 400, 0.86, 0.985, regime =>
    {
        double truth = GaussLegendreRule.Integrate(
            x => Normal.PDF(regime.Distance, 1, x) * Precision(regime, x), regime.Distance - 8, regime.Distance + 8, 200);
        return random => Draw(random, regime).AveragePrecisionInterval() is { } interval && interval.Contains(truth);
    });

    [SlowFact]
    public void Intervals_of_the_top_decile() => Each("Capture of the top tenth, bootstrap percentile", 400, 0.87, 0.985, regime =>
    {
        double cut = MathNet.Numerics.RootFinding.Brent.FindRoot(x => Above(regime, x) - 0.1, -8, 12);
        double truth = 1 - Normal.CDF(regime.Distance, 1, cut);
        return random => Draw(random, regime).Gain().TopDecile.CaptureInterval is { } interval && interval.Contains(truth);
    });

    [SlowFact]
    public void Intervals_of_the_Brier_score() => Each("Brier score, Student", 2000, 0.9, 0.97, regime =>
    {
        double truth = GaussLegendreRule.Integrate(
            x => Density(regime, x) * ProbabilityAt(regime, x) * (1 - ProbabilityAt(regime, x)), -8, regime.Distance + 8, 300);
        return random => Probabilities(random, regime).Probability().BrierInterval!.Value.Contains(truth);
    });

    [SlowFact]
    public void Intervals_of_the_chosen_profit() => Each("Profit of the chosen, Student", 2000, 0.9, 0.975, regime =>
    {
        double cut = Cut(regime), truth = 1000 * (Offer.SaveRate * Offer.Value * regime.BaseRate * (1 - Normal.CDF(regime.Distance, 1, cut)) - Offer.Cost * Above(regime, cut));
        return random => Judge(Probabilities(random, regime)).Chosen.Interval is { } interval && interval.Contains(truth);
    });

    [SlowFact]
    public void Intervals_of_the_profit_of_a_fixed_depth() => Each("Profit of the top fifth, bootstrap percentile", 400, 0.9, 0.985, regime =>
    {
        double cut = MathNet.Numerics.RootFinding.Brent.FindRoot(x => Above(regime, x) - 0.2, -8, 12);
        double truth = 1000 * (Offer.SaveRate * Offer.Value * regime.BaseRate * (1 - Normal.CDF(regime.Distance, 1, cut)) - Offer.Cost * 0.2);
        return random => ProfitCurve.Of(Probabilities(random, regime), Offer).Points.Single(point => point.Share == 0.2).Interval!.Value.Contains(truth);
    });

    [SlowFact]
    public void Intervals_of_the_break_even_save_rate() => Each("Break-even save rate, Wilson", 2000, 0.93, 0.985, regime =>
    {
        double cut = Cut(regime), truth = Offer.Cost / (Offer.Value * regime.BaseRate * (1 - Normal.CDF(regime.Distance, 1, cut)) / Above(regime, cut));
        return random => Judge(Probabilities(random, regime)).BreakEvenSaveRate is not { } rate || rate.Interval!.Value.Contains(truth);
    });

    [SlowFact]
    public void A_calibrated_model_is_called_miscalibrated_one_time_in_twenty() => Each("Calibration error within chance", 400, 0.92, 0.985, regime =>
        random => !Probabilities(random, regime).Reliability().IsMiscalibrated);

    [SlowFact]
    public void Intervals_of_the_importance_of_a_feature() => Each("Importance of a feature, DeLong over shuffles", 400, 0.9, 0.99, regime =>
    {
        // Two features of equal weight; with one shuffled, the score is still normal but its classes lie apart by the other alone.
        double each = regime.Distance / Math.Sqrt(2);
        double truth = Normal.CDF(0, 1, regime.Distance / Math.Sqrt(2)) - Shuffled(regime.BaseRate, each);
        return random =>
        {
            bool[] left = Outcomes(random, regime);
            NumberColumn Column(string name) => new(name, [.. left.Select(yes => Normal.Sample(random, yes ? each : 0, 1))]);
            var table = FeatureTable.From(new("made", [TextColumn.From("id", left.Select((_, i) => $"u{i}")), Column("a"), Column("b")]), "id");
            return FeatureImportance.Of(users => [.. users.Numbers("a").Zip(users.Numbers("b"), (a, b) => a + b)], table, left)
                .Features.Single(one => one.Feature.Name == "a").Interval.Contains(truth);
        };
    });

    // Share of pairs in order when one of two features comes from anybody: a mixture of normals over who the two values come from.
    private static double Shuffled(double baseRate, double each)
    {
        double sum = 0;
        foreach (var (left, ofLeft) in new[] { (1, baseRate), (0, 1 - baseRate) })
            foreach (var (stayed, ofStayed) in new[] { (1, baseRate), (0, 1 - baseRate) })
                sum += ofLeft * ofStayed * Normal.CDF(0, 1, (each + each * (left - stayed)) / 2);
        return sum;
    }

    private static void Each(string what, int runs, double least, double most, Func<Regime, Func<Random, bool>> trial)
    {
        var rows = Regimes.Select((regime, i) => (regime, Share: Held(runs, 100 + i, trial(regime)))).ToList();
        foreach (var (regime, share) in rows)
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{what} | n = {regime.Users}, {regime.BaseRate:0 %} leave, d = {regime.Distance} | {share:0.000}"));
        Assert.All(rows, row => Assert.InRange(row.Share, least, most));
    }

    private static double Held(int runs, int seed, Func<Random, bool> holds)
    {
        var random = new Random(seed);
        return (double)Enumerable.Range(0, runs).Count(_ => holds(random)) / runs;
    }

    private static ProfitCurve Judge(BinaryScores scores) => ProfitCounts.Of(scores, Offer, [.. scores.Scores.Select(_ => Offer.Value)]).Judge(0.95, 1, replicates: 2);

    private static bool[] Outcomes(Random random, Regime regime)
    {
        bool[] left;
        do
            left = [.. Enumerable.Range(0, regime.Users).Select(_ => random.NextDouble() < regime.BaseRate)];
        while (left.Count(yes => yes) < 2);
        return left;
    }

    private static BinaryScores Draw(Random random, Regime regime)
    {
        bool[] left = Outcomes(random, regime);
        return new([.. left.Select(yes => Normal.Sample(random, yes ? regime.Distance : 0, 1))], left);
    }

    private static BinaryScores Probabilities(Random random, Regime regime) =>
        Draw(random, regime).With(score => ProbabilityAt(regime, score));

    private static double Cut(Regime regime)
    {
        // The score at which the probability is the break-even one.
        double odds = Offer.BreakEvenProbability / (1 - Offer.BreakEvenProbability) * (1 - regime.BaseRate) / regime.BaseRate;
        return Math.Log(odds) / regime.Distance + regime.Distance / 2;
    }

    private static double Above(Regime regime, double x) =>
        regime.BaseRate * (1 - Normal.CDF(regime.Distance, 1, x)) + (1 - regime.BaseRate) * (1 - Normal.CDF(0, 1, x));

    private static double Density(Regime regime, double x) =>
        regime.BaseRate * Normal.PDF(regime.Distance, 1, x) + (1 - regime.BaseRate) * Normal.PDF(0, 1, x);

    /// <summary>The share who leave of those above a score.</summary>
    private static double Precision(Regime regime, double x) =>
        regime.BaseRate * Normal.CDF(0, 1, regime.Distance - x) / (regime.BaseRate * Normal.CDF(0, 1, regime.Distance - x) + (1 - regime.BaseRate) * Normal.CDF(0, 1, -x));

    /// <summary>The share who leave of those at a score.</summary>
    private static double ProbabilityAt(Regime regime, double x) =>
        regime.BaseRate * Normal.PDF(regime.Distance, 1, x) / Density(regime, x);

    /// <summary>How many users, what share of them leaves, how far apart the scores of both lie.</summary>
    private sealed record Regime(int Users, double BaseRate, double Distance);
}
