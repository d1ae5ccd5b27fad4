using CsCheck;
using UserOps.Data;
using UserOps.Retention;
using UserOps.Time;

namespace UserOps.Tests.Retention;

public class LifecycleTests
{
    private static readonly LifecycleDefinition Daily = new() { Grain = Grain.Day };

    private static (int?, int?, int?, int?, int?) Counts(LifecycleStep step) => (step.Active, step.New, step.Retained, step.Resurrected, step.Dormant);

    [Fact]
    public void Each_user_is_new_once_then_retained_dormant_or_resurrected()
    {
        var steps = Journeys.Of(("a", [0, 1, 3]), ("b", [0, 1]), ("c", [1, 2, 3]), ("d", [2])).Lifecycle(Daily).Steps;
        Assert.Equal(
            [(2, null, null, null, null), (3, 1, 2, 0, 0), (2, 1, 1, 0, 2), (2, 0, 1, 1, 1)],
            steps.Select(Counts));
        Assert.Equal([null, 1, -1, 0], steps.Select(step => step.Change));
        Assert.Equal([null, null, 0.5, 1], steps.Select(step => step.QuickRatio));
    }

    [Fact]
    public void A_week_that_the_data_hold_in_part_is_blank_and_so_are_the_flows_after_it()
    {
        // Data from Wednesday 2024-01-03 to Sunday 2024-01-21.
        var steps = Journeys.Of(("a", [2, 8, 15]), ("b", [9, 20])).Lifecycle().Steps;
        Assert.Equal([(null, null, null, null, null), (2, null, null, null, null), (2, 0, 2, 0, 0)], steps.Select(Counts));
    }

    [Fact]
    public void Someone_who_signed_up_before_the_data_begin_is_not_new_when_first_seen()
    {
        var data = Dataset.From(users: [new("a", Journeys.Noon(-30))], events: Journeys.Visits(("b", [0]), ("a", [1]), ("c", [1])));
        Assert.Equal((2, 1, 0, 1, 1), Counts(data.Lifecycle(Daily).Steps[1]));
    }

    [Fact]
    public void New_plus_resurrected_minus_dormant_is_the_change_in_active_users() =>
        Gen.Select(Journeys.Random, Gen.Enum<Grain>()).Sample((rows, grain) =>
        {
            var steps = Dataset.From(events: rows).Lifecycle(new() { Grain = grain }).Steps;
            for (int i = 1; i < steps.Count; i++)
            {
                Assert.True(steps[i].New is null || steps[i].Change == steps[i].Active - steps[i - 1].Active);
                Assert.True(steps[i].New is null || steps[i].Active == steps[i].New + steps[i].Retained + steps[i].Resurrected);
            }
        }, iter: 300);

    [Fact]
    public void Counts_equal_those_of_sets_of_users() => Journeys.Random.Sample(rows =>
    {
        HashSet<string> ActiveOn(int day) => [.. rows.Where(row => DateOnly.FromDateTime(row.At) == Journeys.Monday.AddDays(day)).Select(row => row.UserId)];
        var steps = Dataset.From(events: rows).Lifecycle(Daily).Steps;
        HashSet<string> before = [.. ActiveOn(0)];
        for (int day = 1; day < 40; day++)
        {
            HashSet<string> now = ActiveOn(day), last = ActiveOn(day - 1);
            Assert.Equal(
                (now.Count, now.Count(user => !before.Contains(user)), now.Count(last.Contains),
                    now.Count(user => before.Contains(user) && !last.Contains(user)), last.Count(user => !now.Contains(user))),
                Counts(steps[day]));
            before.UnionWith(now);
        }
    }, iter: 200);
}
