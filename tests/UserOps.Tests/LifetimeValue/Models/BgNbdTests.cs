using UserOps.LifetimeValue;
using UserOps.LifetimeValue.Models;

namespace UserOps.Tests.LifetimeValue.Models;

public class BgNbdTests
{
    /// <summary>The parameters of the paper, .243, 4.414, .793, 2.426, to the digits that CLVTools pins.</summary>
    private static readonly BgNbd Paper = new(0.2425945, 4.4136019, 0.7929199, 2.4258881);

    /// <summary>Customer 1516 of the vignette.</summary>
    private static readonly CustomerHistory Customer1516 = Customer(26, 30.857142857142858, 31);

    [Fact]
    public void Parameters_likelihood_and_errors_of_CDNOW_match_CLVTools()
    {
        // CLVTools tests/testthat/test_correctness_bgnbd.R: .2425945, 4.4136019, .7929199, 2.4258881, log-likelihood −9582.429; refitted with SciPy from
        // the raw log: .242595, 4.413602, .792922, 2.425907, −9582.42921, errors .012557, .378224, .185733, .705411.
        var fit = BgNbd.Fit(Cdnow.Summary.Histories);
        Assert.Equal(-9582.42921, fit.LogLikelihood, 1e-4);
        Close([0.242595, 4.413602, 0.792922, 2.425907], fit.Model.Values, 1e-5);
        Close([0.012557, 0.378224, 0.185733, 0.705411], fit.Parameters.Select(one => one.StandardError!.Value), 2e-3);
        Assert.False(fit.IsOnBoundary);
    }

    [Fact]
    public void Rounded_histories_give_the_published_parameters()
    {
        // Fader, Hardie and Lee 2005: .243, 4.414, .793, 2.426, −9582.4; to more digits with SciPy: .24259291, 4.41353134, .79288616, 2.42575364, −9582.42556.
        var fit = BgNbd.Fit(Cdnow.Rounded);
        Assert.Equal(-9582.42556, fit.LogLikelihood, 1e-4);
        Close([0.24259291, 4.41353134, 0.79288616, 2.42575364], fit.Model.Values, 1e-5);
    }

    [Fact]
    public void Expectations_match_the_BTYD_vignette()
    {
        // cran/BTYD BTYD-walkthrough, BG/NBD, whose own fit differs in the fifth digit.
        Assert.Equal(1.444004, Paper.ExpectedPurchases(52), 2e-5);
        Assert.Equal(25.75659, Paper.ExpectedPurchases(Customer1516, 52), 1e-3);
        Assert.Equal(0.9688523, Paper.ProbabilityAlive(Customer1516), 5e-6);
        double[] expected = [0.3474606, 0.0428339, 0.00415897, 0.000358369];
        foreach (var (i, x) in new[] { 10, 15, 20, 25 }.Index())
            Assert.Equal(expected[i], Paper.ExpectedPurchases(Customer(x, 20, 39), 52), expected[i] * 1e-4);
    }

    [Fact]
    public void Expectations_match_the_paper_and_its_spreadsheet()
    {
        // Hardie's spreadsheet of the paper: 1.226 purchases in 39 weeks; the series over t as in cran/BTYD.
        Assert.Equal(1.2259, Paper.ExpectedPurchases(Customer(2, 30.43, 38.86), 39), 5e-4);
        double[] times = [0.1429, 1, 3, 31.8571, 32, 78], expected = [0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576];
        foreach (var (time, value) in times.Zip(expected))
            Assert.Equal(value, Paper.ExpectedPurchases(time), 5e-5 + 3e-4 * value);
    }

    [Fact]
    public void The_log_likelihood_is_stable_for_no_purchase_and_for_very_many()
    {
        BgNbd model = new(0.25, 4, 0.8, 2.5);
        Assert.Equal(-0.59947382, model.LogLikelihood(Customer(0, 0, 40)), 1e-8);
        Assert.Equal(100.7957, model.LogLikelihood(Customer(200, 38, 40)), 1e-4);
    }

    [Fact]
    public void A_customer_without_a_repeat_purchase_is_alive_for_certain() => Assert.Equal(1, Paper.ProbabilityAlive(Customer(0, 0, 39)));

    private static CustomerHistory Customer(int x, double recency, double age) => new("one", x, recency, age, double.NaN);

    private static void Close(double[] expected, IEnumerable<double> actual, double relative)
    {
        Assert.Equal(expected.Length, actual.Count());
        foreach (var (value, found) in expected.Zip(actual))
            Assert.Equal(value, found, relative * value);
    }
}
