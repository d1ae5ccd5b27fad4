using UserOps.Activation;
using UserOps.Activity;
using UserOps.Data;
using UserOps.Retention;
using UserOps.Testing;
using UserOps.Time;

namespace UserOps.Tests.Review;

/// <summary>
/// Seven months of invoices without events or sign-ups (UCI Online Retail): activity is an order of more than nothing. The expected numbers were
/// counted with pandas: <c>o = d.assign(p=amount.clip(lower=0)).groupby(["CustomerID", "InvoiceNo"]).agg(at=("InvoiceDate", "min"), p=("p", "sum"))</c>,
/// rows with p > 0, months as <c>um = o[["CustomerID", "m"]].drop_duplicates()</c>, flows by sets of customers.
/// </summary>
public class OnlineRetailGrowthTests
{
    private static readonly Lazy<Dataset> Invoices = new(() => Dataset.Open(
        PublicData.Path("online-retail"), new OpenOptions { UseCache = false, Map = ["orders.user_id=CustomerID", "orders.amount=Quantity*UnitPrice"] }));

    private static Dataset Data => Invoices.Value;

    [Fact]
    public void Monthly_cohorts_by_first_order()
    {
        var cohorts = Data.Retention(new() { Grain = Grain.Month }).Cohorts;
        Assert.Equal([885, 417, 380, 452, 300, 284, 242], cohorts.Select(cohort => cohort.Users));
        Assert.Equal([324, 286, 340, 321, 352, 321, null], cohorts[0].Retained.Take(7));
        Assert.Equal([68, 114, 90, null], cohorts[3].Retained.Take(4));
    }

    [Fact]
    public void Growth_accounting_by_month() => Assert.Equal(
        [(758, 380, 262, 116, 479), (974, 452, 290, 232, 468), (856, 300, 304, 252, 670), (1056, 284, 368, 404, 488), (991, 242, 410, 339, 646)],
        Data.Lifecycle(new() { Grain = Grain.Month }).Steps.Skip(2)
            .Select(step => (step.Active!.Value, step.New!.Value, step.Retained!.Value, step.Resurrected!.Value, step.Dormant!.Value)));

    [Fact]
    public void The_30_days_to_the_end_of_June_are_June() => Assert.Equal(991, Data.ActiveUsers().Days[^1].Monthly);

    [Fact]
    public void A_second_day_with_an_order_within_7_days()
    {
        var total = Data.Activation().Total;
        Assert.Equal((2960, 2927, 152), (total.NewUsers, total.Counted, total.Activated));
    }
}
