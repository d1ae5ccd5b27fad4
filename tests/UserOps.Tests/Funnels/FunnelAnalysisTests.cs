using UserOps.Data;
using UserOps.Funnels;
using UserOps.Time;

namespace UserOps.Tests.Funnels;

public class FunnelAnalysisTests
{
    [Fact]
    public void Four_paths_through_A_B_C_give_3_2_1()
    {
        // retentioneering, test of the funnel tool over four paths: shares .75, .5, .25 of all four users.
        var result = Journeys.Of("A@0 B@1 C@2", "A@0 B@1", "A@0", "B@0 C@1").Funnel("A", "B", "C");
        Assert.Equal([3, 2, 1], result.Counts());
        Assert.Equal(2.0 / 3, result.Steps[1].FromPrevious);
        Assert.Equal(1.0 / 2, result.Steps[2].FromPrevious);
        Assert.Equal(1.0 / 3, result.Conversion);
    }

    [Fact]
    public void Ten_steps_at_one_moment_convert_when_the_file_has_them_in_order()
    {
        string[] steps = [.. Enumerable.Range(1, 10).Select(step => $"s{step}")];
        string journey = string.Join(' ', steps.Select(step => step + "@0"));
        foreach (var entry in Enum.GetValues<FunnelEntry>())
            Assert.Equal(1, Journeys.Of(journey).Funnel(Journeys.Funnel(steps) with { Entry = entry }).Counts()[^1]);
        string backwards = string.Join(' ', steps.Reverse().Select(step => step + "@0"));
        Assert.Equal([1, 0], Journeys.Of(backwards).Funnel(Journeys.Funnel("s1", "s2")).Counts());
    }

    [Fact]
    public void Thirty_equal_events_at_one_moment_do_not_hide_the_next_steps()
    {
        // PostHog, test_multiple_events_same_timestamp_doesnt_blow_up.
        string journey = string.Join(' ', Enumerable.Repeat("one@0", 30)) + " two@0 three@0";
        Assert.Equal([1, 1, 1], Journeys.Of(journey).Funnel("one", "two", "three").Counts());
    }

    [Fact]
    public void The_window_runs_from_the_first_step_and_includes_its_end()
    {
        var data = Journeys.Of("A@0 B@10", "A@0 B@11", "A@0 A@5 B@15");
        Assert.Equal([3, 2], data.Funnel(Journeys.Funnel("A", "B").Within(10)).Counts());
        Assert.Equal([3, 1], data.Funnel(Journeys.Funnel("A", "B").Within(10) with { Entry = FunnelEntry.FirstEntry }).Counts());
    }

    [Fact]
    public void Best_path_finds_the_late_start_that_first_entry_misses()
    {
        var data = Journeys.Of("A@0 B@1 A@100 B@101 C@102");
        var funnel = Journeys.Funnel("A", "B", "C").Within(10);
        Assert.Equal([1, 1, 1], data.Funnel(funnel).Counts());
        Assert.Equal([1, 1, 0], data.Funnel(funnel with { Entry = FunnelEntry.FirstEntry }).Counts());
    }

    [Fact]
    public void One_event_takes_one_step() =>
        Assert.Equal([2, 1], Journeys.Of("A@0", "A@0 A@1").Funnel("A", "A").Counts());

    [Fact]
    public void Strict_order_breaks_on_any_event_between()
    {
        // PostHog, test_funnel_strict: pageviews between the steps break the strict funnel.
        var data = Journeys.Of("A@0 B@1 C@2", "A@0 x@1 B@2 C@3", "A@0 B@1 x@2 C@3", "A@0 x@1 A@2 B@3 C@4");
        var strict = Journeys.Funnel("A", "B", "C") with { Order = FunnelOrder.StrictNext };
        Assert.Equal([4, 3, 2], data.Funnel(strict).Counts());
        Assert.Equal([4, 2, 1], data.Funnel(strict with { Entry = FunnelEntry.FirstEntry }).Counts());
    }

    [Fact]
    public void In_any_order_steps_are_counted_whichever_comes_first()
    {
        var data = Journeys.Of("B@0 A@1 C@2", "C@0", "A@0 A@1", "C@0 A@50 B@51");
        var any = Journeys.Funnel("A", "B", "C") with { Order = FunnelOrder.AnyOrder };
        Assert.Equal([4, 2, 2], data.Funnel(any).Counts());
        Assert.Equal([4, 2, 1], data.Funnel(any.Within(10)).Counts());
        Assert.Equal([4, 1, 1], data.Funnel(any.Within(10) with { Entry = FunnelEntry.FirstEntry }).Counts());
    }

    [Fact]
    public void A_step_has_its_own_window_after_the_step_before_it()
    {
        var data = Journeys.Of("A@0 B@1 B@10 C@12", "A@0 B@1 C@4");
        var funnel = Journeys.Funnel() with { Steps = ["A", "B", new FunnelStep("C") { Within = TimeSpan.FromMinutes(3) }] };
        Assert.Equal([2, 2, 2], data.Funnel(funnel).Counts());
        Assert.Equal([2, 2, 1], data.Funnel(funnel with { Entry = FunnelEntry.FirstEntry }).Counts());
    }

    [Fact]
    public void A_step_may_have_several_events_and_a_property()
    {
        EventRow Event(string user, string name, string plan, int minute) =>
            new(user, name, Journeys.Start.AddMinutes(minute)) { Properties = new Dictionary<string, string> { ["plan"] = plan } };
        var data = Dataset.From(events:
        [
            Event("a", "open", "-", 0), Event("a", "pay", "pro", 1), Event("b", "visit", "-", 0), Event("b", "pay", "free", 1),
            Event("c", "visit", "-", 0), Event("c", "pay", "free", 1), Event("c", "pay", "pro", 2),
        ]);
        FunnelStep entry = new("open", "visit"), pay = new("pay") { Where = EventFilter.OneOf("plan", "pro") };
        Assert.Equal([3, 2], data.Funnel(new FunnelDefinition { Steps = [entry, pay] }).Counts());
    }

    [Fact]
    public void Attempts_start_in_the_period_and_may_end_after_it()
    {
        var data = Journeys.Of("A@0 B@1500", "A@1439 B@1441", "A@1441 B@1442");
        var day = new Period(new(2024, 1, 1), new(2024, 1, 2));
        Assert.Equal([2, 1], data.Funnel(Journeys.Funnel("A", "B").Within(60) with { Period = day }).Counts());
        Assert.Equal([2, 0], data.Funnel(Journeys.Funnel("A", "B") with { Period = day }).Counts());
    }

    [Fact]
    public void In_any_order_an_attempt_that_ends_after_the_period_starts_inside_it()
    {
        var day = new Period(new(2024, 1, 1), new(2024, 1, 2));
        var result = Journeys.Of("A@1435 A@1445 B@1446", "A@1445 B@1446").Funnel(
            Journeys.Funnel("A", "B").Within(60) with { Period = day, Order = FunnelOrder.AnyOrder });
        Assert.Equal([1, 1], result.Counts());
        Assert.Equal(Journeys.Start.AddMinutes(1435), result.Journeys.TimeOf(0, 1));
    }

    [Fact]
    public void Times_are_those_of_the_attempt_that_counts()
    {
        var result = Journeys.Of("A@0 A@5 B@7 C@20", "A@0 B@4").Funnel("A", "B", "C");
        Assert.Equal(TimeSpan.FromMinutes(3), result.Steps[1].MedianTime);
        Assert.Equal(TimeSpan.FromMinutes(13), result.Steps[2].MedianTime);
        Assert.Equal(Journeys.Start.AddMinutes(5), result.Journeys.TimeOf(0, 1));
        Assert.Null(result.Journeys.TimeOf(1, 3));
        var first = Journeys.Of("A@0 A@5 B@7").Funnel(Journeys.Funnel("A", "B") with { Entry = FunnelEntry.FirstEntry });
        Assert.Equal(TimeSpan.FromMinutes(7), first.Steps[1].MedianTime);
    }

    [Fact]
    public void Those_who_may_still_convert_are_named()
    {
        // The data end with day 14; the last user entered less than 7 days before.
        var result = Journeys.Of("A@0 B@1", "A@2000 x@20000", "A@15000").Funnel("A", "B");
        Assert.Equal(1, result.StillOpen);
        Assert.StartsWith("1 of 3 users", Assert.Single(result.Notes), StringComparison.Ordinal);
    }
}
