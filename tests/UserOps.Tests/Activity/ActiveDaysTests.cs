using UserOps.Activity;

namespace UserOps.Tests.Activity;

public class ActiveDaysTests
{
    [Fact]
    public void One_user_of_9_days_and_one_of_5_are_counted_at_9_and_5()
    {
        // PostHog, test_stickiness: person 1 active on 9 days, person 2 on 5.
        var result = Journeys.Of(("p1", [.. Enumerable.Range(0, 9)]), ("p2", [0, 0, 2, 4, 6, 8])).ActiveDays();
        Assert.Equal([0, 0, 0, 0, 0, 1, 0, 0, 0, 1], result.UsersByDays);
        Assert.Equal(7, result.Mean);
    }

    [Fact]
    public void Only_days_of_the_period_count_and_users_without_activity_in_it_do_not()
    {
        var period = new UserOps.Time.Period(Journeys.Monday.AddDays(2), Journeys.Monday.AddDays(5));
        var result = Journeys.Of(("a", [0, 2, 4, 6]), ("b", [0, 6]), ("c", [3])).ActiveDays(new() { Period = period });
        Assert.Equal([0, 1, 1, 0], result.UsersByDays);
    }
}
