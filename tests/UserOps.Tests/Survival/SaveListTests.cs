using UserOps.Churn;
using UserOps.Data;
using UserOps.Data.Privacy;
using UserOps.Survival;

namespace UserOps.Tests.Survival;

public class SaveListTests
{
    private static readonly RetentionOffer Offer = new() { Cost = 5, SaveRate = 0.5, Value = 100 };

    [Fact]
    public void Those_still_there_are_listed_by_expected_gain_and_the_sums_add_up()
    {
        // Constant hazard of 6 events in 60 months: the chance to leave within 5 is 1 − e^(−0.5), the same for all four who stay.
        var data = SurvivalData.Of([4, 5, 6, 7, 8, 10, 5, 5, 5, 5], [true, true, true, true, true, true, false, false, false, false]);
        var list = data.AcceleratedTime(new() { Distribution = LifetimeDistribution.Exponential }).SaveList(data, Offer, 5);
        double chance = 1 - Math.Exp(-0.5);
        Assert.Equal((4, 4, 4), (list.Present, list.Predicted, list.Worthwhile));
        Assert.Equal(4 * chance, list.ExpectedLeavers, 9);
        Assert.Equal(4 * (chance * 50 - 5), list.Profit, 9);
        Assert.Equal(5 / (chance * 100), list.BreakEvenSaveRate!.Value, 9);
        Assert.Contains("person 1", list.People.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_cuts_the_list_and_a_key_makes_pseudonyms()
    {
        var customers = Spells.TelcoFromTheFirstMonth();
        var list = customers.AcceleratedTime(new() { Covariates = ["Contract"] }).SaveList(customers, Offer with { Budget = 52, Value = 1000 }, 3, new ListIds.Keyed("0123456789abcdef-test"));
        Assert.Equal(10, list.People.Users.Count);
        Assert.Equal(50, list.Cost);
        Assert.DoesNotContain(list.People.Users.Ids[0], list.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_cannot_look_so_far_ahead_says_so()
    {
        var rossi = Spells.Rossi();
        var model = rossi.Cox(new() { Covariates = ["fin", "age"] });
        Assert.Contains("none with a prediction 10 weeks ahead", Assert.Throws<InsufficientDataException>(() => model.SaveList(rossi, Offer, 10)).Message, StringComparison.Ordinal);
        Assert.Throws<UserOpsException>(() => model.SaveList(rossi, Offer, double.NaN));
    }

    [Fact]
    public void Users_of_an_export_stand_where_they_were_last_seen()
    {
        var data = Dataset.From(events: Journeys.Visits(
            ("a", [0, 8, 16, 24, 32, 38]), ("b", [0, 9, 18, 27, 36]), ("c", [0, 3]), ("d", [1, 2, 3]), ("e", [2]), ("f", [0, 1, 5]), ("g", [3, 7, 11]), ("h", [1, 4, 40]))).Lifetimes(new() { SilentDays = 10 });
        var list = data.AcceleratedTime().SaveList(data, Offer with { Cost = 0 }, 30);
        Assert.Equal(2, list.Present);
        var users = list.People.Users;
        Assert.Equal(["age", "silent days", "probability", "value", "expected gain"], users.Features.Select(feature => feature.Name));
        int b = users.Ids.ToList().IndexOf("b");
        Assert.Equal((37, 4), (users.Numbers("age")[b], users.Numbers("silent days")[b]));
    }
}
