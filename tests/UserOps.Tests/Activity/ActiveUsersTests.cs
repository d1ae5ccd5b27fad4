using CsCheck;
using UserOps.Activity;
using UserOps.Data;
using UserOps.Time;

namespace UserOps.Tests.Activity;

public class ActiveUsersTests
{
    private static readonly DateOnly Monday = Journeys.Monday;

    private static ActiveUsersDay[] Days(Dataset data, ActiveUsersDefinition? definition = null) => [.. data.ActiveUsers(definition).Days];

    [Fact]
    public void Daily_counts_are_distinct_users_and_silent_days_count_zero()
    {
        var days = Days(Journeys.Of(("a", [0, 0, 1]), ("b", [1, 3])));
        Assert.Equal([1, 2, 0, 1], days.Select(day => day.Daily));
    }

    [Fact]
    public void A_weekly_window_holds_7_days_and_is_blank_until_it_fits_into_the_data()
    {
        var days = Days(Journeys.Of(("a", [0, 8]), ("b", [1]), ("c", [6]), ("d", [9])));
        Assert.Equal([null, null, null, null, null, null, 3, 2, 2, 3], days.Select(day => day.Weekly));
    }

    [Fact]
    public void A_monthly_window_of_30_or_28_days_counts_each_user_once()
    {
        var data = Journeys.Of(("a", [0, 5, 28]), ("b", [1]), ("c", [30]));
        Assert.Equal([null, 2, 3], Days(data)[28..].Select(day => day.Monthly));
        Assert.Equal([2, 2, 1, 2], Days(data, new() { Month = MonthWindow.Trailing28 })[27..].Select(day => day.Monthly));
    }

    [Fact]
    public void A_calendar_month_counts_only_where_the_data_hold_all_of_it()
    {
        // 2024-01-01 to 2024-03-05: January and February are whole, March is not.
        var days = Days(Journeys.Of(("a", [0, 40]), ("b", [31, 59]), ("c", [64])), new() { Month = MonthWindow.CalendarMonth });
        Assert.All(days[..31], day => Assert.Equal(1, day.Monthly));
        Assert.All(days[31..60], day => Assert.Equal(2, day.Monthly));
        Assert.All(days[60..], day => Assert.Null(day.Monthly));
        Assert.Equal(3 / 29.0 / 2, days[40].Stickiness);
    }

    [Fact]
    public void Stickiness_is_mean_daily_over_monthly_active_users()
    {
        // 30 days: a on all, b on 15 of them: mean DAU 1.5, MAU 2.
        var data = Journeys.Of(("a", [.. Enumerable.Range(0, 30)]), ("b", [.. Enumerable.Range(0, 15)]));
        Assert.Equal(0.75, data.ActiveUsers().LatestMonth!.Stickiness);
    }

    [Fact]
    public void A_last_day_that_breaks_off_is_blank()
    {
        var rows = Enumerable.Range(0, 10).Select(day => new EventRow("a", "visit", Journeys.Noon(day).AddHours(10)));
        var data = Dataset.From(events: [.. rows, new("a", "visit", Journeys.Noon(10).AddHours(-3))]);
        Assert.Equal(new Period(Monday, Monday.AddDays(10)), data.Observed);
        Assert.Null(Days(data)[10].Daily);
        Assert.Equal(1, Days(data)[9].Daily);
    }

    [Fact]
    public void A_period_looks_back_before_its_start_where_the_data_do()
    {
        var data = Journeys.Of(("a", [0]), ("b", [6, 9]));
        var days = Days(data, new() { Period = new(Monday.AddDays(6), Monday.AddDays(9)) });
        Assert.Equal([2, 1, 1], days.Select(day => day.Weekly));
        Assert.Equal(1, data.ActiveUsers(new() { Period = new(Monday.AddDays(6), Monday.AddDays(9)) }).Users);
    }

    [Fact]
    public void Only_the_named_events_count_and_an_unknown_name_lists_the_known_ones()
    {
        var data = Dataset.From(events: [.. Journeys.Visits(("a", [0, 1])), new("b", "buy", Journeys.Noon(1))]);
        Assert.Equal([0, 1], Days(data, new() { Events = ["buy"] }).Select(day => day.Daily));
        var error = Assert.Throws<UserOpsException>(() => data.ActiveUsers(new() { Events = ["bye"] }));
        Assert.Contains("buy, visit", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_are_those_of_the_report_time_zone()
    {
        var shanghai = new Calendar(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        // 20:00 UTC is 04:00 of the next day in Shanghai.
        var data = Dataset.From(events: [new("a", "visit", Journeys.Noon(0).AddHours(8)), new("a", "visit", Journeys.Noon(0))], calendar: shanghai);
        Assert.Equal([1, 1], Days(data).Select(day => day.Daily));
    }

    [Fact]
    public void Counts_equal_those_of_sets_of_users() => Journeys.Random.Sample(
        rows => Days(Dataset.From(events: rows)).All(day =>
            Matches(rows, day.Day, 1, day.Daily) && Matches(rows, day.Day, 7, day.Weekly) && Matches(rows, day.Day, 30, day.Monthly)),
        iter: 300);

    [Fact]
    public void Names_and_order_of_users_change_nothing() => Journeys.Random.Sample(
        rows => Days(Dataset.From(events: rows)).SequenceEqual(
            Days(Dataset.From(events: rows.Reverse().Select(row => row with { UserId = "x" + row.UserId })))),
        iter: 100);

    private static bool Matches(EventRow[] rows, DateOnly day, int window, int? count)
    {
        var first = day.AddDays(1 - window);
        bool whole = first >= Monday && day < Monday.AddDays(40);
        int users = rows.Where(row => DateOnly.FromDateTime(row.At) is var at && at >= first && at <= day).Select(row => row.UserId).Distinct().Count();
        return count == (whole ? users : null);
    }
}
