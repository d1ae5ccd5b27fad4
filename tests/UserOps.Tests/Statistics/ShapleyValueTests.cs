using System.Numerics;
using CsCheck;
using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class ShapleyValueTests
{
    private static readonly Gen<double[]> Game = Gen.Int[1, 5].SelectMany(players => Gen.Double[-10, 10].Array[1 << players]).Select(worths => (double[])[0, .. worths[1..]]);

    [Fact]
    public void One_left_and_two_right_gloves_are_worth_two_thirds_and_two_sixths()
    {
        // L. S. Shapley and M. Shubik (1969), "On market games": a pair of gloves is worth 1. Player 0 owns the left one.
        double[] worths = [.. Enumerable.Range(0, 8).Select(set => (set & 1) == 1 && (set & 6) != 0 ? 1.0 : 0)];
        Assert.Equal([2.0 / 3, 1.0 / 6, 1.0 / 6], ShapleyValue.Of(worths), new Near());
    }

    [Fact]
    public void A_runway_is_paid_for_by_those_who_need_each_part()
    {
        // S. C. Littlechild and G. Owen (1973), "A simple expression for the Shapley value in a special case": costs 8, 11, 13, 18.
        int[] costs = [8, 11, 13, 18];
        double[] worths = [.. Enumerable.Range(0, 16).Select(set => (double)costs.Where((_, i) => (set >> i & 1) == 1).DefaultIfEmpty(0).Max())];
        Assert.Equal([2, 3, 4, 9], ShapleyValue.Of(worths), new Near());
    }

    [Fact]
    public void The_parliament_of_weights_4_3_2_1_with_a_quota_of_6_has_the_published_power()
    {
        // Weighted voting [6; 4, 3, 2, 1] by L. S. Shapley and M. Shubik (1954): 5/12, 1/4, 1/4, 1/12.
        int[] weights = [4, 3, 2, 1];
        double[] worths = [.. Enumerable.Range(0, 16).Select(set => weights.Where((_, i) => (set >> i & 1) == 1).Sum() >= 6 ? 1.0 : 0)];
        Assert.Equal([5.0 / 12, 1.0 / 4, 1.0 / 4, 1.0 / 12], ShapleyValue.Of(worths), new Near());
    }

    [Fact]
    public void Values_are_the_mean_gains_over_all_orders() => Check.Sample(Game, worths =>
    {
        int players = BitOperations.Log2((uint)worths.Length), orders = 0;
        double[] gains = new double[players];
        foreach (int[] order in Orders([.. Enumerable.Range(0, players)]))
        {
            orders++;
            int set = 0;
            foreach (int player in order)
            {
                gains[player] += worths[set | 1 << player] - worths[set];
                set |= 1 << player;
            }
        }
        Assert.Equal(gains.Select(gain => gain / orders), ShapleyValue.Of(worths), new Near());
    }, iter: 300);

    [Fact]
    public void Values_sum_to_the_worth_of_all() => Check.Sample(Game, worths => Assert.Equal(worths[^1], ShapleyValue.Of(worths).Sum(), 10));

    [Fact]
    public void Players_who_add_the_same_to_every_set_get_the_same() => Check.Sample(Game, worths =>
    {
        double[] same = [.. worths.Select((_, set) => worths[set & ~3 | BitOperations.PopCount((uint)set & 3)])];
        if (worths.Length >= 4)
            Assert.Equal(ShapleyValue.Of(same)[0], ShapleyValue.Of(same)[1], 10);
    });

    [Fact]
    public void A_player_who_adds_nothing_gets_exactly_nothing() => Check.Sample(Game, worths =>
        Assert.Equal(0, ShapleyValue.Of([.. worths.Select((_, set) => worths[set & ~1])])[0]));

    private static IEnumerable<int[]> Orders(int[] players)
    {
        if (players.Length == 0)
            return [[]];
        return players.SelectMany(first => Orders([.. players.Where(player => player != first)]).Select(rest => (int[])[first, .. rest]));
    }
}
