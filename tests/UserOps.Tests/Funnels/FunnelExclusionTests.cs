using UserOps.Funnels;

namespace UserOps.Tests.Funnels;

/// <summary>PostHog's journeys with exclusions. PostHog leaves a broken user out of every step; here the steps reached before keep counting.</summary>
public class FunnelExclusionTests
{
    private static FunnelDefinition Paid => Journeys.Funnel("A", "B") with { Exclusions = [new("x")] };

    [Fact]
    public void An_event_between_breaks_the_attempt() =>
        // test_funnel_exclusions_full_window: B 2 of the users without x.
        Assert.Equal([3, 2], Journeys.Of("A@0 B@60", "A@0 x@30 B@60", "A@0 B@60").Funnel(Paid).Counts());

    [Fact]
    public void After_the_window_it_breaks_nothing() =>
        // test_funnel_exclusion_no_end_event: of the four only the first pays; the fourth's x comes after the window of a day.
        Assert.Equal([4, 1], Journeys.Of("A@0 B@60", "A@0 x@30 B@60", "A@0 x@60", "A@0 x@1500").Funnel(Paid.Within(1440)).Counts());

    [Fact]
    public void A_later_attempt_is_free_of_it_under_best_path()
    {
        var data = Journeys.Of("A@0 x@1 A@2 B@3");
        Assert.Equal([1, 1], data.Funnel(Paid).Counts());
        Assert.Equal([1, 0], data.Funnel(Paid with { Entry = FunnelEntry.FirstEntry }).Counts());
    }

    [Fact]
    public void It_breaks_only_between_its_two_steps()
    {
        var data = Journeys.Of("A@0 x@1 B@2 C@3", "A@0 B@1 x@2 C@3", "A@0 B@1 C@2 x@3", "x@0 A@1 B@2 C@3");
        foreach (var entry in Enum.GetValues<FunnelEntry>())
        {
            var funnel = Journeys.Funnel("A", "B", "C") with { Entry = entry };
            Assert.Equal([4, 4, 3], data.Funnel(funnel with { Exclusions = [new("x") { After = 2 }] }).Counts());
            Assert.Equal([4, 3, 3], data.Funnel(funnel with { Exclusions = [new("x") { Before = 2 }] }).Counts());
            Assert.Equal([4, 3, 2], data.Funnel(funnel with { Exclusions = [new("x")] }).Counts());
        }
    }

    [Fact]
    public void In_any_order_it_breaks_the_whole_funnel()
    {
        var any = Paid with { Order = FunnelOrder.AnyOrder };
        Assert.Equal([3, 1], Journeys.Of("B@0 A@1", "B@0 x@1 A@2", "A@0 x@1").Funnel(any).Counts());
    }

    [Fact]
    public void At_one_moment_file_order_decides()
    {
        Assert.Equal([1, 0], Journeys.Of("A@0 x@0 B@0").Funnel(Paid).Counts());
        Assert.Equal([1, 1], Journeys.Of("A@0 B@0 x@0").Funnel(Paid).Counts());
    }
}
