using UserOps.Churn;
using UserOps.Data.Privacy;
using UserOps.Display;
using UserOps.Statistics;
using UserOps.Testing;
using UserOps.Tests.Churn.Explanations;

namespace UserOps.Tests.Churn.Evaluation;

public class RetentionListTests
{
    // Six users leave with 0.15, 0.3, 0.25, 0.2, 0.45 and 0.55; the offer pays from 4 ÷ (0.2 · 100) = 0.2 on.
    private static readonly RetentionOffer Offer = new() { Cost = 4, SaveRate = 0.2, Value = 100, Currency = "¥" };

    [Fact]
    public void Those_with_a_positive_gain_are_listed_the_greatest_first()
    {
        var list = List(Offer);
        Assert.Equal(["f", "e", "b", "c"], list.People.Users.Ids);
        Assert.Equal((6, 4), (list.Scored, list.Worthwhile));
        Assert.Equal(16, list.Cost, 1e-12);
        Assert.Equal(1.55, list.ExpectedLeavers, 1e-12);
        Assert.Equal(1.55 * 20 - 16, list.Profit.Value, 1e-12);
    }

    [Fact]
    public void The_budget_buys_the_best_and_says_whom_it_does_not_reach()
    {
        var list = List(Offer with { Budget = 11.99 });
        Assert.Equal(["f", "e"], list.People.Users.Ids);
        Assert.Equal(4, list.Worthwhile);
        Assert.Contains("The budget reaches 2 of the 4 users", list.ToString(), StringComparison.Ordinal);
        Assert.Empty(List(Offer with { Budget = 0 }).People.Users.Ids);
    }

    [Fact]
    public void A_budget_of_just_so_many_offers_buys_them_all() =>
        Assert.Equal(3, List(Offer with { Cost = 0.1, Budget = 0.3 }).People.Users.Count);

    [Fact]
    public void Users_worth_more_come_first_and_their_value_is_shown()
    {
        var list = List(Offer with { ValueOf = id => id == "a" ? 1000 : 100 });
        Assert.Equal("a", list.People.Users.Ids[0]);
        Assert.Contains(list.People.ToTable().Columns, column => column.Name == "value");
        Assert.DoesNotContain(List(Offer).People.ToTable().Columns, column => column.Name == "value");
    }

    [Fact]
    public void The_interval_carries_over_how_far_the_hold_out_was_from_its_promise()
    {
        var interval = List(Offer, new Estimate(1, new Interval(0.8, 1.1, 0.9))).Profit.Interval!.Value;
        Assert.Equal(31 * 0.8 - 16, interval.Lower, 1e-12);
        Assert.Equal(31 * 1.1 - 16, interval.Upper, 1e-12);
        Assert.Contains("reaches below zero", List(Offer, new Estimate(1, new Interval(0.1, 1.1, 0.9))).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void People_are_numbered_unless_a_key_names_them_and_no_id_shows()
    {
        var numbered = List(Offer).People.ToString();
        Assert.Contains("person 1", numbered, StringComparison.Ordinal);
        var keyed = List(Offer, names: new ListIds.Keyed("0123456789abcdef-secret"));
        Assert.Matches("[a-z2-7]{16}", keyed.People.ToString());
        Assert.Equal(keyed.People.ToTable().Rows[0][0], keyed.First!.Id);
    }

    [Fact]
    public void Every_listed_person_has_reasons_in_words() =>
        Assert.Equal("days: 9; ordered: yes", List(Offer).People.ToTable().Rows[0][^1]);

    [Fact]
    public void Nobody_worth_the_offer_is_an_empty_list_that_says_so()
    {
        var list = List(Offer with { Cost = 50 });
        Assert.Null(list.First);
        Assert.Empty(list.Parts);
        Assert.Contains("Nobody is worth the offer", list.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rendering() => Golden.Matches(List(Offer, new Estimate(1.05, new Interval(0.8, 1.3, 0.95))).ToString(), "retention-list.txt");

    private static RetentionList List(RetentionOffer offer, Estimate? actualToExpected = null, ListIds? names = null)
    {
        var users = MadeUsers.Six();
        return RetentionList.Of(new Prospects(users, MadeUsers.Sum(users), MadeUsers.Sum, new DateOnly(2024, 6, 1)), offer, actualToExpected, names ?? new ListIds.Numbers());
    }
}
