using UserOps.Statistics;

namespace UserOps.LifetimeValue.Contracts;

/// <summary>The chance that a customer under contract stays beyond a period, and how long one stays: beta-discrete-Weibull, with shape 1 the shifted beta-geometric.</summary>
/// <param name="Alpha">With <paramref name="Beta"/> the beta distribution of churn propensities between customers; more than 0.</param>
/// <param name="Beta">More than 0; mean propensity α ÷ (α + β).</param>
/// <param name="Shape">How a customer's own churn changes with time: above 1 it rises, below 1 it falls; 1 it stays.</param>
/// <remarks>P. S. Fader and B. G. S. Hardie (2007), "How to project customer retention", Journal of Interactive Marketing 21; P. S. Fader, B. G. S. Hardie, Y. Liu,
/// J. Davin and T. Steenburgh (2018), the same "revisited: the role of duration dependence", 43. S(t) = B(α, β + t^c) ÷ B(α, β).</remarks>
public readonly record struct RetentionLaw(double Alpha, double Beta, double Shape = 1)
{
    private const double LeastDiscount = 1e-4;

    /// <summary>The share of customers who stay beyond a period, 0 or more.</summary>
    public double Survival(int period) => Math.Exp(LogSurvival(period));

    /// <summary>The share of those who came into a period, 1 or more, who stay beyond it. It rises with time even where no customer changes: those who leave easily are gone.</summary>
    public double Retention(int period) => Math.Exp(LogSurvival(period) - LogSurvival(period - 1));

    /// <summary>Discounted expected lifetime (DEL) of a new customer in periods: the first period counts in full, each later one by the chance that it comes.</summary>
    /// <param name="discount">The discount rate of one period, 0.0001 or more.</param>
    /// <exception cref="UserOpsException">The discount rate is too small: the sum may have no end.</exception>
    public double ExpectedLifetime(double discount) => Sum(discount, 0, 0);

    /// <summary>Discounted expected residual lifetime (DERL) in periods of a customer who has renewed so many times and stands before the next renewal.</summary>
    /// <param name="discount">The discount rate of one period, 0.0001 or more.</param>
    /// <param name="renewals">How many times the customer renewed, 0 or more.</param>
    /// <exception cref="UserOpsException">The discount rate is too small, or the number of renewals negative.</exception>
    /// <remarks>P. S. Fader and B. G. S. Hardie (2010), "Customer-base valuation in a contractual setting: the perils of ignoring heterogeneity", Marketing Science 29.</remarks>
    public double ResidualLifetime(double discount, int renewals) => renewals >= 0
        ? Sum(discount, renewals + 1, LogSurvival(renewals))
        : throw new UserOpsException($"A customer cannot have renewed {renewals} times; 0 or more is needed.");

    // Grouped so that only steps are added up that are as small as may be: four large logarithms of gamma functions would leave no digit of late periods.
    internal double LogSurvival(int period)
    {
        double age = Age(period);
        return age <= Alpha
            ? LogGammaStep.Of(Beta, age) - LogGammaStep.Of(Alpha + Beta, age)
            : LogGammaStep.Of(Beta, Alpha) - LogGammaStep.Of(Beta + age, Alpha);
    }

    /// <summary>The age t^c that counts for a customer; cut where numbers end.</summary>
    internal double Age(int period) => Math.Min(Math.Pow(period, Shape), 1e300);

    /// <summary>Adds up until what is left cannot matter: survival does not rise, so the rest is less than a geometric series.</summary>
    private double Sum(double discount, int from, double logOfGiven)
    {
        if (!(discount >= LeastDiscount && double.IsFinite(discount)))
            throw new UserOpsException(FormattableString.Invariant($"The discount rate is {discount} a period; {LeastDiscount} or more is needed, such as 0.1 a year or 0.008 a month."));
        double sum = 0, weight = 1;
        for (int period = from; ; period++, weight /= 1 + discount)
        {
            double term = Math.Exp(LogSurvival(period) - logOfGiven) * weight;
            sum += term;
            if (term <= 1e-12 * discount * sum)
                return sum;
        }
    }
}
