using CsCheck;
using UserOps.Churn;
using UserOps.Statistics;

namespace UserOps.Tests.Churn.Evaluation;

public class ProfitCurveTests
{
    private static readonly RetentionOffer Offer = new() { Cost = 10, SaveRate = 0.5, Value = 100 };

    // Ten users; the offer pays from 10 ÷ (0.5 · 100) = 0.2 on. Four are above, three of them leave.
    private static readonly BinaryScores Ten = new(
        [0.9, 0.7, 0.5, 0.3, 0.2, 0.15, 0.1, 0.1, 0.05, 0.01],
        [true, true, false, true, false, false, true, false, false, false]);

    [Fact]
    public void Chosen_contacts_counted_by_hand()
    {
        var curve = ProfitCurve.Of(Ten, Offer);
        Assert.Equal(0.2, Offer.BreakEvenProbability, 1e-15);
        Assert.Equal(0.4, curve.Chosen.Share, 1e-15);
        Assert.Equal(3 / 4.0, curve.Chosen.Reached, 1e-15);
        Assert.Equal(1000 * (3 * 50 - 4 * 10) / 10.0, curve.Chosen.Profit, 1e-9);
        Assert.Equal(1000 * ((0.9 + 0.7 + 0.5 + 0.3) * 50 - 40) / 10, curve.Chosen.Expected, 1e-9);
        Assert.Equal(4 * 10 / (3 * 100.0), curve.BreakEvenSaveRate!.Value.Value, 1e-12);
        Assert.Equal(3 / 2.4, curve.ActualToExpected!.Value.Value, 1e-12);
    }

    [Fact]
    public void Depths_counted_by_hand()
    {
        var points = ProfitCurve.Of(Ten, Offer).Points.ToDictionary(point => point.Share);
        Assert.Equal(0, points[0].Profit);
        Assert.Equal(1000 * (50 - 10) / 10.0, points[0.1].Profit, 1e-9);
        Assert.Equal(1000 * (100 - 30) / 10.0, points[0.3].Profit, 1e-9);
        Assert.Equal(1000 * (200 - 100) / 10.0, points[1].Profit, 1e-9);
        Assert.Equal((0.5, 1), (points[0.2].Reached, points[1].Reached));
    }

    [Fact]
    public void Users_worth_more_are_contacted_at_lower_probabilities()
    {
        string[] ids = [.. Enumerable.Range(0, 10).Select(i => $"u{i}")];
        var curve = ProfitCurve.Of(Ten, Offer with { ValueOf = id => id == "u6" ? 1000 : id == "u0" ? 10 : 100 }, ids);
        // u0 expects 0.9 · 0.5 · 10 = 4.5 and is left; u6 expects 0.1 · 0.5 · 1000 = 50 and is contacted.
        Assert.Equal(0.4, curve.Chosen.Share, 1e-15);
        Assert.Equal(1000 * (50 + 0 + 50 + 500 - 40) / 10.0, curve.Chosen.Profit, 1e-9);
    }

    [Fact]
    public void Intervals_of_the_break_even_rate_and_of_actual_to_expected_come_from_Wilson()
    {
        var wilson = Wilson.Interval(3, 4);
        var curve = ProfitCurve.Of(Ten, Offer);
        Assert.Equal(10 / (100 * wilson.Upper), curve.BreakEvenSaveRate!.Value.Interval!.Value.Lower, 1e-12);
        Assert.Equal(10 / (100 * wilson.Lower), curve.BreakEvenSaveRate!.Value.Interval!.Value.Upper, 1e-12);
        Assert.Equal(wilson.Lower / 0.6, curve.ActualToExpected!.Value.Interval!.Value.Lower, 1e-12);
    }

    [Fact]
    public void An_offer_dearer_than_it_can_bring_chooses_nobody()
    {
        var curve = ProfitCurve.Of(Ten, Offer with { Cost = 60 });
        Assert.Equal((0, 0), (curve.Chosen.Share, curve.Chosen.Profit));
        Assert.Null(curve.BreakEvenSaveRate);
        Assert.Contains("Nobody is worth the offer", curve.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_threshold_beats_the_implied_one_where_probabilities_come_true() =>
        (from cost in Gen.Double[0, 60] from save in Gen.Double[0.05, 1] select (cost, save)).Sample(it =>
        {
            // Forty users of each probability 0, ¼, ½, ¾ and 1, of whom just that share leaves.
            double[] scores = [.. Enumerable.Range(0, 200).Select(i => i / 40 / 4.0)];
            var curve = ProfitCurve.Of(
                new(scores, [.. scores.Select((score, i) => i % 40 < 40 * score)]), new() { Cost = it.cost, SaveRate = it.save, Value = 100 });
            return curve.Points.All(point => point.Profit <= curve.Chosen.Profit + 1e-6);
        }, iter: 30);

    [Theory]
    [InlineData(-1, 0.5, 100)]
    [InlineData(1, 0, 100)]
    [InlineData(1, 1.2, 100)]
    [InlineData(1, 0.5, 0)]
    [InlineData(double.NaN, 0.5, 100)]
    [InlineData(1, double.NaN, 100)]
    public void Impossible_terms_are_refused(double cost, double saveRate, double value) =>
        Assert.Throws<UserOpsException>(() => ProfitCurve.Of(Ten, new() { Cost = cost, SaveRate = saveRate, Value = value }));

    [Fact]
    public void Values_by_user_need_ids_and_finite_numbers()
    {
        Assert.Throws<UserOpsException>(() => ProfitCurve.Of(Ten, Offer with { ValueOf = _ => 5 }));
        Assert.Throws<UserOpsException>(() => ProfitCurve.Of(Ten, Offer with { ValueOf = _ => double.NaN }, [.. Enumerable.Repeat("u", 10)]));
    }
}
