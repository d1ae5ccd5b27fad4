using UserOps.Data;
using UserOps.Referral;

namespace UserOps.Tests.Referral;

public class ViralGrowthTests
{
    /// <summary>
    /// a invites on days 1, 2 and 3; b comes on day 3, c on day 5, both by a; d by b on day 9, who invited on day 8; x comes by himself.
    /// The data end with day 40, so that everybody is watched for 31 days or more.
    /// </summary>
    private static readonly Dataset Shop = Dataset.From(
        users:
        [
            new("a", Journeys.Noon(0)), new("b", Journeys.Noon(3), ReferrerId: "a"), new("c", Journeys.Noon(5), ReferrerId: "a"),
            new("d", Journeys.Noon(9), ReferrerId: "b"), new("x", Journeys.Noon(9)),
        ],
        events:
        [
            new("a", "visit", Journeys.Noon(0)), new("a", "invite", Journeys.Noon(1)), new("a", "invite", Journeys.Noon(2)),
            new("a", "invite", Journeys.Noon(3).AddHours(1)), new("b", "visit", Journeys.Noon(4)), new("b", "invite", Journeys.Noon(8)),
            new("a", "share", Journeys.Noon(4)), new("x", "visit", Journeys.Noon(40)),
        ]);

    private static readonly ReferralDefinition Ten = new() { InvitingDays = 10, AcceptingDays = 10 };

    [Fact]
    public void K_is_invitations_per_new_user_times_the_conversion_of_an_invitation()
    {
        var growth = Shop.Referral(Ten).Growth!;
        // Five users, four invitations (a share is none where invite is known), three sign-ups.
        Assert.Equal((5L, 20, 0L), (growth.Users, growth.WatchedDays, growth.Immature));
        Assert.Equal((0.8, 0.75, 0.6), (growth.InvitationsPerUser.Value!.Value, growth.Conversion.Value!.Value, growth.K.Value!.Value));
        Assert.Equal((5L, 4L), (growth.K.N, growth.Conversion.N));
    }

    [Fact]
    public void The_interval_of_K_is_that_of_a_mean_over_users()
    {
        // numpy: x = [2,1,0,0,0]; x.mean() ± 1.959964 * x.std(ddof=1) / sqrt(5) = 0.6 ± 0.7840; no K lies below 0.
        var interval = Shop.Referral(Ten).Growth!.K.Interval!.Value;
        Assert.Equal((0, 1.3840), (interval.Lower, Math.Round(interval.Upper, 4)));
    }

    [Fact]
    public void Times_run_from_sign_up_to_sign_up_and_from_the_latest_invitation()
    {
        var growth = Shop.Referral(Ten).Growth!;
        // a to b 3 days, a to c 5, b to d 6; from the invitations of days 2, 3 (13:00) and 8: 1 day, 1 day 23 hours, 1 day.
        Assert.Equal((5.0, 1.0), (growth.CycleDays.Value, growth.AcceptDays.Value));
    }

    [Fact]
    public void A_late_invitation_and_a_late_sign_up_do_not_count()
    {
        // c comes 1 day 23 hours after the invitation of day 3; b invites on the fifth day.
        Assert.Equal((0.8, 0.5), Ratios(Ten with { AcceptingDays = 1 }));
        Assert.Equal((0.6, 2 / 3.0), Ratios(Ten with { InvitingDays = 4 }));

        static (double, double) Ratios(ReferralDefinition definition) =>
            Shop.Referral(definition).Growth is { } growth ? (growth.InvitationsPerUser.Value!.Value, growth.Conversion.Value!.Value) : default;
    }

    [Fact]
    public void Users_who_are_too_new_are_left_out_and_counted()
    {
        // Watched for 35 days by the end of day 40: those seen up to noon of day 5 (35.5 days).
        var growth = Shop.Referral(Ten with { InvitingDays = 25 }).Growth!;
        Assert.Equal((3L, 2L), (growth.Users, growth.Immature));
        var none = Shop.Referral(Ten with { InvitingDays = 90 }).Growth!;
        Assert.Null(none.K.Value);
        Assert.Contains(none.Notes, note => note.StartsWith("K is blank", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_invitations_K_is_invitees_per_new_user()
    {
        var growth = Dataset.From(
            users: [new("a", Journeys.Noon(0)), new("b", Journeys.Noon(3), ReferrerId: "a"), new("c", Journeys.Noon(5), ReferrerId: "a"), new("x", Journeys.Noon(20))],
            events: [new("a", "visit", Journeys.Noon(0)), new("x", "visit", Journeys.Noon(20))]).Referral(new() { InvitingDays = 4 }).Growth!;
        // b after 3 days, c after 5; x is not watched for 4 days.
        Assert.Equal((3L, 1 / 3.0, 3.0), (growth.Users, growth.K.Value!.Value, growth.CycleDays.Value!.Value));
        Assert.Equal((null, null, null), (growth.InvitationsPerUser.Value, growth.Conversion.Value, growth.AcceptDays.Value));
        Assert.Contains(growth.Notes, note => note.Contains("from referrers alone", StringComparison.Ordinal));
    }

    [Fact]
    public void New_users_by_step_are_referred_or_other()
    {
        var steps = Shop.Referral(Ten).Steps!;
        Assert.Equal([(3L, 2L), (2L, 1L), (0L, 0L), (0L, 0L), (0L, 0L), (0L, 0L)], steps.Referred.Select(share => (share.Users, share.Hits)));
        Assert.Equal(new DateOnly(2024, 1, 8), steps.Steps[1]);
        Assert.Null(steps.Referred[2].Interval);
        Assert.Equal(["Referred|2|1", "Other|1|1"], steps.Stacked().Series.Select(series => $"{series.Name}|{series.Values[0]}|{series.Values[1]}"));
    }

    [Fact]
    public void Days_below_one_and_senseless_levels_are_refused()
    {
        foreach (var wrong in (ReferralDefinition[])[Ten with { InvitingDays = 0 }, Ten with { AcceptingDays = -1 }, Ten with { Level = double.NaN }, Ten with { Level = 1 }])
            Assert.Throws<UserOpsException>(() => Shop.Referral(wrong));
    }
}
