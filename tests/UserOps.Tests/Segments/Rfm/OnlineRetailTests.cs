using UserOps.Data;
using UserOps.Segments.Rfm;
using UserOps.Testing;

namespace UserOps.Tests.Segments.Rfm;

/// <summary>Online Retail, December 2010 to June 2011, at 2011-06-30.</summary>
/// <remarks>
/// Computed independently with pandas 1.5.3 and numpy 1.24.2: orders are (CustomerID, InvoiceNo) with a positive part, money is the sum of Quantity × UnitPrice, returns
/// included; cuts by <c>numpy.quantile</c>, scores as 1 + (value &gt; cuts).sum(), which equals <c>pandas.qcut</c> on recency and money.
/// </remarks>
public class OnlineRetailTests
{
    private static readonly Lazy<RfmResult> Scores = new(() => Dataset.Open(
        PublicData.Path("online-retail"), ["orders.user_id=CustomerID", "orders.order_id=InvoiceNo", "orders.at=InvoiceDate", "orders.amount=Quantity*UnitPrice"]).Rfm());

    [Fact]
    public void Customers_orders_revenue_and_cuts_equal_those_of_pandas()
    {
        var scores = Scores.Value;
        Assert.Equal(new DateOnly(2011, 6, 30), scores.At);
        Assert.Equal((2960, 8802), (scores.Count, scores.Segments.Groups.Sum(group => group.Orders)));
        Assert.Equal(3733031.33, scores.Segments.Groups.Sum(group => group.Revenue), 2);
        Assert.Equal([16, 39, 74, 125.2], scores.Cuts.Recency.Select(cut => Math.Round(cut, 4)));
        Assert.Equal([1, 1, 2, 4], scores.Cuts.Frequency);
        Assert.Equal([204.328, 355.824, 657.138, 1379.83], scores.Cuts.Monetary.Select(cut => Math.Round(cut, 4)));
    }

    [Fact]
    public void Scores_segments_and_classes_equal_those_of_pandas()
    {
        var scores = Scores.Value;
        Assert.Equal([592, 586, 585, 604, 593], scores.ScoreCounts(score => score.Recency));
        Assert.Equal([1357, 0, 615, 527, 461], scores.ScoreCounts(score => score.Frequency));
        Assert.Equal([592, 592, 592, 592, 592], scores.ScoreCounts(score => score.Monetary));
        Assert.Equal((412, 811), (scores.Segments["Champions"].Users, scores.Segments["Hibernating"].Users));
        Assert.Equal(1809737.66, scores.Segments["Champions"].Revenue, 2);
        Assert.Equal([691, 28, 369, 96, 231, 247, 312, 986], scores.Classes.Groups.Select(group => group.Users));
        Assert.Equal([908, 1033, 1019], scores.ValueClasses.Groups.Select(group => group.Users));
        Assert.Contains(scores.Notes, note => note.StartsWith("Frequency: nobody has score 2,", StringComparison.Ordinal));
    }
}
