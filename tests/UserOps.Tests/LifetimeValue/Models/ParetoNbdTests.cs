using UserOps.LifetimeValue;
using UserOps.LifetimeValue.Models;

namespace UserOps.Tests.LifetimeValue.Models;

public class ParetoNbdTests
{
    /// <summary>The parameters of the vignette, .553, 10.580, .606, 11.656, to the digits that CLVTools pins.</summary>
    private static readonly ParetoNbd Vignette = new(0.55315, 10.57633, 0.60625, 11.67150);

    private static readonly CustomerHistory Customer1516 = Customer(26, 30.857142857142858, 31);

    [Fact]
    public void Parameters_likelihood_and_errors_of_CDNOW_match_CLVTools()
    {
        // CLVTools: .55315, 10.57633, .60625, 11.67150, −9594.976, errors .0476264 .8427222 .1872594 6.2105448. Its search ends a little early: at its
        // numbers the log-likelihood is −9594.9761840, at those of SciPy 1.10.1 (hyp2f1, BFGS to 1e-7) −9594.9761789.
        var fit = ParetoNbd.Fit(Cdnow.Summary.Histories);
        Assert.Equal(-9594.9761789, fit.LogLikelihood, 1e-6);
        Close([0.553278, 10.577692, 0.606232, 11.668457], fit.Model.Values, 5e-5);
        Close([0.55315, 10.57633, 0.60625, 11.67150], fit.Model.Values, 3e-4);
        Close([0.0476264, 0.8427222, 0.1872594, 6.2105448], fit.Model.Values.Zip(fit.Maximum.StandardErrors, (value, error) => value * error), 2e-3);
    }

    [Fact]
    public void Rounded_histories_give_the_published_parameters()
    {
        // Fader, Hardie and Lee 2005: .553, 10.578, .606, 11.669, −9595.0; to more digits with SciPy.
        var fit = ParetoNbd.Fit(Cdnow.Rounded);
        Assert.Equal(-9594.97393, fit.LogLikelihood, 1e-4);
        Close([0.55327548, 10.57761171, 0.60621372, 11.66791603], fit.Model.Values, 1e-4);
    }

    [Fact]
    public void Expectations_match_the_BTYD_vignette()
    {
        // cran/BTYD BTYD-walkthrough, Pareto/NBD, whose own fit differs in the fourth digit.
        Assert.Equal(1.473434, Vignette.ExpectedPurchases(52), 2e-4);
        Assert.Equal(25.45647, Vignette.ExpectedPurchases(Customer1516, 52), 2e-3);
        Assert.Equal(0.997874, Vignette.ProbabilityAlive(Customer1516), 1e-5);
        double[] expected = [0.7062289, 0.1442396, 0.02250658, 0.00309267];
        foreach (var (i, x) in new[] { 10, 15, 20, 25 }.Index())
            Assert.Equal(expected[i], Vignette.ExpectedPurchases(Customer(x, 20, 39), 52), expected[i] * 2e-3);
    }

    [Fact]
    public void Expected_purchases_by_week_match_BTYD()
    {
        // cran/BTYD pnbd.Expectation for weeks 1 to 9 with the parameters of its manual.
        ParetoNbd manual = new(0.55, 10.56, 0.61, 11.64);
        double[] expected = [.05077821, .09916088, .14542507, .18979930, .23247466, .27361274, .31335159, .35181024, .38909211];
        foreach (var (i, value) in expected.Index())
            Assert.Equal(value, manual.ExpectedPurchases(i + 1), 1e-8);
        // lifetimes tests/test_estimation.py, P(alive | 0, 0, 39) at the parameters that BTYD fits.
        Assert.Equal(0.2941633, new ParetoNbd(0.5533971, 10.5801985, 0.6060625, 11.6562237).ProbabilityAlive(Customer(0, 0, 39)), 1e-6);
    }

    private static CustomerHistory Customer(int x, double recency, double age) => new("one", x, recency, age, double.NaN);

    private static void Close(double[] expected, IEnumerable<double> actual, double relative)
    {
        Assert.Equal(expected.Length, actual.Count());
        foreach (var (value, found) in expected.Zip(actual))
            Assert.Equal(value, found, relative * value);
    }
}
