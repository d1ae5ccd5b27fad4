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

    [Fact]
    public void Online_retail_needs_no_map_since_its_names_are_usual()
    {
        var data = Open("online-retail");
        Assert.Equal(245_903, data.Table(TableKind.Orders).RowCount);
        Assert.Contains(data.Quality.Notes, note => note.Contains("orders.amount is computed as Quantity × UnitPrice", StringComparison.Ordinal));
        var mapped = Open("online-retail", "orders.user_id=CustomerID", "orders.at=InvoiceDate", "orders.order_id=InvoiceNo", "orders.amount=Quantity*UnitPrice");
        Assert.Equal(mapped.Orders.All().Sum(order => order.Net), data.Orders.All().Sum(order => order.Net));
    }

    [Fact]
    public void Tmall_orders_name_the_user_id_they_lack_when_orders_are_asked_for()
    {
        var data = Open("zh-tmall-orders");
        Assert.Empty(data.Kinds);
        string message = Assert.Throws<MissingDataException>(() => data.Orders).Message;
        Assert.Contains("no column is 'user_id'", message);
        Assert.Contains("订单编号, 总金额, 买家实际支付金额, 收货地址, 订单创建时间, 订单付款时间, 退款金额", message);
    }

    [Fact]
    public void Tmall_orders_answer_once_an_id_is_named()
    {
        var data = Open("zh-tmall-orders", "orders.user_id=订单编号");
        var table = data.Table(TableKind.Orders);
        Assert.Equal(28_010, table.RowCount);
        Assert.Equal(1_902_487.15, table.Get<NumberColumn>("amount").Values.Sum(), 2);
        Assert.Equal(572_335.92, table.Get<NumberColumn>("refund_amount").Values.Sum(), 2);
        Assert.Equal(28_010 - 24_087, table.Get<TimeColumn>("paid_at").Ticks.Count(ticks => ticks == TimeColumn.Missing));
        Assert.Equal(24_087, data.Orders.All().Count());
        Assert.Equal(new DateTime(2020, 2, 1, 0, 14, 15), data.Identity.From);
        Assert.Equal(new DateTime(2020, 2, 29, 23, 59, 18), data.Identity.To);
        Assert.Equal((new DateOnly(2020, 2, 1), new DateOnly(2020, 2, 29)), (data.Quality.Facts[0].FirstDay, data.Quality.Facts[0].LastDay));
    }

    [Fact]
    public void Hillstrom_keeps_its_equal_rows_since_they_are_different_customers()
    {
        var data = Open("hillstrom/hillstrom.csv.gz");
        var table = data.Wide("hillstrom");
        Assert.Equal(64_000, table.RowCount);
        Assert.Equal(6_562, data.Quality.Facts[0].DuplicateRows);
        Assert.Equal(267 + 189 + 122, table.Get<FlagColumn>("conversion").Flags.Count(flag => flag == 1));
        Assert.Equal(30_311.69 + 23_038.11 + 13_908.33, table.Get<NumberColumn>("spend").Values.Sum(), 2);
    }

    [Fact]
    public void Telco_has_eleven_blank_charges()
    {
        var table = TypedTable.Open(PublicData.Path("telco-churn"), NoCache);
        Assert.Equal(7_043, table.RowCount);
        Assert.Equal(11, table.Get<NumberColumn>("TotalCharges").Values.Count(double.IsNaN));
        Assert.Equal(456_116.60, table.Get<NumberColumn>("MonthlyCharges").Values.Sum(), 2);
        Assert.Equal(1_869, table.Get<FlagColumn>("Churn").Flags.Count(flag => flag == 1));
        Assert.Equal("7590-VHVEG", table.Get<TextColumn>("customerID")[0]);
    }

    [Fact]
    public void Udacity_assignments_open_as_exposures()
    {
        var data = Open("udacity-ab/ab_data.csv.gz");
        Assert.Equal([TableKind.Exposures], data.Kinds);
        Assert.Equal(294_478, data.Table(TableKind.Exposures).RowCount);
        Assert.Equal(290_584, data.Users.Count);
    }

    [Theory]
    [InlineData("bank-marketing/bank.csv.gz", 4_521, 17, "semicolon")]
    [InlineData("bank-marketing/bank-additional.csv.gz", 4_119, 21, "semicolon")]
    [InlineData("cookie-cats/cookie_cats.csv.gz", 90_189, 5, "comma")]
    [InlineData("robyn/dt_simulated_weekly.csv", 208, 12, "comma")]
    [InlineData("channel-attribution/PathData.csv.gz", 10_000, 4, "comma")]
    [InlineData("survival/rossi.csv", 432, 9, "comma")]
    public void Wide_tables_have_the_rows_that_their_publishers_state(string path, int rows, int columns, string delimiter)
    {
        var data = Open(path);
        var quality = Assert.Single(data.Quality.Tables);
        Assert.Equal((rows, columns, delimiter), ((int)quality.RowsKept, quality.Columns.Count, quality.Delimiter));
    }

    [Fact]
    public void Days_written_month_first_are_found_over_the_whole_column()
    {
        var table = TypedTable.Open(PublicData.Path("udacity-ab/homepage_actions.csv.gz"), NoCache);
        Assert.Equal(8_188, table.RowCount);
        Assert.Equal(new DateTime(2016, 9, 24), table.Get<TimeColumn>("date").ValueAt(0));
    }
}
