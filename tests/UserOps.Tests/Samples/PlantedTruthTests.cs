using UserOps.Samples;
using UserOps.Testing;

namespace UserOps.Tests.Samples;

public class PlantedTruthTests
{
    private static readonly string Shop = Path.Combine(Repository.Root, "data-samples", "shop");

    [Fact]
    public void A_list_of_truths_is_a_table()
    {
        var table = PlantedTruth.Beside(Shop, "winback_coupon", "segments").ToTable();
        Assert.Equal(["name", "definition", "extra order"], table.Columns.Take(3).Select(column => column.Name));
        Assert.Equal(["lapsed_buyer", "has ordered, no visit in the 21 days before", 0.14], table.Rows[2].Take(3));
        Assert.Equal(table.Rows.Count, PlantedTruth.Beside(Path.Combine(Shop, "orders.csv"), "winback_coupon", "segments").ToTable().Rows.Count);
    }

    [Fact]
    public void One_truth_is_a_row_and_is_set_against_an_estimate_of_any_name()
    {
        var truth = PlantedTruth.Beside(Shop, "winback_coupon");
        Assert.Single(truth.ToTable().Rows);
        var comparison = truth.Against("orders_that_would_not_have_been", [new("coupon", 30, Display.Format.Count, "orders") { Interval = new(10, 50, 0.95) }]);
        Assert.Equal((36, 1), (comparison.Pairs[0].Truth, comparison.Held));
    }

    [Fact]
    public void Data_without_a_truth_and_unknown_truths_say_so()
    {
        Assert.Contains("simulated data only", Assert.Throws<MissingDataException>(() => PlantedTruth.Beside(Path.Combine(Repository.Root, "notebooks"), "x")).Message, StringComparison.Ordinal);
        Assert.Contains("has no 'orders.x'", Assert.Throws<MissingDataException>(() => PlantedTruth.Beside(Shop, "orders", "x")).Message, StringComparison.Ordinal);
        Assert.Contains("is no list of truths", Assert.Throws<MissingDataException>(() => PlantedTruth.Beside(Shop, "orders", "count")).Message, StringComparison.Ordinal);
    }
}
