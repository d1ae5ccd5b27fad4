using UserOps.Data;
using UserOps.LifetimeValue;
using UserOps.Tests.Samples;

namespace UserOps.Tests.LifetimeValue;

public class CustomerValueTests
{
    private static readonly Dataset Shop = Dataset.Open(SampleFolder.Of("shop").FilePath(""), new OpenOptions { UseCache = false });

    [Fact]
    public void Values_come_in_tenths_and_as_features_with_what_is_at_stake()
    {
        var values = Shop.CustomerValues();
        var tenths = values.Tenths().ToTable();
        Assert.Equal(10, tenths.Rows.Count);
        Assert.Equal(values.Customers.Count, tenths.Rows.Sum(row => (int)row[1]!));
        Assert.Equal(1, tenths.Rows.Sum(row => (double)row[7]!), 1e-9);
        var features = values.ToFeatures(Shop);
        var first = values.Customers[0];
        Assert.Equal(first.Id, features.Ids[0]);
        Assert.Equal(first.Value / first.ProbabilityAlive - first.Value, features.Numbers("at_stake")[0], 1e-9);
        Assert.All(features.Numbers("p_alive"), chance => Assert.InRange(chance, 0, 1));
    }

    [Fact]
    public void Impossible_questions_and_too_few_customers_are_refused()
    {
        Assert.Throws<UserOpsException>(() => Shop.CustomerValues(new() { Months = 0 }));
        Assert.Throws<UserOpsException>(() => Shop.CustomerValues(new() { AnnualDiscount = double.NaN }));
        Assert.Throws<InsufficientDataException>(() => Dataset.From(orders: [new("a", Journeys.Noon(0), 1), new("a", Journeys.Noon(9), 1)]).CustomerValues());
    }
}
