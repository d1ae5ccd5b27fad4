using MathNet.Numerics;

namespace UserOps.Experiments.Sequential;

/// <summary>The evidence of yes-or-no outcomes against a rate, valid whenever one looks.</summary>
/// <remarks>
/// The likelihood averaged over a Beta prior against that of one rate is a martingale under that rate, so that it exceeds 1/α with chance α at most over all time:
/// H. Robbins (1970), "Statistical methods related to the law of the iterated logarithm", Ann. Math. Statist. 41; S. R. Howard, A. Ramdas, J. McAuliffe and
/// J. Sekhon (2021), "Time-uniform, nonparametric, nonasymptotic confidence sequences", Ann. Statist. 49.
/// </remarks>
internal sealed record BetaBinomialMixture(double Alpha, double Beta, long Successes, long Failures)
{
    private readonly double _logMarginal = SpecialFunctions.BetaLn(Alpha + Successes, Beta + Failures) - SpecialFunctions.BetaLn(Alpha, Beta);

    /// <summary>The logarithm of the evidence against a rate.</summary>
    public double LogEvidence(double rate) => _logMarginal - Log(Successes, rate) - Log(Failures, 1 - rate);

    /// <summary>The logarithm of the evidence against all rates up to one (or from one on), for rates beyond it.</summary>
    public double LogEvidence(double rate, bool above)
    {
        double prior = Side(Alpha, Beta, rate, above), posterior = Side(Alpha + Successes, Beta + Failures, rate, above);
        return posterior > 0 ? LogEvidence(rate) + Math.Log(posterior / prior) : double.NegativeInfinity;
    }

    /// <summary>The rates against which there is less evidence than 1/α.</summary>
    /// <param name="alpha">The false-positive rate, all of it on one side where one-sided.</param>
    /// <param name="alternative">On which sides rates are excluded.</param>
    public (double Lower, double Upper) Rates(double alpha, Alternative alternative)
    {
        double limit = -Math.Log(alpha), centre = (double)Successes / Math.Max(1, Successes + Failures);
        double Edge(double end, bool above) => Solve(rate => alternative == Alternative.TwoSided ? LogEvidence(rate) : LogEvidence(rate, above), limit, centre, end);
        return (alternative == Alternative.Less ? 0 : Edge(0, true), alternative == Alternative.Greater ? 1 : Edge(1, false));
    }

    private static double Side(double alpha, double beta, double rate, bool above) =>
        above ? SpecialFunctions.BetaRegularized(beta, alpha, 1 - rate) : SpecialFunctions.BetaRegularized(alpha, beta, rate);

    private static double Log(long count, double rate) => count == 0 ? 0 : count * Math.Log(rate);

    /// <summary>Where the evidence reaches the limit on the way from inside to an end; the end where it does not.</summary>
    internal static double Solve(Func<double, double> evidence, double limit, double inside, double end)
    {
        double outside = end;
        for (int halving = 0; halving < 80; halving++)
        {
            double middle = (inside + outside) / 2;
            (inside, outside) = evidence(middle) < limit ? (middle, outside) : (inside, middle);
        }
        return outside;
    }
}
