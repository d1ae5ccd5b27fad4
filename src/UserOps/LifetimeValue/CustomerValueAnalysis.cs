using UserOps.Data;
using UserOps.Display;
using UserOps.Features;
using UserOps.LifetimeValue.Models;

namespace UserOps.LifetimeValue;

/// <summary>What customers are worth from now on.</summary>
public static class CustomerValueAnalysis
{
    /// <summary>The expected discounted value of each customer by MBG/NBD and Gamma-Gamma, with intervals.</summary>
    /// <remarks>Customers whose repeat purchases were all free or given back are left out. For other models call them step by step: histories, fit, values.</remarks>
    /// <exception cref="UserOpsException">The export has no orders, or the definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">There are too few customers or repeat buyers.</exception>
    public static CustomerValues CustomerValues(this Dataset data, CustomerValueDefinition? definition = null)
    {
        definition ??= new();
        if (definition.Months < 1)
            throw new UserOpsException($"{nameof(CustomerValueDefinition.Months)} is {definition.Months}; 1 or more is needed.");
        if (!(definition.AnnualDiscount >= 0 && double.IsFinite(definition.AnnualDiscount)))
            throw new UserOpsException(FormattableString.Invariant($"The discount of a year is {definition.AnnualDiscount}; a fraction of 0 or more is needed, such as 0.1."));
        var customers = data.CustomerHistories(definition.Histories).Valued;
        return MbgNbd.Fit(customers).Values(GammaGamma.Fit(customers), customers, Discounting.Monthly(definition.Months, definition.AnnualDiscount, customers.Unit));
    }

    /// <summary>The customers in ten parts of equal number, the most valuable first: where the money lies.</summary>
    public static CustomerValueTenths Tenths(this CustomerValues values) => new() { Of = values };

    /// <summary>The customers with what the model expects of each, in the order of the values: audiences and lists of people are made of it.</summary>
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
        Add("at_stake", "discounted value that is lost if the customer has left: value if still there, less expected value", Format.Money(), AtStake);
        return new([.. values.Customers.Select(one => one.Id)], features, new("values", columns)) { PersonalData = data.PersonalData };

        void Add(string name, string meaning, Format format, Func<CustomerValue, double> value)
        {
            features.Add(new(name, meaning, format));
            columns.Add(new NumberColumn(name, [.. values.Customers.Select(value)]));
        }
    }

    private static double AtStake(CustomerValue customer) =>
        customer.ProbabilityAlive > 0 ? customer.Value / customer.ProbabilityAlive * (1 - customer.ProbabilityAlive) : 0;
}
