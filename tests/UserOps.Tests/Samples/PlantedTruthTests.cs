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
    public void Data_without_a_truth_and_unknown_truths_say_so()
    {
        Assert.Contains("simulated data only", Assert.Throws<MissingDataException>(() => PlantedTruth.Beside(Path.Combine(Repository.Root, "notebooks"), "x")).Message, StringComparison.Ordinal);
        Assert.Contains("has no 'orders.x'", Assert.Throws<MissingDataException>(() => PlantedTruth.Beside(Shop, "orders", "x")).Message, StringComparison.Ordinal);
        Assert.Contains("is no list of truths", Assert.Throws<MissingDataException>(() => PlantedTruth.Beside(Shop, "orders")).Message, StringComparison.Ordinal);
    }
}
