using UserOps.Data;
using UserOps.Testing;

namespace UserOps.Tests.Data.Reading;

/// <summary>Row counts of public data sets, as their publishers and independent counts state them.</summary>
public class RealExportsTests
{
    private static readonly OpenOptions NoCache = new() { UseCache = false };

    private static Dataset Open(string path, params string[] map) => Dataset.Open(PublicData.Path(path), NoCache with { Map = map });

    [Fact]
    public void Retentioneering_opens_as_events_by_itself()
    {
        var data = Open("retentioneering/ecom.csv.gz");
        Assert.Equal([TableKind.Events], data.Kinds);
        Assert.Equal(31_106, data.Events.Count);
        Assert.Equal(600, data.Users.Count);
        Assert.Equal(30, data.Quality.Facts[0].DuplicateRows);
        Assert.Equal(600, data.Profiles.Channel!.Codes.Count(code => code >= 0));
    }

    [Fact]
    public void Online_retail_opens_as_orders_with_a_computed_amount()
    {
        var data = Open("online-retail", "orders.user_id=CustomerID", "orders.at=InvoiceDate", "orders.order_id=InvoiceNo", "orders.amount=Quantity*UnitPrice");
        var quality = Assert.Single(data.Quality.Tables);
        var facts = Assert.Single(data.Quality.Facts);
        Assert.Equal(245_903, quality.RowsKept);
        Assert.Equal(7, quality.Files.Count);
        Assert.Equal(69_014, facts.MissingIds);
        Assert.Equal(3_002, data.Users.Count);
        Assert.Equal(4_397_950.761, data.Table(TableKind.Orders).Get<NumberColumn>("amount").Values.Sum(), 3);
        Assert.Equal("17850.0", data.Users[0]);
    }
}
