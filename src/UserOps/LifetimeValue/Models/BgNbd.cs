using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>BG/NBD: customers buy at a constant rate each, and may leave for good after each repeat purchase.</summary>
/// <param name="R">Shape of the gamma distribution of purchase rates.</param>
/// <param name="Alpha">Rate of that distribution, in units of time: the mean purchase rate is r ÷ α.</param>
/// <param name="A">First shape of the beta distribution of the probability of leaving: its mean is a ÷ (a + b).</param>
/// <param name="B">Second shape of that distribution.</param>
/// <remarks>
/// P. S. Fader, B. G. S. Hardie and K. L. Lee (2005), "“Counting your customers” the easy way: an alternative to the Pareto/NBD model", Marketing Science 24.
/// A customer without a repeat purchase counts as alive for certain; <see cref="MbgNbd"/> does not assume that. Most often broken: a constant rate (seasons, campaigns).
/// </remarks>
public sealed record BgNbd(double R, double Alpha, double A, double B) : PurchaseModel, IFittable<BgNbd>, ICovariates<BgNbd>
{
    /// <summary>Shape of the gamma distribution of purchase rates.</summary>
    public double R { get; } = Positive(R, nameof(R));

    /// <summary>Rate of the gamma distribution of purchase rates, in units of time.</summary>
    public double Alpha { get; } = Positive(Alpha, nameof(Alpha));

    /// <summary>First shape of the beta distribution of the probability of leaving.</summary>
    public double A { get; } = Positive(A, nameof(A));

    /// <summary>Second shape of the beta distribution of the probability of leaving.</summary>
    public double B { get; } = Positive(B, nameof(B));

    static IReadOnlyList<string> IFittable<BgNbd>.Names { get; } = ["r", "α", "a", "b"];

    static string IFittable<BgNbd>.Name => "BG/NBD";

    static IReadOnlyList<CovariateEffect> ICovariates<BgNbd>.Effects { get; } = [new("more purchases", [0, -1, 0, 0]), new("more leave (a)", [0, 0, 1, 0]), new("fewer leave (b)", [0, 0, 0, 1])];

    internal override IReadOnlyList<double> Values => [R, Alpha, A, B];

    /// <summary>Fits the model to histories by maximum likelihood.</summary>
    /// <exception cref="InsufficientDataException">There are too few customers, or none with a repeat purchase.</exception>
    public static PurchaseModelFit<BgNbd> Fit(CustomerHistories histories) => ModelFitting.Fit<BgNbd>(histories);

    /// <summary>Fits the model with parameters that depend on what is known of each customer.</summary>
    /// <param name="histories">The customers.</param>
    /// <param name="covariates">One value a customer and column, in the order of the histories.</param>
    /// <exception cref="InsufficientDataException">There are too few customers, or none with a repeat purchase.</exception>
    public static CovariateFit<BgNbd> Fit(CustomerHistories histories, CustomerCovariates covariates) => CovariateFitting.Fit<BgNbd>(histories, covariates);

    static BgNbd IFittable<BgNbd>.Create(IReadOnlyList<double> values) => new(values[0], values[1], values[2], values[3]);

    static IReadOnlyList<double[]> IFittable<BgNbd>.Starts(PurchasePatterns patterns) => Starting.BetaGeometric(patterns);

    internal override GradientFunction Likelihood(PurchasePatterns patterns) => new BetaGeometricLikelihood(patterns, canLeaveAtOnce: false).Evaluate;

    private protected override (double ProbabilityAlive, PurchaseModel Future) After(CustomerHistory customer) => (
        BetaGeometricLikelihood.ProbabilityAlive(R, Alpha, A, B, customer, canLeaveAtOnce: false),
        new BgNbd(R + customer.Frequency, Alpha + customer.Age, A, B + customer.Frequency));

    private protected override Func<double, double> Expectation() => new BetaGeometricCounts(R, Alpha, A, B).Expected;

    private protected override double[] Probabilities(double time) => new BetaGeometricCounts(R, Alpha, A, B).Probabilities(time);
}
