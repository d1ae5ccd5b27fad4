using CsCheck;
using UserOps.Activation;
using UserOps.Data;
using UserOps.Time;

namespace UserOps.Tests.Activation;

public class ActivationTests
{
    private static readonly ActivationGoal Buy = new ActivationGoal.Event("buy");

    /// <summary>Sign-ups at noon of day 0 to 3; the data end with day 9, so that they are watched for 9.5 to 6.5 days.</summary>
    private static Dataset Shop() => Dataset.From(
        users: [new("a", Journeys.Noon(0)), new("b", Journeys.Noon(0)), new("c", Journeys.Noon(1)), new("d", Journeys.Noon(3))],
        events:
        [
            new("a", "buy", Journeys.Noon(2)), new("b", "buy", Journeys.Noon(8)), new("c", "visit", Journeys.Noon(1)),
            new("d", "buy", Journeys.Noon(3).AddHours(6)), new("end", "visit", Journeys.Noon(9)), new("a", "visit", Journeys.Noon(0)),
        ]);

    [Fact]
    public void The_share_counts_users_who_were_watched_for_the_full_window()
    {
        var total = Shop().Activation(new() { Goal = Buy, Period = new(Journeys.Monday, Journeys.Monday.AddDays(5)) }).Total;
        // a after 2 days, b after 8 (too late), c never; d is watched for 6.5 days only.
        Assert.Equal((4, 3, 1, 1), (total.NewUsers, total.Counted, total.Activated, total.Immature));
        Assert.Equal(1 / 3.0, total.Rate);
    }

    [Fact]
    public void The_median_time_takes_in_everyone_and_censors_at_the_end_of_the_data()
    {
        var result = Shop().Activation(new() { Goal = Buy, Period = new(Journeys.Monday, Journeys.Monday.AddDays(5)) });
        // Times 0.25, 2, 8 and c censored at 8.5 days: survival 3/4, 2/4, 1/4, flat at one half from 2 to 8. Two are activated within 7 days.
        Assert.Equal((5, TimeSpan.FromDays(2)), (result.Time.Median, result.Total.MedianTime));
        Assert.Equal([0.75, 0.5, 0.25], result.Time.Points.Select(point => point.Survival));
    }

    [Fact]
    public void Cohorts_add_up_to_the_total()
    {
        var result = Shop().Activation(new() { Goal = Buy, WithinDays = 1, Grain = Grain.Day });
        Assert.Equal([2, 1, 0, 1], result.Cohorts.Take(4).Select(cohort => cohort.NewUsers));
        Assert.Equal(result.Total.Activated, result.Cohorts.Sum(cohort => cohort.Activated));
        Assert.Equal(result.Total.Counted, result.Cohorts.Sum(cohort => cohort.Counted));
    }

    [Fact]
    public void An_event_before_sign_up_does_not_activate()
    {
        var data = Dataset.From(
            users: [new("a", Journeys.Noon(1))], events: [new("a", "buy", Journeys.Noon(0)), new("end", "visit", Journeys.Noon(20))]);
        Assert.Equal(0, data.Activation(new() { Goal = Buy, Period = new(Journeys.Monday, Journeys.Monday.AddDays(9)) }).Total.Activated);
    }

    [Fact]
    public void The_goal_is_the_first_order_where_there_are_orders_and_sign_ups()
    {
        var data = Dataset.From(
            users: [new("a", Journeys.Noon(0)), new("b", Journeys.Noon(0))],
            orders: [new("a", Journeys.Noon(1), 0), new("a", Journeys.Noon(2), 10), new("b", Journeys.Noon(12), 5)]);
        var result = data.Activation(new() { WithinDays = 3, Period = new(Journeys.Monday, Journeys.Monday.AddDays(9)) });
        Assert.IsType<ActivationGoal.FirstOrder>(result.Goal);
        Assert.Equal((2, 1), (result.Total.Counted, result.Total.Activated));
        Assert.Equal(TimeSpan.FromDays(2), result.Total.MedianTime);
    }

    [Fact]
    public void The_goal_is_a_second_day_where_activity_is_all_there_is()
    {
        var data = Dataset.From(orders: [new("a", Journeys.Noon(0), 5), new("a", Journeys.Noon(0).AddHours(2), 5), new("b", Journeys.Noon(0), 5), new("b", Journeys.Noon(9), 5)]);
        var result = data.Activation(new() { WithinDays = 9 });
        Assert.IsType<ActivationGoal.SecondActiveDay>(result.Goal);
        Assert.Equal((2, 1), (result.Total.Counted, result.Total.Activated));
    }

    [Fact]
    public void A_window_of_no_days_and_a_goal_without_names_are_refused()
    {
        Assert.Throws<UserOpsException>(() => Shop().Activation(new() { WithinDays = 0 }));
        Assert.Throws<UserOpsException>(() => Shop().Activation(new() { Goal = new ActivationGoal.Event() }));
        Assert.Throws<InsufficientDataException>(() => Shop().Activation(new() { Period = new(new(2030, 1, 1), new(2030, 2, 1)) }));
    }

    [Fact]
    public void Shares_equal_those_of_a_naive_count() => Journeys.Random.Sample(rows =>
    {
        var end = Journeys.Monday.AddDays(40).ToDateTime(default);
        var users = rows.GroupBy(row => row.UserId).Select(user => (First: user.Min(row => row.At), Buy: user.Where(row => row.Event == "buy").Min(row => (DateTime?)row.At))).ToArray();
        var counted = users.Where(user => user.First.AddDays(5) <= end).ToArray();
        if (!rows.Any(row => row.Event == "buy"))
            return;
        var total = Dataset.From(events: rows).Activation(new() { Goal = Buy, WithinDays = 5 }).Total;
        Assert.Equal((users.Length, counted.Length), (total.NewUsers, total.Counted));
        Assert.Equal(counted.Count(user => user.Buy <= user.First.AddDays(5)), total.Activated);
    }, iter: 300);
}
