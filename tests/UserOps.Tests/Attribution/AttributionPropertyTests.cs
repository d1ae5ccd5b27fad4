using CsCheck;
using UserOps.Attribution;

namespace UserOps.Tests.Attribution;

public class AttributionPropertyTests
{
    private static readonly AttributionRule[] Rules =
        [.. AttributionRule.Usual, new AttributionRule.Markov(2), new AttributionRule.Markov(3), new AttributionRule.Shapley(ShapleyWorth.ConversionRate)];

    [Fact]
    public void Every_rule_divides_exactly_all_conversions() => Check.Sample(Paths.Random, rows =>
    {
        var journeys = Paths.Of(rows);
        Assert.All(Rules, rule => Assert.Equal(journeys.Conversions, journeys.Credit(rule).Credits.Sum(one => one.Conversions), 9));
    }, iter: 500);

    [Fact]
    public void The_solved_base_rate_is_the_observed_rate_at_every_order() => Check.Sample(Gen.Select(Paths.Random, Gen.Int[1, 5]), (rows, order) =>
    {
        var journeys = Paths.Of(rows);
        var chain = new MarkovChain(new(journeys.Paths, journeys.Channels.Count, order), journeys.Paths, journeys.Paths.Counts);
        Assert.Equal(rows.Sum(row => row.Conversions) / rows.Sum(row => row.Conversions + row.Nulls), chain.BaseRate, 15);
        Assert.Equal(chain.BaseRate, chain.Solve(removed: -1), 12);
    }, iter: 2_000);

    [Fact]
    public void What_is_lost_without_a_channel_is_what_a_dense_solver_says() => Check.Sample(Gen.Select(Paths.Random, Gen.Int[1, 4]), (rows, order) =>
    {
        var journeys = Paths.Of(rows);
        var credit = journeys.Credit(new AttributionRule.Markov(order));
        Assert.All(credit.Credits, one => Assert.Equal(DenseChain.RemovalEffect(rows, order, one.Channel), one.RemovalEffect!.Value, 10));
    }, iter: 500);

    [Fact]
    public void Rows_in_another_order_split_rows_and_multiples_of_all_counts_change_no_share() => Check.Sample(Paths.Random, rows =>
    {
        var plain = Paths.Of(rows);
        var other = Paths.Of([.. rows.Reverse().SelectMany(row => new[] { row, row, (row.Path, row.Conversions, row.Nulls) })]);
        foreach (var rule in Rules)
            Assert.All(plain.Channels, channel => Assert.Equal(plain.Credit(rule)[channel].Share, other.Credit(rule)[channel].Share, 10));
    }, iter: 200);

    [Fact]
    public void A_channel_that_no_converting_journey_met_gets_nothing_from_rules_that_look_at_journeys_alone() => Check.Sample(Paths.Random, rows =>
    {
        var journeys = Paths.Of([.. rows, ("z", 0, 3), ("z > a", 0, 2)]);
        Assert.All(Rules.Where(rule => rule is not (AttributionRule.Markov or AttributionRule.Shapley { Worth: ShapleyWorth.ConversionRate })), rule => Assert.Equal(0, journeys.Credit(rule)["z"].Share, 12));
    }, iter: 200);

    [Fact]
    public void Shapley_values_of_conversions_share_a_journey_among_its_channels() => Check.Sample(Paths.Random, rows =>
    {
        // Zhao et al. (2018), section 4: the closed form for this worth.
        var journeys = Paths.Of(rows);
        var credit = journeys.Credit(new AttributionRule.Shapley());
        Assert.All(journeys.Channels, channel => Assert.Equal(
            rows.Select(row => (row.Conversions, Met: row.Path.Split(" > ").Distinct().ToArray())).Where(row => row.Met.Contains(channel)).Sum(row => row.Conversions / row.Met.Length),
            credit[channel].Conversions, 9));
    }, iter: 500);

    [Fact]
    public void Equal_data_and_seed_give_equal_intervals()
    {
        var journeys = Paths.Of(("a > b", 30, 70), ("b > c", 20, 50), ("a", 10, 90));
        var definition = new AttributionDefinition { Replicates = 50 };
        Assert.Equal(
            journeys.Attribute(definition).Rules.SelectMany(rule => rule.Credits), journeys.Attribute(definition).Rules.SelectMany(rule => rule.Credits));
        Assert.All(journeys.Attribute(definition).Rules.SelectMany(rule => rule.Credits), credit => Assert.True(credit.ShareInterval!.Value.Contains(credit.Share)));
    }
}
