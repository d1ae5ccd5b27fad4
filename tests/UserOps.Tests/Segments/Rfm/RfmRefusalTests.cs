using UserOps.Data;
using UserOps.Segments.Rfm;

namespace UserOps.Tests.Segments.Rfm;

public class RfmRefusalTests
{
    private static string Refuse(RfmDefinition? definition, params (double Days, double Orders, double Money)[] rows) =>
        Assert.ThrowsAny<UserOpsException>(() => RfmTests.Table(rows).Rfm(RfmTests.Names, definition)).Message;

    private static readonly (double, double, double)[] Five = [(1, 1, 1), (2, 2, 2), (3, 3, 3), (4, 4, 4), (5, 5, 5)];

    [Fact]
    public void Four_customers_are_too_few() =>
        Assert.StartsWith("Found 4 customers; at least 5, one for each score, needed.", Refuse(null, Five[..4]), StringComparison.Ordinal);

    [Fact]
    public void One_order_each_cannot_be_cut_into_quintiles()
    {
        string message = Refuse(null, [.. Five.Select(row => (row.Item1, 1.0, row.Item3))]);
        Assert.StartsWith("Found the same frequency of 1 for all 5 customers; at least two different values for quintiles needed. Give break points", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Missing_and_infinite_values_are_counted_and_refused(double odd) =>
        Assert.StartsWith("Column 'money' has 1 of 6 values missing or infinite", Refuse(null, [.. Five, (1, 1, odd)]), StringComparison.Ordinal);

    [Fact]
    public void Orders_are_whole_and_days_not_negative()
    {
        Assert.Contains("Column 'orders' has 1.5 in row 6", Refuse(null, [.. Five, (1, 1.5, 1)]), StringComparison.Ordinal);
        Assert.Contains("Column 'days' has -1 in row 6; 0 or more is needed", Refuse(null, [.. Five, (-1, 1, 1)]), StringComparison.Ordinal);
    }

    [Fact]
    public void Repeated_ids_are_refused()
    {
        var table = new TypedTable("customers", [TextColumn.From("id", ["a", "a", "b"]), new NumberColumn("x", [1, 2, 3])]);
        Assert.StartsWith("Column 'id' repeats 1 ids", Assert.Throws<UserOpsException>(() => table.Rfm(new("id", "x", "x", "x"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new double[] { 1, 2, 3 })]
    [InlineData(new double[] { 1, 2, 2, 3 })]
    [InlineData(new double[] { 4, 3, 2, 1 })]
    [InlineData(new[] { 1, 2, 3, double.NaN })]
    public void Break_points_are_four_and_ascend(double[] points) =>
        Assert.Contains("4 finite numbers in ascending order are needed", Assert.Throws<UserOpsException>(() => new RfmScale.Breaks(points)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 0.95)]
    [InlineData(0.8, 0.8)]
    [InlineData(0.8, 1)]
    [InlineData(double.NaN, 0.95)]
    public void Shares_of_value_classes_lie_between_0_and_1_in_order(double a, double b) =>
        Assert.StartsWith("Value classes cannot end at", Refuse(new() { ShareOfA = a, ShareOfAAndB = b }, Five), StringComparison.Ordinal);

    [Fact]
    public void Revenue_must_be_positive_somewhere() =>
        Assert.StartsWith("Found no positive revenue among 5 customers", Refuse(null, [.. Five.Select(row => (row.Item1, row.Item2, -row.Item3))]), StringComparison.Ordinal);

    [Fact]
    public void An_export_without_orders_says_so() =>
        Assert.Throws<MissingDataException>(() => Journeys.Of(("a", [0])).Rfm());

    [Fact]
    public void An_earlier_date_before_the_first_order_is_refused()
    {
        var data = Dataset.From(orders: Enumerable.Range(0, 6).Select(i => new OrderRow($"{i}", Journeys.Noon(i), 10 + i, $"{i}")).Append(new("0", Journeys.Noon(6), 1, "x")));
        Assert.StartsWith("Found no customer by 2023-12-08", Assert.Throws<InsufficientDataException>(() => data.RfmMigration(30)).Message, StringComparison.Ordinal);
        Assert.Throws<UserOpsException>(() => data.RfmMigration(0));
    }
}
