using UserOps.Display.Charts;
using UserOps.Funnels;
using UserOps.Testing;

namespace UserOps.Tests.Funnels;

public class DeviationTests
{
    // Minutes; the window is 60, a day has 1,440.
    private static DeviationResult Result(params string[] journeys) =>
        Journeys.Of(journeys).Deviation(new DeviationDefinition { Funnel = Journeys.Funnel("cart", "checkout", "pay").Within(60) });

    private static readonly DeviationResult Shop = Result(
        "cart@0 checkout@5 pay@9",
        "cart@0 checkout@5 help@6 pay@2000",
        "cart@0 cart@2 search@3 help@4",
        "cart@0 search@61",
        "cart@0 checkout@70 visit@4000",
        "cart@0 search@9 checkout@3000 pay@3001 visit@5000");

    [Fact]
    public void Each_break_counts_who_left_and_what_they_did_next()
    {
        var (first, second) = (Shop.Breaks[0], Shop.Breaks[1]);
        Assert.Equal((6, 4, 2), (first.Reached, first.Dropped, first.Left));
        Assert.Equal([new("search", 2)], first.Next);
        Assert.Equal((2, 1, 0), (second.Reached, second.Dropped, second.Left));
        Assert.Equal([new("help", 1)], second.Next);
    }

    [Fact]
    public void A_repeat_of_the_same_step_and_an_event_after_the_window_are_no_next_event() =>
        Assert.Equal(2, Result("cart@0 cart@5", "cart@0 search@61", "cart@0 checkout@1 pay@2").Breaks[0].Left);

    [Fact]
    public void Those_who_came_back_went_on_or_finished_later_are_counted_over_all_the_data()
    {
        var (first, second) = (Shop.Breaks[0], Shop.Breaks[1]);
        Assert.Equal((2, 2, 1, 1), (first.CameBack, first.TookStepLater, first.FinishedLater, first.InReach));
        Assert.Equal((1, 1, 1, 0), (second.CameBack, second.TookStepLater, second.FinishedLater, second.InReach));
    }

    [Fact]
    public void Recoverable_is_who_has_not_finished_times_the_rate_of_those_who_went_on()
    {
        // Three of the four who left the cart have not paid since; of the two who went on to checkout one paid.
        Assert.Equal(1.5, Shop.Breaks[0].Recoverable);
        Assert.True(Shop.Breaks[0].RecoverableInterval!.Value.Contains(1.5));
        Assert.Equal(0, Shop.Breaks[1].Recoverable);
        Assert.Null(Result("cart@0 checkout@70 pay@90", "cart@0").Breaks[0].Recoverable);
    }

    [Fact]
    public void Flows_out_of_a_step_add_up_to_its_users()
    {
        var chart = Assert.IsType<SankeyChart>(Shop.ToChart());
        Assert.Equal([6, 2], Enumerable.Range(0, 2).Select(step => chart.Links.Where(link => link.Source == step).Sum(link => link.Value)));
    }

    [Fact]
    public void Many_next_events_are_pooled()
    {
        string[] journeys = [.. Enumerable.Range(0, 8).Select(i => $"cart@0 e{i}@1"), "checkout@0", "pay@0"];
        Assert.Equal(["e0", "e1", "e2", "e3", "e4", "(3 others)"], Result(journeys).Breaks[0].Next.Select(next => next.Event));
    }

    [Fact]
    public void A_path_without_a_break_or_an_order_is_refused()
    {
        var data = Journeys.Of("cart@0 pay@1");
        Assert.Throws<UserOpsException>(() => data.Deviation("cart"));
        Assert.Throws<UserOpsException>(() => data.Deviation(new DeviationDefinition { Funnel = Journeys.Funnel("cart", "pay") with { Order = FunnelOrder.AnyOrder } }));
    }

    [Fact]
    public void On_the_shop_event_log_the_breaks_are_those_of_a_loop_in_pandas()
    {
        // 598 view products, 487 add to cart within 7 days of a view: 111 users break off at the first step; the loop in pandas
        // takes, for each, the first event after the first product view before the window closes that is no product view.
        var data = UserOps.Data.Dataset.Open(PublicData.Path("retentioneering/ecom.csv.gz"), cancellation: TestContext.Current.CancellationToken);
        var first = data.Deviation("product_view", "add_to_cart", "purchase").Breaks[0];
        Assert.Equal((598, 111), (first.Reached, first.Dropped));
        Assert.Equal(
            [("catalog", 44), ("search", 22), ("filter_results", 11), ("home", 6), ("wishlist_add", 6), ("(5 others)", 14), ("", 8)],
            first.Next.Select(next => (next.Event, next.Users)).Append(("", first.Left)));
    }
}
