using UserOps.Budget;
using UserOps.Data;
using UserOps.Testing;

namespace UserOps.Tests.Budget;

public class MixTests
{
    private static readonly string[] Spend = ["tv_S", "ooh_S", "print_S", "search_S", "facebook_S"];

    private static readonly Lazy<TypedTable> Robyn = new(() => TypedTable.Open(PublicData.Path("robyn/dt_simulated_weekly.csv")));

    private static readonly MixDefinition OnRobyn = new("revenue", Spend) { Context = ["competitor_sales_B", "newsletter", "events"], Replicates = 0, HoldOut = 0 };

    // NumPy 1.24 and SciPy 1.10: the same objective written with scipy.optimize.nnls, minimised by L-BFGS-B with numerical gradients from 16 starts, all of which end at 2539.23679012.
    [Theory]
    [InlineData("tv_S", 20390635.45, 6.60428)]
    [InlineData("ooh_S", 12274425.26, 1.36544)]
    [InlineData("print_S", 5987831.85, 7.72070)]
    [InlineData("search_S", 31640910.94, 25.71540)]
    [InlineData("facebook_S", 5342345.89, 11.97039)]
    public void Contributions_on_the_weekly_table_of_Robyn_match_SciPy(string channel, double contribution, double returns)
    {
        var found = OnRobynData.Value[channel];
        Assert.Equal(contribution, found.Contribution.Value, 2e-4 * contribution);
        Assert.Equal(returns, found.Return.Value, 2e-4 * returns);
    }

    private static readonly Lazy<MixResult> OnRobynData = new(() => Robyn.Value.Mix(OnRobyn));

    [Fact]
    public void The_linear_part_matches_SciPy_at_fixed_curves()
    {
        // The same script at theta 0.3, half 0.5 of the largest, steepness 1.
        var data = MixData.Read(Robyn.Value, OnRobyn);
        var likelihood = new MixLikelihood(data.Spend, new Basis(data.Controls), data.Outcome, new(AdstockKind.Geometric, SaturationKind.Hill));
        double[] at = [.. Enumerable.Repeat(new[] { 0.3, Math.Log(0.5), 0.0 }, 5).SelectMany(one => one)];
        Assert.Equal(2548.8700993816, likelihood.Evaluate(at, new double[15]), 1e-8);
        double[] coefficients = likelihood.Coefficients([.. Spend.Select((_, channel) => likelihood.Transform(channel, at.AsSpan(3 * channel, 3)))]);
        double[] known = [788688.8698105266, 197387.92522417943, 202717.60004964916, 162688.65944770054, 183609.7008063447];
        Assert.All(known.Zip(coefficients), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * pair.First));
    }

    [Fact]
    public void The_gradient_is_the_slope_of_the_likelihood()
    {
        var data = MixData.Read(SimulatedMix.Make(104, 5).Table, SimulatedMix.Definition(0));
        foreach (var adstock in Enum.GetValues<AdstockKind>())
        {
            var shape = new MixShape(adstock, SaturationKind.Hill);
            var likelihood = new MixLikelihood(data.Spend, new Basis(data.Controls), data.Outcome, shape);
            double[] at = [.. Enumerable.Repeat(shape.Middle, 2).SelectMany(one => one)], gradient = new double[at.Length], ignored = new double[at.Length];
            likelihood.Evaluate(at, gradient);
            for (int i = 0; i < at.Length; i++)
            {
                double[] above = [.. at], below = [.. at];
                (above[i], below[i]) = (at[i] + 1e-4, at[i] - 1e-4);
                Assert.Equal((likelihood.Evaluate(above, ignored) - likelihood.Evaluate(below, ignored)) / 2e-4, gradient[i], 1e-3 * (1 + Math.Abs(gradient[i])));
            }
        }
    }

    [Fact]
    public void Contributions_base_and_residual_sum_to_the_outcome_and_no_channel_costs_sales()
    {
        var result = OnRobynData.Value;
        Assert.All(result.Channels, channel => Assert.True(channel.Contribution.Value >= 0));
        Assert.InRange(result.RSquared, 0.5, 1);
        Assert.Equal(result.Outcome.Sum(), result.Fitted.Sum(), 1e-6 * result.Outcome.Sum());
    }

    [Fact]
    public void A_planted_mix_is_found_again_where_there_is_hardly_noise()
    {
        var truth = SimulatedMix.Make(208, 3, noise: 50);
        var found = truth.Table.Mix(SimulatedMix.Definition(0));
        Assert.All(found.Channels.Index(), one => Assert.Equal(truth.Contributions[one.Index], one.Item.Contribution.Value, 0.04 * truth.Contributions[one.Index]));
        Assert.Equal(2, found["tv"].Curve.CarryOver, 0.05);
    }

    [Fact]
    public void Equal_data_and_seed_give_equal_answers()
    {
        var table = SimulatedMix.Make(104, 8).Table;
        Assert.Equal(table.Mix(SimulatedMix.Definition(10)).ToString(), table.Mix(SimulatedMix.Definition(10)).ToString());
    }

    [Fact]
    public void The_hold_out_is_foretold_better_than_by_last_year()
    {
        var result = SimulatedMix.Make(156, 4).Table.Mix(SimulatedMix.Definition(0) with { HoldOut = 26 });
        Assert.InRange(result.HoldOut!.Error, 0.01, 0.06);
        Assert.True(result.HoldOut.Error < result.HoldOut.NaiveError);
    }

    [Fact]
    public void Channels_that_rise_and_fall_together_are_warned_of() => Assert.Contains(
        SimulatedMix.Make(104, 2, tvFollowsSearch: 0.98).Table.Mix(SimulatedMix.Definition(0)).Notes, note => note.StartsWith("tv and search rise and fall together", StringComparison.Ordinal));

    [Fact]
    public void Every_kind_of_carry_over_and_of_saturation_fits()
    {
        var table = SimulatedMix.Make(156, 6).Table;
        foreach (var adstock in Enum.GetValues<AdstockKind>())
            foreach (var saturation in Enum.GetValues<SaturationKind>())
                Assert.InRange(table.Mix(SimulatedMix.Definition(0) with { Adstock = adstock, Saturation = saturation }).RSquared, 0.85, 1);
    }

    [Fact]
    public void A_holiday_is_told_from_the_weeks_that_hold_its_day()
    {
        var christmas = Holiday.Parse("christmas=12-25");
        Assert.Contains(new DateOnly(2023, 12, 25), christmas.Days);
        Assert.Equal([new DateOnly(2024, 2, 10), new(2025, 1, 29)], Holiday.Parse("spring = 2024-02-10, 2025-01-29").Days);
        Assert.Throws<UserOpsException>(() => Holiday.Parse("christmas"));
        Assert.Throws<UserOpsException>(() => Holiday.Parse("christmas=25.12."));
        var truth = SimulatedMix.Make(156, 6).Table;
        double[] sales = [.. truth.Get<NumberColumn>("sales").Values], raised = [.. sales];
        foreach (int week in Enumerable.Range(0, 156))
            raised[week] += truth.Get<TimeColumn>("week").Ticks[week] is var ticks && christmas.Days.Any(day => day.ToDateTime(default).Ticks is var one && one >= ticks && one < ticks + 7 * TimeSpan.TicksPerDay) ? 30_000 : 0;
        var lifted = new TypedTable("weeks", [.. truth.Columns.Where(column => column.Name != "sales"), new NumberColumn("sales", raised)]);
        double plain = truth.Mix(SimulatedMix.Definition(0))["tv"].Contribution.Value;
        Assert.Equal(plain, lifted.Mix(SimulatedMix.Definition(0) with { Holidays = [christmas] })["tv"].Contribution.Value, 0.05 * plain);
    }
}
