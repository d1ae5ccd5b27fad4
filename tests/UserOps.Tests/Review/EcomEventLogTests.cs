using UserOps.Acquisition;
using UserOps.Activation;
using UserOps.Activity;
using UserOps.Data;
using UserOps.Retention;
using UserOps.Testing;
using UserOps.Time;

namespace UserOps.Tests.Review;

/// <summary>
/// The event log of a shop with 600 users (retentioneering). The expected numbers were counted with pandas from the file:
/// <c>ud = e[["user_id", "day"]].drop_duplicates()</c>, trailing windows as <c>ud[(ud.day > d - w) &amp; (ud.day &lt;= d)].user_id.nunique()</c>,
/// retention as <c>n = (day - first day of the user).dt.days</c> over users for whom n has elapsed by 2024-06-30.
/// </summary>
public class EcomEventLogTests
{
    private static readonly Lazy<Dataset> Log = new(() => Dataset.Open(PublicData.Path("retentioneering"), new OpenOptions { UseCache = false }));

    private static Dataset Data => Log.Value;

    [Fact]
    public void Active_users_of_a_day_and_of_the_windows_that_end_with_it()
    {
        var day = Data.ActiveUsers().Days.Single(day => day.Day == new DateOnly(2024, 4, 15));
        Assert.Equal((22, 145, 367), (day.Daily, day.Weekly, day.Monthly));
        Assert.Equal(0.06021798365122616, day.Stickiness!.Value, 1e-12);
        Assert.Equal(360, Data.ActiveUsers(new() { Month = MonthWindow.Trailing28 }).Days.Single(other => other.Day == day.Day).Monthly);
        var april = Data.ActiveUsers(new() { Month = MonthWindow.CalendarMonth }).Days.Single(other => other.Day == day.Day);
        Assert.Equal(453, april.Monthly);
        Assert.Equal(0.06210448859455482, april.Stickiness!.Value, 1e-12);
    }

    [Fact]
    public void The_distribution_of_active_days()
    {
        var result = Data.ActiveDays();
        Assert.Equal([0, 0, 0, 88, 72, 94, 84, 93, 93, 76], result.UsersByDays.Take(10));
        Assert.Equal(600, result.Users);
    }

    [Fact]
    public void Weekly_cohorts_of_late_February_and_March()
    {
        var result = Data.Retention();
        Assert.Equal([(31, 7, 8, 9, 6, 9), (34, 8, 7, 10, 10, 9), (48, 12, 11, 16, 20, 17)], Enumerable.Range(8, 3)
            .Select(i => result.Cohorts.Single(cohort => cohort.Start == Journeys.Monday.AddDays(7 * i)))
            .Select(c => (c.Users, c.Retained[0]!.Value, c.Retained[1]!.Value, c.Retained[2]!.Value, c.Retained[3]!.Value, c.Retained[4]!.Value)));
        Assert.Equal((600, 189), (result.At(1).Users, result.At(1).Retained));
    }

    [Fact]
    public void Daily_retention_exact_unbounded_bracket_and_recurring()
    {
        Assert.Equal([(600, 32), (600, 25), (597, 28)], Points(new RetentionKind.NDay(1, 7, 30)));
        Assert.Equal([(600, 597)], Points(new RetentionKind.Unbounded(7)));
        Assert.Equal([(600, 201)], Points(new RetentionKind.Bracket(new PeriodRange(8, 14))));
        Assert.Equal([(3580, 178)], Points(new RetentionKind.NDay(1), CohortKind.Recurring));
    }

    [Fact]
    public void Retention_on_day_7_by_the_channel_of_the_first_event()
    {
        var groups = Data.Retention(new() { Grain = Grain.Day, Kind = new RetentionKind.NDay(7), By = new Breakdown.OfEvent("acquisition_channel") }).Groups;
        Assert.Equal([("organic", 219, 9), ("email", 95, 6)], groups.Where(group => group.Name is "organic" or "email")
            .Select(group => (group.Name, (int)group.Users, (int)group.Points[0].Retained)));
    }

    [Fact]
    public void Growth_accounting_of_three_weeks_in_March() => Assert.Equal(
        [(93, 48, 16, 29, 62), (109, 39, 19, 51, 74), (130, 46, 32, 52, 77)],
        Data.Lifecycle(new() { Period = new(new(2024, 3, 11), new(2024, 4, 1)) }).Steps
            .Select(step => (step.Active!.Value, step.New!.Value, step.Retained!.Value, step.Resurrected!.Value, step.Dormant!.Value)));

    [Fact]
    public void New_users_by_channel_of_the_first_event() => Assert.Equal(
        [("organic", 219), ("paid_search", 169), ("email", 95), ("social", 87), ("direct", 30)],
        Data.Acquisition().Channels.Select(channel => (channel.Name, channel.Users)));

    [Fact]
    public void Purchase_within_7_days_and_the_time_to_it()
    {
        var result = Data.Activation(new() { Goal = new ActivationGoal.Event("purchase") });
        Assert.Equal((600, 77), (result.Total.Counted, result.Total.Activated));
        Assert.Equal(TimeSpan.FromSeconds(18 * 60 + 55), TimeSpan.FromSeconds(Math.Round(result.Total.MedianTime!.Value.TotalSeconds)));
        Assert.Equal(90.0525, result.Time.Median!.Value, 1e-4);
        Assert.Equal(0.7580977578437662, result.Time.SurvivalAt(30), 1e-12);
    }

    private static IEnumerable<(int, int)> Points(RetentionKind kind, CohortKind cohorts = CohortKind.FirstSeen) =>
        Data.Retention(new() { Grain = Grain.Day, Kind = kind, Cohorts = cohorts }).Curve.Points.Select(point => ((int)point.Users, (int)point.Retained));
}
