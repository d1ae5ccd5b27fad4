using MathNet.Numerics.Integration;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>A probability model of repeat buying with known parameters: what is expected of a customer, and how likely each number of purchases is.</summary>
/// <remarks>Times are in the unit of the histories that the model was fitted to.</remarks>
public abstract record PurchaseModel
{
    private static readonly GaussLegendreRule Rule = new(0, 1, 64);

    /// <summary>The probability that the customer will still buy, between 0 and 1.</summary>
    public double ProbabilityAlive(CustomerHistory customer) => After(customer).ProbabilityAlive;

    /// <summary>The purchases expected of a new customer after the first one.</summary>
    /// <param name="horizon">The time since the first purchase; 0 or more.</param>
    public double ExpectedPurchases(double horizon) => Expectation()(Checked(horizon));

    /// <summary>The purchases expected of a customer in the time after the end of observation.</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="horizon">The time ahead; 0 or more.</param>
    public double ExpectedPurchases(CustomerHistory customer, double horizon)
    {
        var (alive, future) = After(customer);
        return alive * future.Expectation()(Checked(horizon));
    }

    /// <summary>The probabilities of 0, 1, 2, … purchases of a new customer after the first one; those left out sum to less than rounding.</summary>
    /// <param name="horizon">The time since the first purchase; 0 or more.</param>
    public double[] PurchaseProbabilities(double horizon) => Probabilities(Checked(horizon));

    /// <summary>The probabilities of 0, 1, 2, … purchases of a customer in the time after the end of observation.</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="horizon">The time ahead; 0 or more.</param>
    public double[] PurchaseProbabilities(CustomerHistory customer, double horizon)
    {
        var (alive, future) = After(customer);
        double[] counts = future.Probabilities(Checked(horizon));
        for (int k = 0; k < counts.Length; k++)
            counts[k] *= alive;
        counts[0] += 1 - alive;
        return counts;
    }

    /// <summary>The purchases expected of a customer, each worth less the later it comes.</summary>
    public double DiscountedPurchases(CustomerHistory customer, Discounting discounting)
    {
        var (alive, future) = After(customer);
        return alive * discounting.Sum(future.Expectation());
    }

    /// <summary>All purchases still expected of a customer, without a horizon, each worth less the later it comes (DERT).</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="rate">The discount rate: continuous, per unit of time, such as ln(1.15) ÷ 52 for 15 % a year and weeks; for <see cref="BgBb"/> per opportunity. More than 0.</param>
    /// <remarks>P. S. Fader, B. G. S. Hardie and K. L. Lee (2005), "RFM and CLV: using iso-value curves for customer base analysis", Journal of Marketing Research 42.</remarks>
    public double ResidualPurchases(CustomerHistory customer, double rate)
    {
        if (!(rate > 0 && double.IsFinite(rate)))
            throw new UserOpsException(FormattableString.Invariant($"A discount rate of {rate} was given; without a horizon it must be more than 0, or the sum may be infinite."));
        var (alive, future) = After(customer);
        return alive * future.Residual(rate);
    }

    /// <summary>The logarithm of the likelihood of a customer's history, with constants that do not depend on the parameters left out as in the papers.</summary>
    public double LogLikelihood(CustomerHistory customer)
    {
        double[] logs = [.. Values.Select(value => Math.Log(value))];
        return -Likelihood(PurchasePatterns.Single(customer))(logs, new double[logs.Length]);
    }

    /// <summary>The parameters in their customary order.</summary>
    internal abstract IReadOnlyList<double> Values { get; }

    /// <summary>Minus the log-likelihood as a function of the logarithms of the parameters.</summary>
    internal abstract GradientFunction Likelihood(PurchasePatterns patterns);

    /// <summary>The probability that the customer is still there, and the model of purchases from now on if so.</summary>
    private protected abstract (double ProbabilityAlive, PurchaseModel Future) After(CustomerHistory customer);

    /// <summary>The expected purchases of a new customer by time; what times share is worked out once.</summary>
    private protected abstract Func<double, double> Expectation();

    private protected abstract double[] Probabilities(double time);

    // By parts, ∫ e^−δt dE(t) = ∫ e^−u E(u ÷ δ) du, over w with u = c (e^w − 1): E is smooth in the logarithm of time.
    private protected virtual double Residual(double rate)
    {
        const double near = 0.02, last = 45;
        double end = Math.Log(1 + last / near), sum = 0;
        var expected = Expectation();
        for (int i = 0; i < Rule.Order; i++)
        {
            double growth = Math.Exp(Rule.GetAbscissa(i) * end), u = near * (growth - 1);
            sum += Rule.GetWeight(i) * end * near * growth * Math.Exp(-u) * expected(u / rate);
        }
        return sum;
    }

    private protected static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new UserOpsException(FormattableString.Invariant($"The parameter {name} is {value}; parameters of a model of buying are positive and finite."));

    private static double Checked(double horizon) => horizon >= 0 && double.IsFinite(horizon)
        ? horizon
        : throw new UserOpsException(FormattableString.Invariant($"A horizon of {horizon} was asked for; a finite time of 0 or more is needed, in the unit of the histories."));
}
