using CsCheck;
using UserOps.Campaigns;
using UserOps.Display;
using UserOps.Testing;

namespace UserOps.Tests.Campaigns;

public class DifferenceInDifferencesTests
{
    private static readonly Intervention Two = Panels.FromFifth("a", "b");

    // statsmodels 0.13.5: smf.ols('y ~ D + C(u) + C(t)').fit(cov_type='cluster'); R 4.2 sandwich: vcovCL(lm, cluster = ~u, type = "HC1") gives the same.
    [Theory]
    [InlineData(PanelScale.Level, 3.85, 0.6013621988892177)]
    [InlineData(PanelScale.Log, 0.21619565403016983, 0.10122810067261416)]
    public void Effect_and_clustered_error_are_those_of_statsmodels_and_sandwich(PanelScale scale, double effect, double error)
    {
        var result = Panels.Seven.DifferenceInDifferences(Two, scale);
        Assert.Equal(effect, result.Effect, 1e-12);
        Assert.Equal(error, result.ClusteredError!.Value, 1e-12);
    }

    [Fact]
    public void With_few_units_each_counts_as_one_number_as_in_a_t_test_on_their_changes()
    {
        // scipy 1.10: stats.ttest_ind of the units' changes.
        var result = Panels.Seven.DifferenceInDifferences(Two, PanelScale.Level);
        Assert.False(result.UsesClusters);
        Assert.Equal(0.8218880702382776, result.UnitError!.Value, 1e-12);
        Assert.Equal(1.7372694549151446, result.Interval!.Value.Lower, 1e-9);
        Assert.Equal(5.962730545084856, result.Interval!.Value.Upper, 1e-9);
        Assert.Equal(0.005412496568241186, result.PValue!.Value, 1e-12);
        Assert.Contains(result.Notes, note => note.StartsWith("Few units (7)", StringComparison.Ordinal));
    }

    [Fact]
    public void The_permutation_test_counts_all_assignments()
    {
        // itertools.combinations(range(7), 2): 1 of 21 is as large.
        var result = Panels.Seven.DifferenceInDifferences(Two, PanelScale.Level);
        Assert.Equal(new(1 / 21.0, 21, true), result.Permutation);
    }

    [Fact]
    public void The_event_study_is_the_regression_with_a_dummy_for_each_step()
    {
        // statsmodels: y ~ C(u) + C(t) + C(t, Treatment(3)):T
        double[] expected = [0.5, 1.0, 1.3, 0, 5.4, 3.7];
        var result = Panels.Seven.DifferenceInDifferences(Two, PanelScale.Level);
        Assert.Equal(expected, result.EventStudy.Select(point => Math.Round(point.Effect, 10)));
        Assert.Equal([true, true, true, true, false, false], result.EventStudy.Select(point => point.IsBefore));
    }

    [Fact]
    public void The_drift_before_is_a_t_test_on_the_units_slopes()
    {
        // numpy.polyfit by unit, then scipy.stats.ttest_ind.
        var drift = Panels.Seven.DifferenceInDifferences(Two, PanelScale.Level).PreTrend!;
        Assert.Equal(-0.12, drift.Slope, 1e-12);
        Assert.Equal(0.6196450344480857, drift.PValue!.Value, 1e-12);
    }

    [Fact]
    public void Published_means_give_the_published_difference_within_their_rounding()
    {
        // Card and Krueger (1994), table 3: mean full-time equivalents before and after; the difference is 2.76 from unrounded means.
        var panel = Panels.Of([20.44, 21.03], [23.33, 21.17]);
        var result = panel.DifferenceInDifferences(new("minimum wage in New Jersey", ["a"], Panels.Days(7, 14)), PanelScale.Level);
        Assert.Equal(2.76, result.Effect, 0.011);
        Assert.Null(result.Interval);
        Assert.Contains(result.Notes, note => note.StartsWith("No interval", StringComparison.Ordinal));
    }

    [Fact]
    public void Shocks_that_all_units_share_and_sizes_that_stay_change_nothing() =>
        Gen.Select(Gen.Double[-5, 5].Array[6], Gen.Double[-5, 5].Array[7], Gen.Double[-3, 3]).Sample((steps, units, effect) =>
        {
            double[][] rows = [.. Enumerable.Range(0, 7).Select(unit => Enumerable.Range(0, 6).Select(step => Panels.Seven[unit][step] + steps[step] + units[unit] + (unit < 2 && step >= 4 ? effect : 0)).ToArray())];
            var moved = Panels.Of(rows).DifferenceInDifferences(Two, PanelScale.Level);
            Assert.Equal(3.85 + effect, moved.Effect, 1e-9);
            Assert.Equal(0.8218880702382776, moved.UnitError!.Value, 1e-9);
        }, iter: 200);

    [Fact]
    public void The_lift_is_the_same_question_on_each_scale()
    {
        // Everything doubles in the treated units and stays elsewhere.
        var panel = Panels.Of([10, 10, 10, 10, 20, 20], [4, 5, 4, 5, 4.4, 4.6], [7, 7, 8, 7, 7.4, 7.1], [3, 3, 3, 3, 3, 3]);
        foreach (var scale in new[] { PanelScale.Index, PanelScale.Log })
            Assert.Equal(1, panel.DifferenceInDifferences(Panels.FromFifth("a"), scale).Incremental.Lift!.Value, 0.06);
    }

    [Fact]
    public void Units_that_drifted_apart_before_are_doubted()
    {
        double[][] rows = [[10, 14, 18, 22, 26, 30], [10, 14.1, 18, 22.2, 26, 30], .. Enumerable.Range(0, 5).Select(unit => new double[] { 10, 10 + 0.1 * unit, 10, 10.1, 10, 10 })];
        var result = Panels.Of(rows).DifferenceInDifferences(Two, PanelScale.Level);
        Assert.NotNull(result.Incremental.Doubt);
        Assert.Contains(result.Notes, note => note.Contains("do not use the number", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_data_cannot_answer_is_refused()
    {
        Assert.Throws<InsufficientDataException>(() => Panels.Seven.DifferenceInDifferences(Panels.FromFifth("nobody")));
        Assert.Throws<InsufficientDataException>(() => Panels.Of([1, 2, 3, 4, 5, 6]).DifferenceInDifferences(Panels.FromFifth("a")));
        Assert.Throws<InsufficientDataException>(() => Panels.Seven.DifferenceInDifferences(new("x", ["a"], Panels.Days(0, 14))));
        Assert.Throws<InsufficientDataException>(() => Panels.Of([1, 0, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]).DifferenceInDifferences(Panels.FromFifth("a")));
        Assert.Throws<UserOpsException>(() => Panels.Seven.DifferenceInDifferences(Two, level: double.NaN));
        // Flat units: no spread, so no interval, never an error of 0.
        var flat = Panels.Of([5, 5, 5, 5, 5, 5], [3, 3, 3, 3, 3, 3], [2, 2, 2, 2, 2, 2]).DifferenceInDifferences(Panels.FromFifth("a"));
        Assert.Null(flat.Interval);
        Assert.Null(flat.PValue);
    }

    [Fact]
    public void Steps_that_a_unit_lacks_are_left_out_and_counted()
    {
        var panel = Panels.Of([10, double.NaN, 11, 13, 18, 19], [20, 21, 23, 22, 22, 23], [8, 9, 9, 11, 11, 12]);
        var result = panel.DifferenceInDifferences(Panels.FromFifth("a"));
        Assert.Equal(5, result.EventStudy.Count);
        Assert.Contains(result.Notes, note => note.StartsWith("1 steps are left out", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_reads_as_the_golden_file() =>
        Golden.Matches(Panels.Seven.DifferenceInDifferences(Two with { Overlapping = ["spring sale"] }).ToString(), "differences.txt");

    [Fact]
    public void It_renders_in_every_way()
    {
        var result = Panels.Seven.DifferenceInDifferences(Two);
        Assert.NotNull(result.Render()[MimeBundle.Html]);
        Assert.StartsWith("<svg", result.ToChart().ToSvg().TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_larger_effect_leaves_less_of_what_would_have_been()
    {
        var result = Panels.Seven.DifferenceInDifferences(Two, PanelScale.Level);
        var interval = result.Interval!.Value;
        double exposure = (result.Actual - result.Counterfactual) / result.Effect;
        Assert.Equal(result.Actual / (result.Actual - interval.Lower * exposure) - 1, result.Incremental.Interval!.Value.Lower, 1e-12);
        Assert.Equal(result.Actual / (result.Actual - interval.Upper * exposure) - 1, result.Incremental.Interval.Value.Upper, 1e-12);
    }

    [Fact]
    public void Of_nothing_there_is_no_lift()
    {
        var panel = Panels.Of([1, 1, 1, 1, 3, 3.1], [9, 9, 9.1, 9, 2, 2.2], [8, 8, 8, 8.1, 1, 1.3], [9, 8, 9, 8, 1, 2]);
        var result = panel.DifferenceInDifferences(Panels.FromFifth("a"), PanelScale.Level);
        Assert.True(result.Counterfactual < 0);
        Assert.Null(result.Incremental.Lift);
        Assert.Null(result.Incremental.Interval);
        Assert.Contains(result.Notes, note => note.StartsWith("The lift, or a bound of it, is blank", StringComparison.Ordinal));
    }
}
