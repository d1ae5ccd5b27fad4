using UserOps.Data;
using UserOps.Retention;
using UserOps.Time;

namespace UserOps.Tests.Retention;

public class RetentionTests
{
    private static readonly RetentionDefinition Daily = new() { Grain = Grain.Day, Cohorts = CohortKind.Recurring };

    private static RetentionKind.NDay Days(int last) => new([.. Enumerable.Range(1, last)]);

    /// <summary>A cohort's size and its counts up to the first blank.</summary>
    private static int[] Row(RetentionResult result, int cohort) =>
        [result.Cohorts[cohort].Users, .. result.Cohorts[cohort].Retained.TakeWhile(count => count is not null).Select(count => count!.Value)];

    private static void HasRows(RetentionResult result, int[][] rows)
    {
        for (int cohort = 0; cohort < rows.Length; cohort++)
            Assert.Equal(rows[cohort], Row(result, cohort));
    }

    [Fact]
    public void Recurring_daily_cohorts_give_the_matrix_of_PostHog()
    {
        // PostHog, test_retention: person 1 active on days 0, 1, 2, 5, 5, 6; person 2 on 1, 2, 3, 6.
        var data = Journeys.Of(("p1", [0, 1, 2, 5, 5, 6]), ("p2", [1, 2, 3, 6]));
        var result = data.Retention(Daily with { Kind = Days(6) });
        HasRows(result, [[1, 1, 1, 0, 0, 1, 1], [2, 2, 1, 0, 1, 2], [2, 1, 0, 1, 2], [1, 0, 0, 1], [0, 0, 0], [1, 1], [2]]);
        Assert.Null(result.Cohorts[4].Rate(0));
    }

    [Fact]
    public void Unbounded_recurring_cohorts_give_the_matrix_of_PostHog()
    {
        // PostHog, test_retention (unbounded), days 1 to 5.
        var data = Journeys.Of(("p1", [0, 3, 4]), ("p2", [0, 1]), ("p3", [1, 2, 3]), ("p4", [3, 4]), ("p5", [4]), ("end", [5]));
        var period = new Period(Journeys.Monday.AddDays(1), Journeys.Monday.AddDays(5));
        var result = data.Retention(Daily with { Kind = new RetentionKind.Unbounded(1, 2, 3, 4), Period = period });
        HasRows(result, [[2, 1, 1, 0, 0], [1, 1, 0, 0], [3, 2, 0], [3, 0]]);
    }

    [Fact]
    public void First_event_cohorts_hold_each_user_once()
    {
        var data = Journeys.Of(("a", [0, 1, 3]), ("b", [0, 2]), ("c", [1, 2]), ("d", [3]));
        var result = data.Retention(new() { Grain = Grain.Day, Kind = Days(3) });
        HasRows(result, [[2, 1, 1, 1], [1, 1, 0], [0, 0], [1]]);
        Assert.Equal(4, result.Users);
    }

    [Fact]
    public void Weighted_means_leave_out_blank_cells_and_count_cohorts_of_0_percent()
    {
        var data = Journeys.Of(("a", [0, 1]), ("b", [0]), ("c", [1]), ("d", [2]));
        var result = data.Retention(new() { Grain = Grain.Day, Kind = Days(2) });
        // Day 1: cohorts of 2 and 1 users have elapsed, one user came back. Day 2: only the cohort of day 0 has.
        Assert.Equal((3, 1), (result.At(1).Users, result.At(1).Retained));
        Assert.Equal((2, 0), (result.At(2).Users, result.At(2).Retained));
        Assert.Equal(1 / 3.0, result.At(1).Rate);
    }

    [Fact]
    public void A_bracket_counts_a_user_once_and_is_blank_until_its_last_period_has_elapsed()
    {
        var data = Journeys.Of(("a", [0, 2, 3]), ("b", [0, 1, 4]), ("c", [1]));
        var result = data.Retention(new() { Grain = Grain.Day, Kind = new RetentionKind.Bracket(new(1, 1), new(2, 3), new(4, 4)) });
        HasRows(result, [[2, 1, 1, 1], [1, 0, 0]]);
        Assert.Null(result.Cohorts[1].Retained[2]);
    }

    [Fact]
    public void Weeks_and_months_are_those_of_the_calendar()
    {
        // 2024-01-01 is a Monday: Sunday the 7th and Monday the 8th are one week apart, the 31st and the 1st one month.
        var data = Journeys.Of(("a", [6, 7]), ("b", [0, 6, 30, 31]), ("end", [90]));
        Assert.Equal([2, 1, 0, 0, 1], Row(data.Retention(new() { Grain = Grain.Week, Kind = Days(4) }), 0));
        Assert.Equal([2, 1, 0], Row(data.Retention(new() { Grain = Grain.Month, Kind = Days(2) }), 0));
    }

    [Fact]
    public void Sign_up_starts_a_cohort_even_without_an_event_on_that_day()
    {
        var data = Dataset.From(
            users: [new("a", Journeys.Noon(0)), new("b", Journeys.Noon(0)), new("c", Journeys.Noon(1))],
            events: Journeys.Visits(("a", [1]), ("c", [0, 2]), ("end", [3])));
        var result = data.Retention(new() { Grain = Grain.Day, Kind = Days(2) });
        HasRows(result, [[2, 1, 0], [1, 1, 0], [0, 0], [1]]);
    }

    [Fact]
    public void Cells_before_the_data_are_blank()
    {
        var data = Dataset.From(users: [new("a", Journeys.Noon(-3))], events: Journeys.Visits(("a", [0]), ("b", [3])));
        var result = data.Retention(new() { Grain = Grain.Day, Kind = Days(4), Period = new(Journeys.Monday.AddDays(-3), Journeys.Monday) });
        Assert.Equal([null, null, 1, 0], result.Cohorts[0].Retained);
    }

    [Fact]
    public void Twenty_four_hours_run_from_the_full_hour_of_the_start()
    {
        // Amplitude: first at 17:59, back at 17:00 the next day is day 1; at 16:59 it is still day 0.
        var first = Journeys.Noon(0).AddMinutes(359);
        var data = Dataset.From(events:
        [
            new("a", "visit", first), new("a", "visit", Journeys.Noon(1).AddHours(5)),
            new("b", "visit", first), new("b", "visit", Journeys.Noon(1).AddMinutes(299)),
            new("end", "visit", Journeys.Noon(4)),
        ]);
        var result = data.Retention(new() { Grain = Grain.Day, Kind = Days(2), Boundary = DayBoundary.TwentyFourHours });
        Assert.Equal([2, 1, 0], Row(result, 0));
        Assert.Equal([2, 2, 0], Row(data.Retention(new() { Grain = Grain.Day, Kind = Days(2) }), 0));
    }

    [Fact]
    public void Start_and_return_events_are_chosen_by_name()
    {
        var data = Dataset.From(events:
        [
            .. Journeys.Visits(("a", [0, 1, 2]), ("b", [0, 2])),
            new("a", "buy", Journeys.Noon(1)), new("b", "buy", Journeys.Noon(0)), new("b", "buy", Journeys.Noon(2)),
        ]);
        var buyers = new RetentionDefinition { Grain = Grain.Day, Cohorts = CohortKind.FirstEvent, StartEvents = ["buy"], Kind = Days(2) };
        HasRows(data.Retention(buyers), [[1, 0, 1], [1, 1]]);
        HasRows(data.Retention(buyers with { ReturnEvents = ["buy"] }), [[1, 0, 1], [1, 0]]);
    }

    [Fact]
    public void A_month_has_no_24_hour_boundaries_and_periods_must_ascend()
    {
        var data = Journeys.Of(("a", [0, 1]));
        Assert.Throws<UserOpsException>(() => data.Retention(new() { Grain = Grain.Month, Boundary = DayBoundary.TwentyFourHours }));
        Assert.Throws<UserOpsException>(() => data.Retention(new() { Kind = new RetentionKind.NDay(3, 1) }));
        Assert.Throws<UserOpsException>(() => data.Retention(new() { Kind = new RetentionKind.Bracket(new(1, 7), new(7, 14)) }));
        Assert.Throws<UserOpsException>(() => data.Retention().At(99));
    }

    [Fact]
    public void A_period_without_new_users_is_refused_with_the_days_that_the_data_cover()
    {
        var far = new Period(new(2030, 1, 1), new(2030, 2, 1));
        var error = Assert.Throws<InsufficientDataException>(() => Journeys.Of(("a", [0, 1])).Retention(new() { Period = far }));
        Assert.Contains("2024-01-01 to 2024-01-02", error.Message, StringComparison.Ordinal);
    }
}
