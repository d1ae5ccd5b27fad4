using UserOps.Attribution;

namespace UserOps.Tests.Attribution;

public class WorkedExampleTests
{
    [Fact]
    public void The_published_example_of_three_journeys_gives_a_fifth_and_two_fifths_twice()
    {
        // C1 > C2 > C3 converts, C1 does not, C2 > C3 does not: base rate 1/3, removal effects 1/2, 1, 1.
        var credit = Paths.Of(("C1 > C2 > C3", 1, 0), ("C1", 0, 1), ("C2 > C3", 0, 1)).Credit(new AttributionRule.Markov());
        Assert.Equal((0.5, 1.0, 1.0), (credit["C1"].RemovalEffect!.Value, credit["C2"].RemovalEffect!.Value, credit["C3"].RemovalEffect!.Value), new Close());
        Assert.Equal((0.2, 0.4, 0.4), (credit["C1"].Share, credit["C2"].Share, credit["C3"].Share), new Close());
    }

    [Fact]
    public void Without_its_journeys_that_did_not_convert_the_example_loses_its_answer()
    {
        var credit = Paths.Of(("C1 > C2 > C3", 1, 0)).Credit(new AttributionRule.Markov());
        Assert.All(credit.Credits, one => Assert.Equal(1.0 / 3, one.Share, 12));
    }

    [Fact]
    public void Ads_and_mail_lose_three_quarters_and_one_half()
    {
        // Base rate 0.8, removal effects 0.75 (ads) and 0.5 (mail).
        var journeys = Paths.Of(("ads", 2, 1), ("ads > mail", 1, 0), ("mail", 1, 0));
        var credit = journeys.Credit(new AttributionRule.Markov());
        Assert.Equal(0.8, journeys.BaseRate);
        Assert.Equal(0.75, credit["ads"].RemovalEffect!.Value, 12);
        Assert.Equal(0.5, credit["mail"].RemovalEffect!.Value, 12);
    }

    [Fact]
    public void Four_touchpoints_are_divided_as_the_rules_say()
    {
        var journeys = Paths.Of(("a > b > c > direct", 1, 1));
        Assert.Equal([1, 0, 0, 0], Shares(new AttributionRule.FirstTouch()));
        Assert.Equal([0, 0, 0, 1], Shares(new AttributionRule.LastTouch()));
        Assert.Equal([0, 0, 1, 0], Shares(new AttributionRule.LastNonDirect()));
        Assert.Equal([0.25, 0.25, 0.25, 0.25], Shares(new AttributionRule.Linear()));
        Assert.Equal([0.4, 0.1, 0.1, 0.4], Shares(new AttributionRule.PositionBased()), new Near());
        Assert.Equal([1.0 / 15, 2.0 / 15, 4.0 / 15, 8.0 / 15], Shares(new AttributionRule.TimeDecay(1)), new Near());

        double[] Shares(AttributionRule rule) => [.. new[] { "a", "b", "c", "direct" }.Select(name => journeys.Credit(rule)[name].Share)];
    }

    [Fact]
    public void A_journey_of_direct_visits_alone_keeps_its_credit() =>
        Assert.Equal(1, Paths.Of(("direct > direct", 1, 0)).Credit(new AttributionRule.LastNonDirect())["direct"].Share);

    private sealed class Close : IEqualityComparer<(double, double, double)>
    {
        public bool Equals((double, double, double) x, (double, double, double) y) =>
            Math.Abs(x.Item1 - y.Item1) < 1e-12 && Math.Abs(x.Item2 - y.Item2) < 1e-12 && Math.Abs(x.Item3 - y.Item3) < 1e-12;

        public int GetHashCode((double, double, double) obj) => 0;
    }
}
