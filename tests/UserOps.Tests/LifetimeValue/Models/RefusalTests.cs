using UserOps.LifetimeValue;
using UserOps.LifetimeValue.Models;

namespace UserOps.Tests.LifetimeValue.Models;

public class RefusalTests
{
    [Theory]
    [InlineData(1.5, 2, 5, "frequency 1.5; a whole number of 0 or more")]
    [InlineData(double.NaN, 2, 5, "frequency NaN")]
    [InlineData(-1, 2, 5, "frequency -1")]
    [InlineData(1, 7, 5, "recency t_x 7; a time between 0 and the age T = 5")]
    [InlineData(1, double.NaN, 5, "recency t_x NaN")]
    [InlineData(1, 2, double.PositiveInfinity, "age T ∞")]
    [InlineData(1, 2, 2e200, "age T 2E+200; a time from 0 to 1000000")]
    [InlineData(0, 2, 5, "recency t_x 2; 0 with 0 repeat purchases")]
    [InlineData(2, 0, 5, "recency t_x 0; more than 0 with 2 repeat purchases")]
    public void Impossible_histories_name_the_customer_the_value_and_what_is_needed(double x, double recency, double age, string message)
    {
        var refusal = Assert.Throws<UserOpsException>(() => CustomerHistories.FromColumns(TimeUnit.Week, ["Li"], [x], [recency], [age]));
        Assert.StartsWith("Customer 'Li' has " + message.Replace("∞", double.PositiveInfinity.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_customer_twice_is_refused() =>
        Assert.Contains("'Li' is there twice", Assert.Throws<UserOpsException>(() => CustomerHistories.FromColumns(TimeUnit.Week, ["Li", "Li"], [0, 0], [0, 0], [1, 1])).Message, StringComparison.Ordinal);

    [Fact]
    public void Too_few_customers_repeat_buyers_or_differences_are_refused_with_numbers()
    {
        Assert.Contains("Found 19 customers; 20 for BG/NBD needed", Refusal(19, i => i % 2), StringComparison.Ordinal);
        Assert.Contains("Found 0 customers with a repeat purchase; 10 for BG/NBD needed", Refusal(50, _ => 0), StringComparison.Ordinal);
        Assert.Contains("the same purchases and times for every customer", Refusal(50, _ => 2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_counts_something_else_than_purchases_is_refused_before_it_is_tabulated() =>
        Assert.Contains("A customer has 3000000 repeat purchases; BG/NBD takes up to 100000.", Assert.Throws<UserOpsException>(() => BgNbd.Fit(CustomerHistories.From(
            TimeUnit.Week, Enumerable.Range(0, 60).Select(i => new CustomerHistory($"c{i}", i % 4 * 1_000_000, i % 4 == 0 ? 0 : 3, 10, double.NaN))))).Message, StringComparison.Ordinal);

    [Fact]
    public void Opportunities_and_times_are_not_mixed()
    {
        var opportunities = CustomerHistories.From(TimeUnit.Opportunity, [new("one", 1, 1, 6, double.NaN)]);
        var weeks = CustomerHistories.From(TimeUnit.Week, [new("one", 1, 1, 6, double.NaN)]);
        Assert.Contains("BgBb", Assert.Throws<UserOpsException>(() => BgNbd.Fit(opportunities)).Message, StringComparison.Ordinal);
        Assert.Contains("BgNbd", Assert.Throws<UserOpsException>(() => BgBb.Fit(weeks)).Message, StringComparison.Ordinal);
        Assert.Throws<UserOpsException>(() => CustomerHistories.From(TimeUnit.Opportunity, [new("one", 3, 2, 6, double.NaN)]));
    }

    [Fact]
    public void Impossible_parameters_and_horizons_are_refused()
    {
        Assert.Throws<UserOpsException>(() => new BgNbd(1, double.NaN, 1, 1));
        Assert.Throws<UserOpsException>(() => new ParetoNbd(1, 1, 0, 1));
        Assert.Throws<UserOpsException>(() => new BgNbd(1, 1, 1, 1).ExpectedPurchases(double.NaN));
        Assert.Throws<UserOpsException>(() => new BgBb(1, 1, 1, 1).ExpectedPurchases(2.5));
    }

    private static string Refusal(int customers, Func<int, int> frequency) => Assert.Throws<InsufficientDataException>(() => BgNbd.Fit(CustomerHistories.From(
        TimeUnit.Week, Enumerable.Range(0, customers).Select(i => new CustomerHistory($"c{i}", frequency(i), frequency(i) == 0 ? 0 : 3, 10, double.NaN))))).Message;
}
