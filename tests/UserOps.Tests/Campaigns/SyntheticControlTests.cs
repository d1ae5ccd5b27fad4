using CsCheck;
using UserOps.Campaigns;
using UserOps.Testing;

namespace UserOps.Tests.Campaigns;

public class SyntheticControlTests
{
    private static readonly double[][] Donors = [.. Enumerable.Range(2, 5).Select(unit => Panels.Seven[unit][..4].ToArray())];

    // scipy 1.10: optimize.minimize(method="SLSQP", ftol=1e-15) from 20 starts.
    [Theory]
    [InlineData(0, new[] { 0.9018868, 0.0, 0.0981132, 0.0, 0.0 })]
    [InlineData(1, new[] { 0.0, 0.0, 0.44473342, 0.55526658, 0.0 })]
    public void Weights_are_those_of_scipy(int unit, double[] expected)
    {
        double[] weights = SimplexLeastSquares.Solve(Donors, Panels.Seven[unit][..4]);
        for (int i = 0; i < 5; i++)
            Assert.Equal(expected[i], weights[i], 5e-7);
    }

    [Fact]
    public void Error_and_gap_are_those_of_scipy()
    {
        var panel = Panels.Seven.Of([1, 2, 3, 4, 5, 6]);
        var fit = SyntheticFit.Of(panel[0].ToArray(), [.. Enumerable.Range(1, 5).Select(unit => panel[unit].ToArray())], 4);
        Assert.Equal(0.8370096627593423, fit.ErrorBefore, 1e-8);
        Assert.Equal(2.938231534696701, fit.Effect, 1e-5);
    }

    [Fact]
    public void Weights_lie_on_the_simplex_and_meet_the_conditions_of_a_minimum() =>
        Gen.Select(Gen.Double[-3, 3].Array[8].Array[1, 12], Gen.Double[-3, 3].Array[8]).Sample((columns, target) =>
        {
            double[] weights = SimplexLeastSquares.Solve(columns, target);
            Assert.Equal(1, weights.Sum(), 1e-9);
            Assert.All(weights, weight => Assert.True(weight >= 0));
            double[] rest = [.. target.Select((value, row) => value - weights.Select((weight, i) => weight * columns[i][row]).Sum())];
            double[] slopes = [.. columns.Select(column => -column.Zip(rest, (a, b) => a * b).Sum())];
            double multiplier = weights.Zip(slopes, (a, b) => a * b).Sum();
            Assert.All(slopes.Zip(weights), pair => Assert.True(pair.First >= multiplier - 1e-6 && (pair.Second <= 1e-9 || pair.First <= multiplier + 1e-6)));
        }, iter: 500);

    [Fact]
    public void Equal_donors_are_no_obstacle_and_a_donor_that_is_the_unit_takes_it_all()
    {
        double[] same = [1, 2, 3, 5];
        Assert.Equal(1, SimplexLeastSquares.Solve([same, same], same).Sum(), 1e-12);
        Assert.Equal([0.0, 1.0, 0.0], SimplexLeastSquares.Solve([[0, 5, 1, 1], same, [9, 9, 9, 8]], same).Select(weight => Math.Round(weight, 7)));
    }

    [Fact]
    public void An_effect_that_is_put_in_comes_out_within_its_interval()
    {
        var result = Daily(seed: 3, effect: 4).SyntheticControl(new("x", ["a"], Panels.Days(60, 80)), PanelScale.Level);
        Assert.InRange(result.Effect, 3, 5);
        Assert.True(result.Interval!.Value.Contains(4));
        Assert.True(result.Conformal <= 0.05);
        Assert.Equal(1.0 / 6, result.SpacePValue);
        Assert.Null(result.PoorFit);
    }

    [Fact]
    public void Adding_to_the_days_of_the_campaign_moves_estimate_and_interval_alike()
    {
        var when = new Intervention("x", ["a"], Panels.Days(60, 80));
        var none = Daily(seed: 5, effect: 0).SyntheticControl(when, PanelScale.Level);
        var more = Daily(seed: 5, effect: 2).SyntheticControl(when, PanelScale.Level);
        Assert.Equal(none.Effect + 2, more.Effect, 1e-9);
        Assert.Equal(none.Interval!.Value.Lower + 2, more.Interval!.Value.Lower, 1e-5);
    }

    [Fact]
    public void A_double_that_does_not_fit_is_doubted()
    {
        // The treated unit lies far above all others: no mixture reaches it.
        double[][] rows = [[50, 51, 50, 52, 51, 60, 61], [5, 6, 5, 6, 5, 5, 6], [7, 6, 7, 7, 6, 7, 7], [3, 3, 4, 3, 3, 4, 3]];
        var result = Panels.Of(rows).SyntheticControl(new("x", ["a"], Panels.Days(35, 49)), PanelScale.Level);
        Assert.NotNull(result.PoorFit);
        Assert.NotNull(result.Incremental.Doubt);
        Assert.Contains(result.Notes, note => note.StartsWith("Do not use the number", StringComparison.Ordinal));
        Assert.Null(result.Interval);
    }

    [Fact]
    public void Too_few_steps_or_donors_are_refused()
    {
        Assert.Throws<InsufficientDataException>(() => Panels.Seven.SyntheticControl(Panels.FromFifth("a")));
        Assert.Throws<InsufficientDataException>(() => Panels.OfDays([1, 2, 1, 2, 1, 2, 1], [2, 1, 2, 1, 2, 1, 2]).SyntheticControl(new("x", ["a"], Panels.Days(5, 7))));
    }

    [Fact]
    public void Text_reads_as_the_golden_file() =>
        Golden.Matches(Daily(seed: 3, effect: 4).SyntheticControl(new("x", ["a"], Panels.Days(60, 80)), PanelScale.Level).ToString(), "synthetic.txt");

    /// <summary>Six units that share a season of seven days and two factors; an effect in unit a from day 60 on.</summary>
    private static Panel Daily(int seed, double effect)
    {
        var random = new Random(seed);
        double[][] rows = [.. Enumerable.Range(0, 6).Select(unit => Enumerable.Range(0, 80).Select(day =>
            20 + 3 * Math.Sin(day * 2 * Math.PI / 7) + (unit * 37 % 7 - 3) * Math.Cos(day / 9.0) + random.NextDouble() - 0.5 + (unit == 0 && day >= 60 ? effect : 0)).ToArray())];
        return Panels.OfDays(rows);
    }
}
