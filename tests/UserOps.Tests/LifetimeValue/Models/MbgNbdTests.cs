using UserOps.LifetimeValue.Models;

namespace UserOps.Tests.LifetimeValue.Models;

public class MbgNbdTests
{
    [Fact]
    public void Parameters_of_CDNOW_match_lifetimes()
    {
        // lifetimes tests/test_estimation.py, ModifiedBetaGeoFitter: .525, 6.183, .891, 1.614.
        double[] expected = [0.525, 6.183, 0.891, 1.614];
        Assert.Equal(expected, MbgNbd.Fit(Cdnow.Rounded).Model.Values.Select(value => Math.Round(value, 3)));
    }

    [Fact]
    public void Parameters_likelihood_and_errors_of_the_log_match_SciPy()
    {
        // SciPy 1.10.1 on the exact histories: gammaln, betaln and logaddexp, BFGS then Nelder–Mead to 1e-12; errors from the Hessian by differences.
        var fit = MbgNbd.Fit(Cdnow.Summary.Histories);
        Assert.Equal(-9582.13571555, fit.LogLikelihood, 1e-5);
        double[] values = [0.524843147, 6.18308527, 0.891359448, 1.61400243], errors = [0.0832678, 0.695618, 0.154789, 0.537492];
        Assert.Equal(4, fit.Parameters.Count);
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(values[i], fit.Parameters[i].Estimate, 1e-4 * values[i]);
            Assert.Equal(errors[i], fit.Parameters[i].StandardError!.Value, 2e-3 * errors[i]);
        }
    }

    [Fact]
    public void A_customer_without_a_repeat_purchase_may_have_left()
    {
        // P(left) : P(alive) = a ÷ b · ((α + T) ÷ α)^r, by hand for r = 1, α = 10, a = 1, b = 3, T = 20: 1.
        Assert.Equal(0.5, new MbgNbd(1, 10, 1, 3).ProbabilityAlive(new("one", 0, 0, 20, double.NaN)), 1e-12);
    }
}
