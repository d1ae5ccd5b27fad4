using UserOps.Data;
using UserOps.Funnels;
using UserOps.Testing;

namespace UserOps.Tests.Funnels;

/// <summary>retentioneering's shop: 600 users, 31,106 events; counts from the SOURCE.md beside the data, confirmed with pandas by walking each user's rows.</summary>
public class FunnelPublicDataTests
{
    private static readonly Lazy<Dataset> Shop = new(() => Dataset.Open(PublicData.Path("retentioneering/ecom.csv.gz")));

    private static readonly FunnelDefinition Path =
        Journeys.Funnel("product_view", "add_to_cart", "cart", "shipping_details", "payment_details", "purchase");

    [Fact]
    public void Without_a_window_both_entry_rules_give_the_published_counts()
    {
        Assert.Equal([598, 517, 429, 329, 222, 114], Shop.Value.Funnel(Path).Counts());
        Assert.Equal([598, 517, 429, 329, 222, 114], Shop.Value.Funnel(Path with { Entry = FunnelEntry.FirstEntry }).Counts());
    }

    [Fact]
    public void Within_an_hour_or_a_week_best_path_gives_the_published_counts()
    {
        Assert.Equal([598, 480, 321, 167, 68, 15], Shop.Value.Funnel(Path.Within(60)).Counts());
        Assert.Equal([598, 487, 353, 210, 109, 40], Shop.Value.Funnel(Path.Within(7 * 1440)).Counts());
    }

    [Fact]
    public void Within_an_hour_or_a_week_first_entry_gives_the_counts_of_a_loop_in_pandas()
    {
        var first = Path with { Entry = FunnelEntry.FirstEntry };
        Assert.Equal([598, 158, 78, 29, 8, 1], Shop.Value.Funnel(first.Within(60)).Counts());
        Assert.Equal([598, 194, 111, 47, 17, 4], Shop.Value.Funnel(first.Within(7 * 1440)).Counts());
    }

    [Fact]
    public void Groups_of_a_breakdown_add_up_to_the_whole()
    {
        var result = Shop.Value.Funnel(Path with { By = new Breakdown.OfEvent("platform") });
        Assert.True(result.Groups.Count > 1);
        Assert.All(Enumerable.Range(0, 6), step => Assert.Equal(result.Counts()[step], result.Groups.Sum(group => group.Steps[step].Users)));
    }
}
