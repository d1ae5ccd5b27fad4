using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>BG/BB: at each opportunity customers buy with a constant probability each, and before each they may leave for good.</summary>
/// <param name="Alpha">First shape of the beta distribution of the probability of buying: its mean is α ÷ (α + β).</param>
/// <param name="Beta">Second shape of that distribution.</param>
/// <param name="Gamma">First shape of the beta distribution of the probability of leaving: its mean is γ ÷ (γ + δ).</param>
/// <param name="Delta">Second shape of that distribution.</param>
/// <remarks>
/// P. S. Fader, B. G. S. Hardie and J. Shang (2010), "Customer-base analysis in a discrete-time noncontractual setting", Marketing Science 29. Horizons are whole numbers
/// of opportunities.
/// </remarks>
public sealed record BgBb(double Alpha, double Beta, double Gamma, double Delta) : PurchaseModel, IFittable<BgBb>
{
    /// <summary>First shape of the beta distribution of the probability of buying.</summary>
    public double Alpha { get; } = Positive(Alpha, nameof(Alpha));

    /// <summary>Second shape of the beta distribution of the probability of buying.</summary>
    public double Beta { get; } = Positive(Beta, nameof(Beta));

    /// <summary>First shape of the beta distribution of the probability of leaving.</summary>
    public double Gamma { get; } = Positive(Gamma, nameof(Gamma));

    /// <summary>Second shape of the beta distribution of the probability of leaving.</summary>
    public double Delta { get; } = Positive(Delta, nameof(Delta));

    static IReadOnlyList<string> IFittable<BgBb>.Names { get; } = ["α", "β", "γ", "δ"];

    static string IFittable<BgBb>.Name => "BG/BB";

    internal override IReadOnlyList<double> Values => [Alpha, Beta, Gamma, Delta];

    /// <summary>Fits the model to histories that count opportunities.</summary>
    /// <exception cref="InsufficientDataException">There are too few customers, or none with a repeat purchase.</exception>
    /// <exception cref="UserOpsException">The histories are in days, weeks, months or years.</exception>
    public static PurchaseModelFit<BgBb> Fit(CustomerHistories histories) => histories.Unit == TimeUnit.Opportunity
        ? ModelFitting.Fit<BgBb>(histories.Unit, PurchasePatterns.Of(histories))
        : throw new UserOpsException($"BG/BB needs opportunities, but the histories are in {histories.Unit.Plural()}. Fit {nameof(BgNbd)} or {nameof(ParetoNbd)}, or count opportunities.");

    /// <summary>Fits the model to patterns and the number of customers of each, the sufficient statistics that papers print.</summary>
    /// <param name="patterns">One history a pattern; ids are only names.</param>
    /// <param name="customers">How many customers have the pattern, one number each.</param>
    /// <exception cref="InsufficientDataException">There are too few customers, or none with a repeat purchase.</exception>
    public static PurchaseModelFit<BgBb> Fit(CustomerHistories patterns, IReadOnlyList<int> customers)
    {
        HistoryChecks.SameLength(patterns.Count, customers.Count);
        return ModelFitting.Fit<BgBb>(TimeUnit.Opportunity, PurchasePatterns.Of(patterns.Frequency, patterns.Recency, patterns.Age, customers));
    }

    static BgBb IFittable<BgBb>.Create(IReadOnlyList<double> values) => new(values[0], values[1], values[2], values[3]);

    static IReadOnlyList<double[]> IFittable<BgBb>.Starts(PurchasePatterns patterns) => [[0, 0, 0, 0], [0, 0.7, -0.7, 1.4], [1.1, 1.1, 0, 2.3]];

    internal override GradientFunction Likelihood(PurchasePatterns patterns) => new BgBbLikelihood(patterns).Evaluate;

    private protected override (double ProbabilityAlive, PurchaseModel Future) After(CustomerHistory customer)
    {
        double buys = customer.Frequency, rest = customer.Age - customer.Frequency;
        return (new BgBbLikelihood(PurchasePatterns.Single(customer)).ProbabilityAlive(this), new BgBb(Alpha + buys, Beta + rest, Gamma, Delta + customer.Age));
    }

    private protected override Func<double, double> Expectation() => time =>
    {
        double stays = 1, sum = 0;
        for (int opportunity = 0; opportunity < Whole(time); opportunity++)
            sum += stays *= (Delta + opportunity) / (Gamma + Delta + opportunity);
        return Alpha / (Alpha + Beta) * sum;
    };

    private protected override double Residual(double rate)
    {
        double worth = 1, sum = 0;
        for (int opportunity = 0; worth > 1e-15; opportunity++)
            sum += worth *= (Delta + opportunity) / ((Gamma + Delta + opportunity) * (1 + rate));
        return Alpha / (Alpha + Beta) * sum;
    }

    private protected override double[] Probabilities(double time)
    {
        int opportunities = Whole(time);
        double[] counts = new double[opportunities + 1];
        double stays = 1;
        for (int until = 0; until <= opportunities; until++)
        {
            double leaves = until == opportunities ? 1 : Gamma / (Gamma + Delta + until);
            Add(counts, until, stays * leaves);
            stays *= 1 - leaves;
        }
        return counts;
    }

    // Beta-binomial purchases at so many opportunities.
    private void Add(double[] counts, int opportunities, double weight)
    {
        double probability = weight;
        for (int i = 0; i < opportunities; i++)
            probability *= (Beta + i) / (Alpha + Beta + i);
        for (int k = 0; k <= opportunities; k++)
        {
            counts[k] += probability;
            probability *= (opportunities - k) * (Alpha + k) / ((k + 1) * (Beta + opportunities - k - 1));
        }
    }

    private static int Whole(double time) => time == Math.Floor(time)
        ? (int)time
        : throw new UserOpsException(FormattableString.Invariant($"A horizon of {time} was asked for; horizons of BG/BB are whole numbers of opportunities."));
}
