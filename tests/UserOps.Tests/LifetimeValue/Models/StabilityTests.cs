using UserOps.LifetimeValue;
using UserOps.LifetimeValue.Models;

namespace UserOps.Tests.LifetimeValue.Models;

/// <summary>Extreme parameters and histories against 40-digit arithmetic: mpmath 1.2.1, the textbook formulas with hyp2f1 and quad.</summary>
public class StabilityTests
{
    [Theory]
    [InlineData(0.25, 4, 0.8, 2.5, 52, 1.58793951469828)]
    [InlineData(0.25, 4, 1.0000001, 2.5, 52, 1.41529354178164)]
    [InlineData(0.25, 4, 0.8, 2.5, 1e-6, 6.24999976325759e-8)]
    [InlineData(0.25, 4, 0.8, 2.5, 20000, 19.5547276135578)]
    [InlineData(50, 3, 0.01, 1, 100, 1554.09699527307)]
    [InlineData(0.001, 0.01, 5, 0.1, 39, 0.00841231794729037)]
    [InlineData(200.5, 45, 0.8, 202.5, 52, 166.816594669672)]
    public void Expected_purchases_of_BG_NBD(double r, double alpha, double a, double b, double time, double expected) =>
        Assert.Equal(expected, new BgNbd(r, alpha, a, b).ExpectedPurchases(time), 1e-9 * expected);

    [Fact]
    public void So_many_purchases_that_they_cannot_be_counted_are_refused()
    {
        // A customer with a rate of 2,500 a unit of time, over ten million units.
        Assert.Contains("purchases", Assert.Throws<UserOpsException>(() => new BgNbd(0.25, 1e-4, 0.8, 2.5).PurchaseProbabilities(1e7)).Message, StringComparison.Ordinal);
        Assert.Contains("Ask for a shorter time", Assert.Throws<UserOpsException>(() => new BgNbd(0.25, 1e-4, 0.8, 2.5).ExpectedPurchases(1e7)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Expected_purchases_where_the_textbook_formula_divides_by_zero()
    {
        // Between a = 1 − 1e-7 and 1 + 1e-7 the expectation hardly moves; at s = 1 the limit is r β ÷ α · ln(1 + t ÷ β).
        Assert.Equal(1.41529354178164, new BgNbd(0.25, 4, 1, 2.5).ExpectedPurchases(52), 1e-6);
        Assert.Equal(0.5 * 8 / 10 * Math.Log(1 + 52 / 8.0), new ParetoNbd(0.5, 10, 1, 8).ExpectedPurchases(52), 1e-12);
        Assert.Equal(new ParetoNbd(0.5, 10, 1, 8).ExpectedPurchases(52), new ParetoNbd(0.5, 10, 1 + 1e-7, 8).ExpectedPurchases(52), 1e-6);
    }

    [Theory]
    [InlineData(0.55, 10.5, 0.6, 11.6, 0, 0, 39, -0.522254501434431, 0.296905324923139)]
    [InlineData(0.55, 10.5, 0.6, 11.6, 2, 30.43, 38.86, -9.55216895042648, 0.870166937992093)]
    [InlineData(0.55, 10.5, 0.6, 11.6, 200, 38, 40, 76.5999381111797, 0.0919188246639084)]
    [InlineData(0.55, 10.5, 0.6, 11.6, 1000, 5, 500, 3159.78208074466, 0)]
    [InlineData(0.01, 0.001, 0.02, 50, 3, 2, 300, -13.9551267907935, 0.000733011343999088)]
    [InlineData(5, 200, 3, 0.01, 1, 1, 40, -17.5788750201391, 5.63320164665336e-6)]
    [InlineData(0.5, 0.0001, 0.5, 0.0001, 5, 0.01, 1000, 19.2615211337394, 1.27382341642696e-29)]
    [InlineData(0.55, 10.5, 0.6, 11.6, 3, 39, 39, -12.6660031831129, 1)]
    [InlineData(0.55, 10.5, 0.6, 11.6, 0, 0, 1e-9, -5.23809523771034e-11, 0.999999999948276)]
    public void Likelihood_and_P_alive_of_Pareto_NBD(double r, double alpha, double s, double beta, int x, double recency, double age, double likelihood, double alive)
    {
        ParetoNbd model = new(r, alpha, s, beta);
        CustomerHistory customer = new("one", x, recency, age, double.NaN);
        Assert.Equal(likelihood, model.LogLikelihood(customer), 1e-9 * (1 + Math.Abs(likelihood)));
        Assert.Equal(alive, model.ProbabilityAlive(customer), 1e-8 * alive + 1e-300);
    }

    [Fact]
    public void A_customer_of_this_moment_is_alive_and_expects_what_a_new_one_does()
    {
        CustomerHistory now = new("one", 0, 0, 0, double.NaN);
        foreach (PurchaseModel model in new PurchaseModel[] { new BgNbd(0.24, 4.4, 0.8, 2.4), new ParetoNbd(0.55, 10.5, 0.6, 11.6) })
        {
            Assert.Equal(1, model.ProbabilityAlive(now));
            Assert.Equal(model.ExpectedPurchases(52), model.ExpectedPurchases(now, 52), 1e-12);
            Assert.Equal(0, model.ExpectedPurchases(now, 0));
        }
    }
}
