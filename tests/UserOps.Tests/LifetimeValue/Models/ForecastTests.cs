using UserOps.LifetimeValue;
using UserOps.LifetimeValue.Models;
using UserOps.Testing;

namespace UserOps.Tests.LifetimeValue.Models;

/// <summary>Forecasts, values and hold-out of the CDNOW customers.</summary>
public class ForecastTests
{
    private static readonly Lazy<PurchaseModelFit<BgNbd>> Fit = new(() => BgNbd.Fit(Cdnow.Summary.Histories));

    [Fact]
    public void The_hold_out_by_calibration_frequency_matches_the_BTYD_vignette()
    {
        // cran/BTYD BTYD-walkthrough: actual and BG/NBD expected transactions in weeks 40 to 78.
        var check = Fit.Value.Check(Cdnow.Summary.Histories, Cdnow.Summary.HoldOut!);
        Assert.Equal([1411, 439, 214, 100, 62, 38, 29, 64], check.Groups.Select(group => group.Customers));
        Assert.Equal([.2367, .6970, 1.3925, 1.56, 2.5323, 2.9474, 3.8621, 6.3594], check.Groups.Select(group => Math.Round(group.Actual, 4)));
        Near([.2251, .5231, 1.0441, 1.5203, 2.1638, 2.6538, 3.5040, 6.1570], check);
        Assert.Equal(1882, check.Actual);
    }

    [Fact]
    public void The_hold_out_of_Pareto_NBD_matches_the_vignette() => Near(
        [.138, .600, 1.196, 1.714, 2.399, 2.907, 3.819, 6.403],
        ParetoNbd.Fit(Cdnow.Summary.Histories).Check(Cdnow.Summary.Histories, Cdnow.Summary.HoldOut!));

    [Fact]
    public void Discounted_sums_match_pymc_marketing()
    {
        // pymc-marketing and lifetimes tests/test_utils.py: the same purchases each period, totals × 1, .5, 2, .75 for (periods, rate) = (1, 0), (1, 1), (2, 0), (2, 1).
        foreach (var (periods, rate, expected) in new[] { (1, 0.0, 1.0), (1, 1.0, 0.5), (2, 0.0, 2.0), (2, 1.0, 0.75) })
            Assert.Equal(0.016053 * expected, new Discounting(periods, 1, rate).Sum(time => 0.016053 * time), 1e-12);
    }

    [Theory]
    [InlineData(2, 30.43, 38.86, 6.50173053756)]
    [InlineData(0, 0, 39, 0.476299843289)]
    [InlineData(26, 30.857142857142858, 31, 86.2860434357)]
    public void Discounted_residual_purchases_match_the_formula_of_the_paper(int x, double recency, double age, double expected)
    {
        // Fader, Hardie and Lee 2005 (JMR) with the confluent hypergeometric function of the second kind, by mpmath 1.2.1 (hyperu) at 15 % a year.
        ParetoNbd model = new(0.553, 10.578, 0.606, 11.669);
        Assert.Equal(expected, model.ResidualPurchases(new("one", x, recency, age, double.NaN), Math.Log(1.15) / 52), 1e-8 * expected);
    }

    [Fact]
    public void Residual_purchases_are_the_discounted_ones_of_a_very_long_horizon()
    {
        BgNbd model = new(0.243, 4.414, 0.793, 2.426);
        var customer = Cdnow.Summary.Histories[0];
        double rate = 0.05, steps = model.DiscountedPurchases(customer, new(6000, 0.1, Math.Exp(0.1 * rate) - 1));
        // What falls into a step counts at its end, half a step late on average.
        Assert.Equal(model.ResidualPurchases(customer, rate), steps * Math.Exp(0.05 * rate), 1e-4 * steps);
        BgBb donors = new(1.204, 0.750, 0.657, 2.783);
        CustomerHistory donor = new("one", 4, 5, 6, double.NaN);
        Assert.Equal(donors.ResidualPurchases(donor, 0.1), donors.DiscountedPurchases(donor, new(400, 1, 0.1)), 1e-9);
    }

    [Fact]
    public void Customer_values_match_lifetimes()
    {
        // lifetimes _customer_lifetime_value, 12 months of 4.345 weeks, 1 % a month: 36.2785, 4.6375, 8.3441 on rounded histories; the other
        // numbers by SciPy 1.10.1 (hyp2f1) on the exact ones.
        Discounting year = new(12, 4.345, 0.01);
        var values = GammaGamma.Fit(Cdnow.Summary.Histories);
        double[] rounded = [36.2785, 4.6375, 8.3441, 8.3441, 8.3441], exact = [36.27398627, 4.64093553, 8.34449792, 8.34449792, 8.34449792];
        for (int i = 0; i < 5; i++)
        {
            double value = Fit.Value.Model.DiscountedPurchases(Cdnow.Summary.Histories[i], year) * values.ExpectedValue(Cdnow.Summary.Histories[i]);
            Assert.Equal(rounded[i], value, 1e-3 * rounded[i]);
            Assert.Equal(exact[i], value, 2e-5 * exact[i]);
        }
    }

    [Fact]
    public void Forecasts_hold_the_expectation_and_add_up()
    {
        var some = Cdnow.Summary.Histories.Where(customer => customer.Id.EndsWith("77", StringComparison.Ordinal));
        var forecast = Fit.Value.Forecast(some, 39);
        Assert.Equal(some.Count, forecast.Customers.Count);
        Assert.All(forecast.Customers, one => Assert.True(one.ExpectedInterval.Contains(one.Expected) || one.ExpectedInterval.Upper - one.ExpectedInterval.Lower < 0.02));
        Assert.All(forecast.Customers, one => Assert.True(one.Predicted.Lower <= one.Expected + 1 && one.Predicted.Upper >= one.Expected - 1));
        Assert.Equal(forecast.Customers.Sum(one => one.Expected), forecast.Total, 1e-9);
        Assert.True(forecast.TotalInterval.Contains(forecast.Total));
        Assert.Equal(forecast.ToString(), Fit.Value.Forecast(some, 39).ToString());
    }

    [Fact]
    public void Values_add_up_and_lie_in_their_intervals()
    {
        var some = Cdnow.Summary.Histories.Where(customer => customer.Id.EndsWith("77", StringComparison.Ordinal));
        var values = Fit.Value.Values(GammaGamma.Fit(Cdnow.Summary.Histories), some, Discounting.Monthly(12, 0.1, TimeUnit.Week));
        Assert.Equal(values.Customers.Sum(one => one.Value), values.Total, 1e-9);
        Assert.True(values.TotalInterval.Contains(values.Total));
        Assert.True(values.TotalPredicted.Upper - values.TotalPredicted.Lower > values.TotalInterval.Upper - values.TotalInterval.Lower);
        Assert.True(values.Customers.Zip(values.Customers.Skip(1), (a, b) => a.Value >= b.Value).All(sorted => sorted));
    }

    [Fact]
    public void Tracking_ends_at_the_repeat_purchases_of_the_data()
    {
        // Σx = 2457 in calibration; 1882 more to 1998-06-30. The last of 78 weeks ends on 1998-06-30.
        var tracking = Fit.Value.Track(Cdnow.Log, Cdnow.Summary);
        Assert.Equal(2457 + 1882, tracking.Steps[^1].ActualSoFar);
        Assert.Equal(78, tracking.Steps.Count);
        Assert.Equal(2457, tracking.Steps.Last(step => !step.IsHeldOut).ActualSoFar);
        Assert.Equal(1, tracking.Steps[38].ExpectedSoFar / 2457, 0.05);
        Assert.Equal(tracking.Steps.Sum(step => step.Expected), tracking.Steps[^1].ExpectedSoFar, 1e-9);
        Assert.NotNull(tracking.ToChart());
    }

    [Fact]
    public void A_fit_and_its_hold_out_read_as_tables()
    {
        Golden.Matches(Fit.Value.ToString(), "bg-nbd.txt");
        Golden.Matches(Fit.Value.Check(Cdnow.Summary.Histories, Cdnow.Summary.HoldOut!).ToString(), "hold-out.txt");
        Golden.Matches(GammaGamma.Fit(Cdnow.Summary.Histories).Independence.ToString(), "independence.txt");
        Golden.Matches(Fit.Value.ToChart()!.ToString(), "frequencies.txt");
    }

    [Fact]
    public void Another_unit_than_that_of_the_fit_is_refused()
    {
        var days = CustomerHistories.From(TimeUnit.Day, [new("one", 1, 5, 10, 3)]);
        Assert.Contains("weeks", Assert.Throws<UserOpsException>(() => Fit.Value.Forecast(days, 10)).Message, StringComparison.Ordinal);
    }

    private static void Near(double[] expected, HoldOutCheck check)
    {
        Assert.Equal(expected.Length, check.Groups.Count);
        foreach (var (value, group) in expected.Zip(check.Groups))
            Assert.Equal(value, group.Expected, 1.5e-3 * (1 + value));
    }
}
