using UserOps.LifetimeValue.Models;

namespace UserOps.Tests.LifetimeValue.Models;

public class MbgNbdTests
{
    [Fact]
    public void Parameters_of_CDNOW_match_lifetimes()
    {
        // lifetimes tests/test_estimation.py, ModifiedBetaGeoFitter: .525, 6.183, .891, 1.614.
        var fit = MbgNbd.Fit(Cdnow.Rounded);
        foreach (var (value, found) in new[] { 0.525, 6.183, 0.891, 1.614 }.Zip(fit.Model.Values))
            Assert.Equal(value, found, 1e-3);
    }

    [Fact]
    public void A_customer_without_a_repeat_purchase_may_have_left()
    {
        // P(left) : P(alive) = a ÷ b · ((α + T) ÷ α)^r, by hand for r = 1, α = 10, a = 1, b = 3, T = 20: 1.
        Assert.Equal(0.5, new MbgNbd(1, 10, 1, 3).ProbabilityAlive(new("one", 0, 0, 20, double.NaN)), 1e-12);
    }
}
