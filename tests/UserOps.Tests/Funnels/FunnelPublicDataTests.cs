using System.Globalization;
using System.IO.Compression;
using UserOps.Data;
using UserOps.Funnels;
using UserOps.Testing;

namespace UserOps.Tests.Funnels;

/// <summary>retentioneering's shop: 600 users, 31,106 events; counts from the SOURCE.md beside the data, confirmed with pandas by walking each user's rows.</summary>
public class FunnelPublicDataTests
{
    private static readonly Lazy<Dataset> Shop = new(Read);

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

    private static Dataset Read()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(PublicData.Path("retentioneering/ecom.csv.gz")), CompressionMode.Decompress));
        return Dataset.From(events: [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Row)]);
    }

    private static EventRow Row(string line)
    {
        string[] cells = line.TrimEnd('\r').Split(',');
        return new(cells[0], cells[2], DateTime.Parse(cells[3], CultureInfo.InvariantCulture))
        {
            Properties = new Dictionary<string, string> { ["platform"] = cells[4] },
        };
    }
}
