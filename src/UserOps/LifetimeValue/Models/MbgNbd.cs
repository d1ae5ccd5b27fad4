using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>MBG/NBD: as <see cref="BgNbd"/>, but customers may also leave right after their very first purchase.</summary>
/// <param name="R">Shape of the gamma distribution of purchase rates.</param>
/// <param name="Alpha">Rate of that distribution, in units of time.</param>
/// <param name="A">First shape of the beta distribution of the probability of leaving.</param>
/// <param name="B">Second shape of that distribution.</param>
/// <remarks>
/// E. P. Batislam, M. Denizel and A. Filiztekin (2007), "Empirical validation and comparison of models for customer base analysis", International Journal of
/// Research in Marketing 24; D. Hoppe and U. Wagner (2007), Marketing ZFP 3.
/// </remarks>
public sealed record MbgNbd(double R, double Alpha, double A, double B) : PurchaseModel, IFittable<MbgNbd>
{
    /// <summary>Shape of the gamma distribution of purchase rates.</summary>
    public double R { get; } = Positive(R, nameof(R));

    /// <summary>Rate of the gamma distribution of purchase rates, in units of time.</summary>
    public double Alpha { get; } = Positive(Alpha, nameof(Alpha));

    /// <summary>First shape of the beta distribution of the probability of leaving.</summary>
    public double A { get; } = Positive(A, nameof(A));

    /// <summary>Second shape of the beta distribution of the probability of leaving.</summary>
    public double B { get; } = Positive(B, nameof(B));

    static IReadOnlyList<string> IFittable<MbgNbd>.Names { get; } = ["r", "α", "a", "b"];

    static string IFittable<MbgNbd>.Name => "MBG/NBD";

    internal override IReadOnlyList<double> Values => [R, Alpha, A, B];

    /// <summary>Fits the model to histories by maximum likelihood.</summary>
    /// <exception cref="InsufficientDataException">There are too few customers, or none with a repeat purchase.</exception>
    public static PurchaseModelFit<MbgNbd> Fit(CustomerHistories histories) => ModelFitting.Fit<MbgNbd>(histories);

    static MbgNbd IFittable<MbgNbd>.Create(IReadOnlyList<double> values) => new(values[0], values[1], values[2], values[3]);

    static IReadOnlyList<double[]> IFittable<MbgNbd>.Starts(PurchasePatterns patterns) => Starting.BetaGeometric(patterns);

    internal override GradientFunction Likelihood(PurchasePatterns patterns) => new BetaGeometricLikelihood(patterns, canLeaveAtOnce: true).Evaluate;

    // Who is still there has passed one toss more than there were repeat purchases; from now on tosses follow purchases only, as in BG/NBD.
    private protected override (double ProbabilityAlive, PurchaseModel Future) After(CustomerHistory customer) => (
        BetaGeometricLikelihood.ProbabilityAlive(R, Alpha, A, B, customer, canLeaveAtOnce: true),
        new BgNbd(R + customer.Frequency, Alpha + customer.Age, A, B + customer.Frequency + 1));

    private protected override Func<double, double> Expectation()
    {
        var counts = new BetaGeometricCounts(R, Alpha, A, B + 1);
        return time => B / (A + B) * counts.Expected(time);
    }

    private protected override double[] Probabilities(double time)
    {
        double[] counts = new BetaGeometricCounts(R, Alpha, A, B + 1).Probabilities(time);
        for (int k = 0; k < counts.Length; k++)
            counts[k] *= B / (A + B);
        counts[0] += A / (A + B);
        return counts;
    }
}
