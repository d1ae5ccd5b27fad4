using UserOps.Data.Privacy;
using UserOps.Learning;
using UserOps.Segments.Audiences;
using UserOps.Testing;
using UserOps.Uplift;

namespace UserOps.Tests.Uplift;

public class UpliftDecisionTests
{
    private static readonly UpliftTableDefinition Quick = new("arm", "bought") { Learners = [new UpliftLearner.TLearner(Learner.Linear), new UpliftLearner.UpliftTree()] };
    private static readonly Lazy<UpliftResult> Planted = new(() => Trials.Planted(4_000, 2, 0.3).Uplift(Quick));
    private static readonly UpliftOffer Offer = new() { Cost = 1, Value = 10, Currency = "¥" };

    [Fact]
    public void The_gain_of_a_rule_is_counted_by_hand_on_eight_users()
    {
        // Contacted: 0–4, of whom 0, 1, 2 were treated (outcomes 1, 1, 0) and 3, 4 were not (0, 1). Uplift 2/3 − 1/2 = 1/6; gain (10/6 − 1) · 5/8.
        var users = Trials.Of(Trials.Table(("x", [1, 2, 3, 4, 5, 6, 7, 8])), [1, 1, 1, 0, 0, 1, 0, 0], [1, 1, 0, 0, 1, 1, 1, 0]);
        var gain = PolicyGain.Of(users, [1, 1, 1, 1, 1, 0, 0, 0], Offer);
        Assert.Equal((10 / 6.0 - 1) * 5 / 8, gain.Value, 1e-12);
        Assert.Equal(0, gain.Influences.Sum(), 1e-12);
        Assert.Equal(0, PolicyGain.Of(users, new int[8], Offer).Value);
        Assert.False(PolicyGain.Of(users, [0, 0, 0, 0, 0, 1, 0, 0], Offer).IsKnown);
    }

    [Fact]
    public void Contacting_everybody_gains_the_average_effect_less_the_cost()
    {
        var users = WideUsers.Of(Trials.Planted(500, 1), Quick);
        var effect = MeanDifference.Of(users, Enumerable.Range(0, 500));
        var gain = PolicyGain.Of(users, [.. Enumerable.Repeat(1, 500)], Offer);
        Assert.Equal(10 * effect.Value - 1, gain.Value, 1e-12);
        Assert.Equal(10 * effect.StandardError, gain.StandardError, 1e-3);
    }

    [Fact]
    public void Several_arms_are_weighed_by_the_users_whom_the_rule_gives_them()
    {
        var users = Trials.Of(Trials.Table(("x", [.. Enumerable.Range(0, 12).Select(i => (double)i)])), [0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2], [0, 0, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1], "none", "a", "b");
        // The first six get a: uplift 1 − 0; the others b: 1 − 1/2.
        Assert.Equal(0.5 * 9 + 0.5 * 4, PolicyGain.Of(users, [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2], Offer).Value, 1e-12);
    }

    [Fact]
    public void Contacting_by_uplift_gains_more_than_everybody_where_the_contact_costs_more_than_half_the_average()
    {
        var decision = Planted.Value.Decide(Offer with { Cost = 1.6 });
        var uplift = decision.Rules[0];
        Assert.InRange(uplift.Share, 0.3, 0.7);
        Assert.True(uplift.Gain!.Value.Interval!.Value.Lower > 0);
        Assert.True(decision.Rules[^1].UpliftOver!.Value.Interval!.Value.Lower > 0);
        Assert.Contains("Contacting by uplift gains more than", decision.Notes[1], StringComparison.Ordinal);
        Assert.Equal(1, decision.Depths[^1].Share);
        Assert.Equal(decision.Rules[^1].Gain!.Value.Value, decision.Depths[^1].ByUplift.Value, 1e-9);
        Assert.Equal(0, decision.Depths[0].ByUplift.Value);
        Assert.Equal(decision.Judges, decision.Groups.Groups.Sum(group => group.Users));
    }

    [Fact]
    public void Nobody_is_contacted_at_a_cost_above_what_anybody_changes()
    {
        var decision = Planted.Value.Decide(Offer with { Cost = 9.9 });
        Assert.Equal(0, decision.Rules[0].Share);
        Assert.Equal(0, decision.Rules[0].Gain!.Value.Value);
        Assert.StartsWith("Nobody is worth the contact", decision.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_put_off_is_told_apart_from_who_changes_little()
    {
        var random = new Random(5);
        double[] x = [.. Enumerable.Range(0, 6_000).Select(_ => random.NextDouble())];
        int[] arms = [.. x.Select(_ => random.Next(2))];
        double[] outcomes = [.. x.Select((value, row) => random.NextDouble() < 0.4 + arms[row] * (0.5 * value - 0.25) ? 1.0 : 0)];
        var users = Trials.Of(Trials.Table(("x", x)), arms, outcomes);
        var decision = UpliftRun.Of(users, Quick).Decide(Offer);
        Assert.Equal([Advice.Contact, Advice.LeaveAlone, Advice.PutOff], decision.Groups.Groups.Select(group => group.Advice));
        Assert.True(decision.Groups.Groups[^1].Found!.Value.Interval!.Value.Upper < 0);
        Assert.Contains("That some are put off is shown", decision.Groups.Notes.Single());
    }

    [Fact]
    public void The_list_names_people_as_asked_and_is_worth_what_was_found()
    {
        var result = Planted.Value;
        var list = result.WhomToContact(Offer with { Budget = 100 }, result.All.Features, new ListIds.Numbers());
        Assert.Equal(100, list.Contact.Users.Count);
        Assert.True(list.Worthwhile > 1_000);
        Assert.Equal(4_000, list.Worthwhile + list.LeaveAlone.Users.Count + list.PutOff.Users.Count);
        Assert.Equal(list.Contact.Users.Numbers("expected uplift").OrderDescending(), list.Contact.Users.Numbers("expected uplift"));
        Assert.InRange(list.Gain!.Value.Value, 0, 250);
        Assert.Contains("person 1", list.Parts[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("uplift.list_gain", list.Metric!.Name);
    }

    [Fact]
    public void Segments_and_rules_are_measured_on_users_that_they_were_not_found_on()
    {
        var result = Planted.Value;
        var segments = result.Segments(("high", Rule.Number("x") > 0.5), ("low", Rule.Number("x") <= 0.5));
        Assert.True(segments.Segments[0].Effect.Interval()!.Value.Contains(0.3));
        Assert.True(segments.Segments[1].Effect.Interval()!.Value.Contains(0));
        Assert.Equal(["high", "low"], segments.Figures.Select(figure => figure.Name));
        Assert.Equal(result.Judges.Count, segments.Segments.Sum(segment => segment.Effect.Treated.Count + segment.Effect.Control.Count));
        Assert.True(result.Rules().Segments.Count >= 2);
    }

    [Fact]
    public void Impossible_terms_are_refused()
    {
        Assert.Contains("cost is -1", Assert.Throws<UserOpsException>(() => Planted.Value.Decide(Offer with { Cost = -1 })).Message);
        Assert.Contains("value is NaN", Assert.Throws<UserOpsException>(() => Planted.Value.Decide(Offer with { Value = double.NaN })).Message);
        Assert.Contains("budget", Assert.Throws<UserOpsException>(() => Planted.Value.Decide(Offer with { Budget = -1 })).Message);
    }

    [Fact]
    public void The_decision_shows_itself()
    {
        var decision = Planted.Value.Decide(Offer);
        Golden.Matches($"{decision}\n\n{Planted.Value.WhomToContact(Offer, Planted.Value.All.Features, new ListIds.Numbers())}".Replace('\u00A0', ' '), "decision.txt");
        Golden.Matches(decision.ToChart().ToSvg(), "gain.svg");
    }
}
