using UserOps.Data;
using UserOps.Display;
using UserOps.Features;
using UserOps.LifetimeValue.Models;

namespace UserOps.LifetimeValue;

/// <summary>Values of customers as features, to make audiences and lists of people of them.</summary>
public static class CustomerValueFeatures
{
    /// <summary>The customers with what the model expects of each, in the order of the values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="data">The export that they were computed from.</param>
    public static FeatureTable ToFeatures(this CustomerValues values, Dataset data)
    {
        List<Feature> features = [];
        List<Column> columns = [];
        Add("p_alive", "probability that the customer will still buy", Format.Percent(), one => one.ProbabilityAlive);
        Add("expected_purchases", "expected purchases in the horizon", Format.Number(), one => one.Purchases);
        Add("value_of_purchase", "expected value of a purchase", Format.Money(), one => one.ValueOfPurchase);
        Add("expected_value", "expected discounted value in the horizon", Format.Money(), one => one.Value);
        Add("value_if_alive", "expected discounted value in the horizon if the customer has not left", Format.Money(), one => one.ProbabilityAlive > 0 ? one.Value / one.ProbabilityAlive : 0);
        return new([.. values.Customers.Select(one => one.Id)], features, new("values", columns)) { PersonalData = data.PersonalData };

        void Add(string name, string meaning, Format format, Func<CustomerValue, double> value)
        {
            features.Add(new(name, meaning, format));
            columns.Add(new NumberColumn(name, [.. values.Customers.Select(value)]));
        }
    }
}
