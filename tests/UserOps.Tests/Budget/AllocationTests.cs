using CsCheck;
using UserOps.Budget;

namespace UserOps.Tests.Budget;

public class AllocationTests
{
    private const double Tight = 1e-9;

    // Hill curves (most, half, steepness), bounds, budget; the best response that SciPy 1.10 finds: differential_evolution, then SLSQP from there and from 200 random starts. In the sixth case
    // SLSQP from an equal division alone ends at 194.18.
    public static TheoryData<double[], double[], double[], double[], double[], double, double> Scipy => new()
    {
        { [132.5, 181.5], [120.8, 49.3], [1.69, 3.58], [0.1, 12.3], [167.6, 127.2], 101.8, 168.861830207 },
        { [45.2, 31.0, 155.7], [93.4, 107.3, 124.3], [1.46, 1.47, 1.62], [4.6, 11.4, 5.6], [96.3, 153.2, 75.5], 84.9, 44.896567642 },
        { [96.8, 40.7, 136.2], [31.3, 43.3, 119.6], [2.35, 2.88, 3.12], [9.1, 3.0, 10.5], [67.7, 86.2, 122.2], 76.6, 81.260547456 },
        { [158.9, 152.1, 89.7, 64.6], [90.2, 58.4, 126.7, 96.8], [1.71, 3.37, 2.71, 1.14], [6.2, 7.3, 14.2, 4.8], [118.0, 203.6, 122.4, 177.1], 152.2, 161.443775803 },
        { [135.3, 159.1, 174.6, 184.5], [57.4, 63.5, 45.5, 90.7], [3.82, 3.2, 2.14, 1.22], [12.6, 13.4, 11.5, 4.4], [115.0, 146.8, 198.4, 83.2], 232.9, 342.077304049 },
        { [57.4, 71.6, 36.9, 68.3, 137.7], [91.7, 93.8, 88.8, 142.9, 130.5], [1.57, 2.54, 3.9, 1.58, 3.01], [9.7, 10.0, 8.3, 11.1, 5.6], [199.6, 140.8, 102.4, 153.3, 155.3], 508.0, 195.622690899 },
        { [187.2, 80.8, 55.5, 31.8, 182.0], [48.1, 136.7, 79.3, 141.3, 31.3], [3.52, 3.93, 3.05, 1.14, 3.99], [12.0, 3.2, 14.6, 1.3, 1.9], [54.4, 138.0, 119.2, 55.0, 120.8], 321.3, 345.743178445 },
        { [90.1, 129.5, 39.3, 174.3, 155.3, 27.3], [46.1, 116.8, 27.4, 23.1, 35.4, 38.5], [3.25, 3.28, 2.59, 1.71, 3.29, 2.79], [0.9, 2.8, 10.4, 8.5, 5.9, 8.0], [79.8, 136.6, 72.5, 206.4, 177.7, 127.5], 562.0, 530.132318441 },
    };

    [Theory]
    [MemberData(nameof(Scipy))]
    public void The_best_division_is_the_one_that_SciPy_finds_from_many_starts(double[] most, double[] half, double[] steepness, double[] lower, double[] upper, double budget, double best)
    {
        BudgetChannel[] channels = [.. most.Select((value, i) => new BudgetChannel($"c{i}", budget / most.Length, new(value, new Saturation.Hill(half[i], steepness[i]))))];
        var plan = channels.Allocate(new() { Total = budget, Bounds = channels.Select((channel, i) => (channel.Name, new SpendBounds(lower[i], upper[i]))).ToDictionary() });
        Assert.Equal(best, plan.Response, 1e-7 * best);
        Assert.Equal(budget, plan.Spend, 1e-9 * budget);
        Assert.InRange(plan.Bound - plan.Response, 0, Tight * best);
        Assert.InRange(plan.KktResidual, 0, 1e-7);
    }

    private static readonly Gen<ResponseCurve> Curve = Gen.Select(Gen.Double[0, 200], Gen.Double[5, 150], Gen.Double[0.6, 4], Gen.Int[0, 3], (most, half, steepness, kind) => kind switch
    {
        0 => new ResponseCurve(most, new Saturation.MichaelisMenten(half)),
        1 => new ResponseCurve(most / 200, new Saturation.None()),
        _ => new ResponseCurve(most, new Saturation.Hill(half, steepness)) { CarryOver = 1 + steepness / 4 },
    });

    private static readonly Gen<(BudgetChannel[] Channels, BudgetDefinition Definition)> Case =
        Gen.Select(Gen.Select(Curve, Gen.Double[0, 20], Gen.Double[1, 150]).Array[2, 5], Gen.Double[0.02, 0.98]).Select((parts, share) =>
        {
            BudgetChannel[] channels = [.. parts.Select((part, i) => new BudgetChannel($"c{i}", part.Item2 + part.Item3 / 3, part.Item1))];
            double least = parts.Sum(part => part.Item2), room = parts.Sum(part => part.Item3);
            return (channels, new BudgetDefinition
            {
                Total = least + share * room,
                Bounds = parts.Select((part, i) => ($"c{i}", new SpendBounds(part.Item2, part.Item2 + part.Item3))).ToDictionary(),
            });
        });

    [Fact]
    public void No_division_on_a_grid_brings_more_and_the_bound_proves_it() => Check.Sample(Case, one =>
    {
        var plan = one.Channels.Allocate(one.Definition);
        Assert.True(plan.Response >= GridSearch.Best(plan) - Tight * (1 + plan.Response));
        Assert.InRange(plan.Bound - plan.Response, -Tight, 1e-8 * (1 + plan.Response));
        // The search ends within 10⁻¹⁰ of the bound, which leaves marginal responses the root of it.
        Assert.InRange(plan.KktResidual, 0, 1e-5);
        Assert.All(plan.Lines, line => Assert.InRange(line.Planned, line.Bounds.Lower - Tight, line.Bounds.Upper + Tight));
        Assert.True(plan.Spend <= plan.Budget * (1 + Tight));
    }, iter: 300);

    [Fact]
    public void Todays_division_comes_back_only_where_it_is_best() => Check.Sample(Case, one =>
    {
        // Robyn's issue 511: an optimiser that stops where it began. Here today's division is one that meets the budget and the bounds.
        var definition = one.Definition with { Total = null };
        if (one.Channels.Any(channel => channel.Current > definition.Bounds[channel.Name].Upper))
            return;
        var plan = one.Channels.Allocate(definition);
        Assert.True(plan.Gain >= -Tight * (1 + plan.Response));
        if (plan.Lines.All(line => Math.Abs(line.Change) <= 1e-9 * (1 + line.Planned)))
            Assert.InRange(plan.CurrentKktResidual, 0, 1e-5);
    }, iter: 300);

    [Fact]
    public void A_search_that_begins_where_S_shaped_curves_are_flat_does_not_stay_there()
    {
        // Both channels far below their inflexion, where all slopes vanish and a local search sees nothing to gain.
        BudgetChannel[] channels = [new("a", 10, new(100, new Saturation.Hill(100, 8))), new("b", 10, new(100, new Saturation.Hill(18, 8)))];
        var plan = channels.Allocate(new() { LeastOfCurrent = 0, MostOfCurrent = 10 });
        Assert.Equal((0, 20), (plan["a"].Planned, plan["b"].Planned));
        Assert.True(plan.Response > 60 && plan.CurrentResponse < 1);
    }

    [Fact]
    public void More_money_never_brings_less_and_the_last_unit_is_worth_the_same_wherever_it_can_move() => Check.Sample(Case, one =>
    {
        var plan = one.Channels.Allocate(one.Definition);
        double most = one.Definition.Bounds.Values.Sum(bounds => bounds.Upper);
        var richer = one.Channels.Allocate(one.Definition with { Total = Math.Min(most, one.Definition.Total!.Value * 1.05) });
        Assert.True(richer.Response >= plan.Response - Tight * (1 + plan.Response));
    }, iter: 200);

    [Fact]
    public void Equal_concave_channels_share_equally()
    {
        BudgetChannel[] channels = [.. Enumerable.Range(0, 4).Select(i => new BudgetChannel($"c{i}", 10 * i, new(100, new Saturation.MichaelisMenten(30))))];
        var plan = channels.Allocate(new() { Bounds = channels.ToDictionary(channel => channel.Name, _ => new SpendBounds(0, 60)) });
        Assert.All(plan.Lines, line => Assert.Equal(15, line.Planned, 9));
    }
}
