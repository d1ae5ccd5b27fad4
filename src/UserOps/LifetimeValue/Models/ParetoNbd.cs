using MathNet.Numerics.Integration;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>Pareto/NBD: customers buy at a constant rate each, and may leave for good at any moment.</summary>
/// <param name="R">Shape of the gamma distribution of purchase rates.</param>
/// <param name="Alpha">Rate of that distribution, in units of time: the mean purchase rate is r ÷ α.</param>
/// <param name="S">Shape of the gamma distribution of rates of leaving.</param>
/// <param name="Beta">Rate of that distribution, in units of time: the mean rate of leaving is s ÷ β.</param>
/// <remarks>
/// D. C. Schmittlein, D. G. Morrison and R. Colombo (1987), "Counting your customers: who are they and what will they do next?", Management Science 33;
/// P. S. Fader and B. G. S. Hardie (2005), "A note on deriving the Pareto/NBD model and related expressions". Most often broken: a constant rate (seasons, campaigns).
/// </remarks>
public sealed record ParetoNbd(double R, double Alpha, double S, double Beta) : PurchaseModel, IFittable<ParetoNbd>, ICovariates<ParetoNbd>
{
    private static readonly GaussLegendreRule Rule = new(0, 1, 64);

    /// <summary>Shape of the gamma distribution of purchase rates.</summary>
    public double R { get; } = Positive(R, nameof(R));

    /// <summary>Rate of the gamma distribution of purchase rates, in units of time.</summary>
    public double Alpha { get; } = Positive(Alpha, nameof(Alpha));

    /// <summary>Shape of the gamma distribution of rates of leaving.</summary>
    public double S { get; } = Positive(S, nameof(S));

    /// <summary>Rate of the gamma distribution of rates of leaving, in units of time.</summary>
    public double Beta { get; } = Positive(Beta, nameof(Beta));

    static IReadOnlyList<string> IFittable<ParetoNbd>.Names { get; } = ["r", "α", "s", "β"];

    static string IFittable<ParetoNbd>.Name => "Pareto/NBD";

    static IReadOnlyList<CovariateEffect> ICovariates<ParetoNbd>.Effects { get; } = [new("more purchases", [0, -1, 0, 0]), new("more leave", [0, 0, 0, -1])];

    internal override IReadOnlyList<double> Values => [R, Alpha, S, Beta];

    /// <summary>Fits the model to histories by maximum likelihood.</summary>
    /// <exception cref="InsufficientDataException">There are too few customers, or none with a repeat purchase.</exception>
    public static PurchaseModelFit<ParetoNbd> Fit(CustomerHistories histories) => ModelFitting.Fit<ParetoNbd>(histories);

    /// <summary>Fits the model with parameters that depend on what is known of each customer.</summary>
    /// <param name="histories">The customers.</param>
    /// <param name="covariates">One value a customer and column, in the order of the histories.</param>
    /// <exception cref="InsufficientDataException">There are too few customers, or none with a repeat purchase.</exception>
    public static CovariateFit<ParetoNbd> Fit(CustomerHistories histories, CustomerCovariates covariates) => CovariateFitting.Fit<ParetoNbd>(histories, covariates);

    static ParetoNbd IFittable<ParetoNbd>.Create(IReadOnlyList<double> values) => new(values[0], values[1], values[2], values[3]);

    static IReadOnlyList<double[]> IFittable<ParetoNbd>.Starts(PurchasePatterns patterns) => Starting.Pareto(patterns);

    internal override GradientFunction Likelihood(PurchasePatterns patterns) => new ParetoNbdLikelihood(patterns).Evaluate;

    private protected override (double ProbabilityAlive, PurchaseModel Future) After(CustomerHistory customer) => (
        ParetoNbdLikelihood.ProbabilityAlive(R, Alpha, S, Beta, customer),
        new ParetoNbd(R + customer.Frequency, Alpha + customer.Age, S, Beta + customer.Age));

    // r ÷ α × the expected time until leaving, cut at the horizon; its formula divides by s − 1, which may be 0.
    private protected override Func<double, double> Expectation() => time =>
    {
        double logs = Math.Log(1 + time / Beta), power = (1 - S) * logs;
        double growth = Math.Abs(power) < 1e-5 ? logs * (1 + power / 2 + power * power / 6) : (Math.Exp(power) - 1) / (1 - S);
        return R / Alpha * Beta * growth;
    };

    // Over the time of leaving τ = β (e^w − 1), of which the density in w is s e^−sw.
    private protected override double[] Probabilities(double time)
    {
        double end = Math.Log(1 + time / Beta), stays = Math.Exp(-S * end);
        double[] counts = NegativeBinomialCounts.Probabilities(R, Alpha, time);
        for (int k = 0; k < counts.Length; k++)
            counts[k] *= stays;
        for (int i = 0; i < Rule.Order && time > 0; i++)
        {
            double w = Rule.GetAbscissa(i) * end, mass = Rule.GetWeight(i) * end * S * Math.Exp(-S * w);
            double[] until = NegativeBinomialCounts.Probabilities(R, Alpha, Beta * (Math.Exp(w) - 1));
            for (int k = 0; k < Math.Min(until.Length, counts.Length); k++)
                counts[k] += mass * until[k];
        }
        return counts;
    }
}
