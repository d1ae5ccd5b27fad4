using UserOps.Data;
using UserOps.Referral;
using UserOps.Time;

namespace UserOps.Tests.Referral;

public class ReferralAnalysisTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static UserRow User(string id, int day, string? referrer = null) => new(id, Start.AddDays(day), ReferrerId: referrer);

    private static EventRow Event(string user, string name, double day) => new(user, name, Start.AddDays(day));

    /// <summary>r invites a and b, a invites c; n comes alone. r sends 3 invitations, a 2; a and c buy. Five users, 60 days.</summary>
    private static readonly Dataset Shop = Dataset.From(
        users: [User("r", 0), User("a", 4, "r"), User("b", 10, "r"), User("c", 20, "a"), User("n", 5)],
        events:
        [
            Event("r", "visit", 0), Event("r", "invite", 1), Event("r", "invite", 3), Event("r", "invite", 30), Event("a", "visit", 4), Event("a", "invite", 15),
            Event("a", "invite", 19), Event("b", "visit", 10), Event("c", "visit", 20), Event("n", "visit", 5), Event("n", "share", 6), Event("n", "visit", 59),
        ],
        orders: [new("a", Start.AddDays(5), 100), new("c", Start.AddDays(55), 40)]);

    [Fact]
    public void The_figures_can_be_counted_by_hand()
    {
        var figures = Shop.Referral(new() { RewardCost = 30 }).Figures;
        Assert.Equal(5, figures.Invitations.Value);
        Assert.Equal(2, figures.Inviters.Value);
        Assert.Equal(1, figures.InvitationsPerUser.Value);
        Assert.Equal(3, figures.Invited.Value);
        Assert.Equal(0.6, figures.Conversion.Value);
        Assert.Equal(0.6, figures.K.Value);
        Assert.Equal(0.6, figures.ShareOfNewUsers.Value);
        Assert.Equal(1 / 3.0, figures.Activation.Value);
        Assert.Equal(1 / 3.0, figures.Buying.Value);
        Assert.Equal(15, figures.RewardCostPerBuyer.Value);
    }

    [Fact]
    public void Cycle_times_run_from_the_inviters_sign_up_and_from_the_last_invitation()
    {
        // a joins 4 days after r, b 10, c 16 after a; from the last invitation before: 1, 7 and 1 days.
        var figures = Shop.Referral().Figures;
        Assert.Equal(10, figures.CycleDays.Value);
        Assert.Equal(1, figures.AcceptDays.Value);
        Assert.Equal(3, figures.CycleDays.N);
    }

    [Fact]
    public void K_is_invitations_per_user_times_conversion()
    {
        var figures = Shop.Referral().Figures;
        Assert.Equal(figures.K.Value!.Value, figures.InvitationsPerUser.Value!.Value * figures.Conversion.Value!.Value, 1e-12);
    }

    [Fact]
    public void Generations_count_from_those_whom_nobody_invited()
    {
        var result = Shop.Referral();
        Assert.Equal([new(0, 1, 1), new(1, 2, 1), new(2, 1, 0)], result.Generations);
        Assert.Equal([4], result.TreeSizes);
        Assert.Equal(2, result.TreeDepth);
        Assert.Equal([new("r", 2, 1, 100), new("a", 1, 1, 40)], result.Top);
    }

    [Fact]
    public void A_circle_is_cut_and_named()
    {
        var result = Dataset.From(
            users: [User("x", 0, "y"), User("y", 1, "z"), User("z", 2, "x"), User("s", 3, "s"), User("k", 4, "x")],
            events: [Event("x", "visit", 0), Event("k", "visit", 9)]).Referral();
        Assert.Equal(4, result.CutLinks);
        Assert.Equal(1, result.Figures.Invited.Value);
        Assert.Equal([new(0, 1, 1), new(1, 1, 0)], result.Generations);
        Assert.Contains(result.Notes, note => note.Contains("circle", StringComparison.Ordinal));
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_users_is_walked_without_recursion()
    {
        var result = Dataset.From(
            users: Enumerable.Range(0, 100_000).Select(i => User($"u{i}", 0, i == 0 ? null : $"u{i - 1}")), events: [Event("u0", "visit", 0)]).Referral();
        Assert.Equal(99_999, result.TreeDepth);
        Assert.Equal([100_000], result.TreeSizes);
    }

    [Fact]
    public void Referrers_outside_the_export_and_users_before_their_inviter_are_named()
    {
        var result = Dataset.From(users: [User("a", 0, "gone"), User("b", 1, "c"), User("c", 2)], events: [Event("a", "visit", 0), Event("c", "visit", 5)]).Referral();
        Assert.Equal(1, result.UnknownReferrers);
        Assert.Equal(1, result.SeenBeforeInviter);
        Assert.Null(result.Figures.CycleDays.Value);
    }

    [Fact]
    public void Without_orders_costs_and_invitations_these_are_blank_and_named()
    {
        var result = Dataset.From(users: [User("a", 0), User("b", 1, "a")], events: [Event("a", "visit", 0), Event("b", "visit", 9)]).Referral();
        Assert.Null(result.Figures.Invitations.Value);
        Assert.Null(result.Figures.Buying.Value);
        Assert.Null(result.Figures.RewardCostPerBuyer.Value);
        Assert.Equal(3, result.Notes.Count);
    }

    [Fact]
    public void Users_alone_say_who_invited_whom()
    {
        var result = Dataset.From(users: [User("a", 0), User("b", 1, "a"), User("c", 2, "a"), User("d", 3)]).Referral();
        Assert.Equal(2, result.Figures.Invited.Value);
        Assert.Equal(0.5, result.Figures.ShareOfNewUsers.Value);
        Assert.Equal(1.5, result.Figures.CycleDays.Value);
        Assert.Equal(2, Assert.Single(result.Top).Invited);
        Assert.Null(result.Figures.K.Value);
        Assert.Null(result.Figures.Activation.Value);
        Assert.Contains("K per active user and activation are blank: the export has neither events nor orders.", result.Notes);
    }

    [Fact]
    public void With_invitations_alone_what_came_of_them_is_blank()
    {
        var result = Dataset.From(events: [Event("a", "share", 0), Event("b", "visit", 1)]).Referral();
        Assert.Equal(1, result.Figures.Invitations.Value);
        Assert.Equal(["share"], result.InvitationEvents);
        Assert.Null(result.Figures.K.Value);
        Assert.Null(result.Figures.Invited.Value);
        Assert.Empty(result.Parts);
    }

    [Fact]
    public void With_neither_the_question_names_what_is_missing() => Assert.Contains(
        "referrer_id", Assert.Throws<MissingDataException>(() => Dataset.From(events: [Event("a", "visit", 0)]).Referral()).Message, StringComparison.Ordinal);

    [Fact]
    public void Ids_that_are_telephone_numbers_are_masked()
    {
        var result = Dataset.From(users: [User("13812345678", 0), User("b", 1, "13812345678")], events: [Event("13812345678", "visit", 0), Event("b", "visit", 2)]).Referral();
        Assert.Equal("138****5678", Assert.Single(result.Top).Id);
    }

    [Fact]
    public void Only_the_periods_invitations_and_sign_ups_count()
    {
        var figures = Shop.Referral(new() { Period = new Period(new(2024, 1, 1), new(2024, 1, 8)) }).Figures;
        Assert.Equal(2, figures.Invitations.Value);
        Assert.Equal(1, figures.Invited.Value);
        Assert.Equal(1 / 3.0, figures.K.Value!.Value, 1e-12);
    }
}
