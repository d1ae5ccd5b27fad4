using UserOps.Data;
using UserOps.Decomposition;
using UserOps.Revenue;
using UserOps.Testing;
using UserOps.Time;

namespace UserOps.Tests.Revenue;

/// <summary>UCI online retail, December 2010 to June 2011, lines with a customer; expected values by pandas: lines grouped by customer and invoice,
/// positive amounts summed as the order, negative ones as refunds; second orders and Kaplan–Meier by a loop over customers' first two invoices.</summary>
public class RevenuePublicDataTests
{
    private static readonly Lazy<Dataset> Retail = new(() => Dataset.Open(PublicData.Path("online-retail"), ["orders.amount=Quantity*UnitPrice"]));

    [Fact]
    public void Figures_match_pandas()
    {
        var figures = Retail.Value.Revenue().Figures;
        Assert.Equal(3993805.651, figures.Gmv.Value!.Value, 1e-3);
        Assert.Equal(265304.4, figures.Refunds.Value!.Value, 1e-3);
        Assert.Equal(8802, figures.Orders.Value);
        Assert.Equal(2960, figures.Buyers.Value);
        Assert.Equal(1603 / 2960.0, figures.RepeatRate.Value);
        Assert.Equal(0.5673502130593288, figures.TopDecileShare.Value!.Value, 1e-9);
        Assert.Equal(296, figures.TopDecileShare.N);
        Assert.Equal((629 / 2718.0, 2718), (figures.SecondOrderRate.Value, figures.SecondOrderRate.N));
        Assert.Equal(92.02847222222222, figures.DaysToSecondOrder.Value!.Value, 1e-9);
    }

    [Fact]
    public void Months_match_pandas()
    {
        var steps = Retail.Value.Revenue().Steps;
        Assert.Equal([1400, 987, 997, 1321, 1149, 1555, 1393], steps.Select(step => step.Orders));
        Assert.Equal([885, 741, 758, 974, 856, 1056, 991], steps.Select(step => step.Buyers));
        Assert.Equal(678594.560, steps[5].Gmv, 1e-3);
        Assert.Equal(Retail.Value.Revenue().NetRevenue, steps.Sum(step => step.Net), 1e-3);
    }

    [Fact]
    public void The_change_between_two_months_is_split_without_a_residual()
    {
        Period april = new(new(2011, 4, 1), new(2011, 5, 1)), may = new(new(2011, 5, 1), new(2011, 6, 1));
        var steps = Retail.Value.Revenue().Steps;
        foreach (var rule in Enum.GetValues<SplitRule>())
        {
            var change = Retail.Value.RevenueChange(april, may, rule);
            Assert.Equal(steps[5].Net - steps[4].Net, change.Change, 1e-3);
            Assert.Equal(change.Change, change.Contributions.Sum(c => c.Amount), 1e-6);
        }
        var mix = Retail.Value.RevenueChange(new RevenueDimension.OfLine("Country"), april, may);
        Assert.Equal(steps[5].Net - steps[4].Net, mix.Volume + mix.Mix + mix.Rate, 1e-3);
    }
}
