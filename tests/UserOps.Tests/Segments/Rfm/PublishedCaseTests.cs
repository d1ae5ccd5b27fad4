using UserOps.Data;
using UserOps.Segments.Rfm;
using UserOps.Testing;

namespace UserOps.Tests.Segments.Rfm;

/// <summary>The worked example of the R package rfm (A. Hebbali, version 0.3.0): 4,906 orders of 995 customers at 2006-12-31.</summary>
/// <remarks>Numbers of the package's rule from its documentation; those without its shift of 1 recomputed with R 4.2's quantile (type 7) and comparison.</remarks>
public class PublishedCaseTests
{
    private static readonly DateOnly At = new(2006, 12, 31);

    // rfm_segment's published rules, in their order: recency, frequency and money from, to.
    private static readonly RfmSegmentation PackageSegments = RfmSegmentation.FirstMatch("R package rfm",
        new("Champions", (4, 5), (4, 5), (4, 5)), new("Loyal Customers", (2, 5), (3, 5), (3, 5)), new("Potential Loyalist", (3, 5), (1, 3), (1, 3)),
        new("New Customers", (4, 5), (1, 1), (1, 1)), new("Promising", (3, 4), (1, 1), (1, 1)), new("Need Attention", (2, 3), (2, 3), (2, 3)),
        new("About To Sleep", (2, 3), (1, 2), (1, 2)), new("At Risk", (1, 2), (2, 5), (2, 5)), new("Can't Lose Them", (1, 1), (4, 5), (4, 5)), new("Lost", (1, 2), (1, 2), (1, 2)));

    private static RfmResult Score(CutRule rule) => Orders().Rfm(new() { At = At, Cut = rule, Segmentation = PackageSegments });

    // The export has no order id and customers who ordered twice on a day: each row is an order.
    private static Dataset Orders()
    {
        var table = TypedTable.Open(PublicData.Path("reference/rfm_data_orders.csv.gz"));
        var rows = Enumerable.Range(0, table.RowCount).Select(row => new OrderRow(
            table.Get<TextColumn>("customer_id")[row]!, new(table.Get<TimeColumn>("order_date").Ticks[row], DateTimeKind.Utc), table.Get<NumberColumn>("revenue").Values[row], $"{row}"));
        return Dataset.From(orders: rows);
    }

    [Fact]
    public void Cut_points_equal_those_of_the_package()
    {
        var cuts = Score(CutRule.BelowCutPlusOne).Cuts;
        Assert.Equal([115, 181, 297.4, 482], cuts.Recency.Select(cut => Math.Round(cut, 9)));
        Assert.Equal([4, 5, 6, 8], cuts.Frequency);
        Assert.Equal([255.8, 382, 506.4, 666], cuts.Monetary.Select(cut => Math.Round(cut, 9)));
    }

    [Fact]
    public void Score_counts_equal_those_of_the_package()
    {
        var scores = Score(CutRule.BelowCutPlusOne);
        Assert.Equal(995, scores.Count);
        Assert.Equal([197, 200, 199, 199, 200], scores.ScoreCounts(score => score.Recency));
        Assert.Equal([268, 187, 176, 244, 120], scores.ScoreCounts(score => score.Frequency));
        Assert.Equal([200, 200, 198, 202, 195], scores.ScoreCounts(score => score.Monetary));
    }

    [Theory]
    [InlineData("Abbey O'Reilly", "343")]
    [InlineData("Add Senger", "412")]
    [InlineData("Aden Lesch", "323")]
    [InlineData("Aden Murphy", "544")]
    [InlineData("Admiral Senger", "433")]
    [InlineData("Agness O'Keefe", "555")]
    public void Customers_have_the_scores_of_the_package(string customer, string score) =>
        Assert.Equal(score, Score(CutRule.BelowCutPlusOne)[customer].Score.ToString());

    [Fact]
    public void Segments_equal_those_of_the_package_which_leaves_48_customers_without_a_name()
    {
        var segments = Score(CutRule.BelowCutPlusOne).Segments;
        Assert.Equal(
            [("Champions", 158), ("Loyal Customers", 278), ("Potential Loyalist", 229), ("Need Attention", 35), ("About To Sleep", 50), ("At Risk", 86), ("Lost", 111), ("Others", 48)],
            segments.Groups.Where(group => group.Users > 0).Select(group => (group.Name, group.Users)));
        Assert.Equal((1234, 120178), (segments["Champions"].Orders, segments["Champions"].Revenue));
        Assert.Equal((4906, 464158), (segments.Groups.Sum(group => group.Orders), segments.Groups.Sum(group => group.Revenue)));
    }

    [Fact]
    public void Without_the_shift_of_one_champions_are_175()
    {
        var scores = Score(CutRule.BelowCut);
        Assert.Equal([114, 180, 296.4, 481], scores.Cuts.Recency.Select(cut => Math.Round(cut, 9)));
        Assert.Equal([125, 143, 187, 326, 214], scores.ScoreCounts(score => score.Frequency));
        Assert.Equal(
            [175, 165, 57], new[] { "Champions", "Potential Loyalist", "Others" }.Select(name => scores.Segments[name].Users));
        Assert.Equal(130413, scores.Segments["Champions"].Revenue);
    }

    [Fact]
    public void With_values_up_to_the_cut_below_it_champions_are_159()
    {
        var scores = Score(CutRule.UpToCut);
        Assert.Equal([197, 201, 198, 199, 200], scores.ScoreCounts(score => score.Recency));
        Assert.Equal([268, 187, 176, 244, 120], scores.ScoreCounts(score => score.Frequency));
        Assert.Equal([199, 201, 197, 203, 195], scores.ScoreCounts(score => score.Monetary));
        Assert.Equal((159, 120684), (scores.Segments["Champions"].Users, scores.Segments["Champions"].Revenue));
    }

    [Fact]
    public void The_package_rules_leave_cells_without_a_name_and_the_standard_segments_leave_none()
    {
        Assert.True(PackageSegments.Uncovered > 0);
        Assert.Equal(0, RfmSegmentation.Standard.Uncovered);
        var standard = Orders().Rfm(new() { At = At });
        Assert.DoesNotContain(standard.Segments.Groups, group => group.Name == RfmSegmentation.Others);
        Assert.Equal(995, standard.Segments.Groups.Sum(group => group.Users));
    }

    [Fact]
    public void Given_break_points_score_as_the_package_does()
    {
        var given = Orders().Rfm(new()
        {
            At = At,
            Cut = CutRule.BelowCut,
            Recency = new RfmScale.Breaks(115, 181, 297.4, 482),
            Frequency = new RfmScale.Breaks(4, 5, 6, 8),
            Monetary = new RfmScale.Breaks(255.8, 382, 506.4, 666),
        });
        Assert.Equal(Score(CutRule.BelowCutPlusOne).Customers.Select(customer => customer.Score), given.Customers.Select(customer => customer.Score));
    }
}
