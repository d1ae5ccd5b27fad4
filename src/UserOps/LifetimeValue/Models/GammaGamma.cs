using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>Gamma-Gamma: what a purchase of a customer is worth, when each customer has a mean value and purchases vary around it.</summary>
/// <param name="P">Shape of the distribution of purchases around the customer's mean.</param>
/// <param name="Q">Shape of the distribution of customers.</param>
/// <param name="V">Rate of the distribution of customers, in units of money.</param>
/// <remarks>
/// P. S. Fader and B. G. S. Hardie (2013), "The Gamma-Gamma model of monetary value"; P. S. Fader, B. G. S. Hardie and K. L. Lee (2005), "RFM and CLV: using
/// iso-value curves for customer base analysis", Journal of Marketing Research 42. It assumes that value and frequency are independent: see <see cref="FrequencyValueCheck"/>.
/// </remarks>
public sealed record GammaGamma(double P, double Q, double V)
{
    /// <summary>Shape of the distribution of purchases around the customer's mean.</summary>
    public double P { get; } = Positive(P, nameof(P));

    /// <summary>Shape of the distribution of customers.</summary>
    public double Q { get; } = Positive(Q, nameof(Q));

    /// <summary>Rate of the distribution of customers, in units of money.</summary>
    public double V { get; } = Positive(V, nameof(V));

    /// <summary>The mean value of a purchase over all customers; infinite where q is 1 or less.</summary>
    public double PopulationMean => Q > 1 ? P * V / (Q - 1) : double.PositiveInfinity;

    /// <summary>Fits the model to the repeat buyers by maximum likelihood.</summary>
    /// <exception cref="InsufficientDataException">Values are not known, too few, not positive, or all equal.</exception>
    public static GammaGammaFit Fit(CustomerHistories histories)
    {
        var values = MeanValues.Of(histories);
        double mean = values.Mean.Average();
        double[][] starts = [[0, Math.Log(3), Math.Log(2 * mean)], [Math.Log(6), Math.Log(4), Math.Log(mean / 2)]];
        return new(values, MaximumLikelihood.Find(new GammaGammaLikelihood(values).Evaluate, starts, ParameterBox.Around(3, 20)));
    }

    /// <summary>The expected value of a purchase of a customer: between the customer's mean so far and that of all; the latter without repeat purchases.</summary>
    public double ExpectedValue(CustomerHistory customer) =>
        customer.Frequency == 0 ? PopulationMean : P * (V + customer.Frequency * customer.MonetaryValue) / (P * customer.Frequency + Q - 1);

    private static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new UserOpsException(FormattableString.Invariant($"The parameter {name} is {value}; parameters of the Gamma-Gamma model are positive and finite."));
}
