using CsCheck;
using UserOps.Budget;

namespace UserOps.Tests.Budget;

public class CurveTests
{
    private static readonly double[] Hundreds = [100, 100, 100, 100, 100];

    [Fact]
    public void Geometric_adstock_matches_Robyn()
    {
        // Robyn: adstock_geometric(rep(100, 5), theta = .5).
        double[] stock = new Adstock.Geometric(0.5).Apply(Hundreds);
        Assert.Equal([100, 150, 175, 187.5, 193.75], stock);
        Assert.Equal(1.6125, stock.Sum() / Hundreds.Sum());
    }

    // Robyn: adstock_weibull(rep(100, 5), shape = .5, scale = .5). The numbers known of it are those of a run whose lag() left the weights where they were (stats::lag on a plain vector): in period i
    // they are 100 × i × the weight of lag i − 1. So they tell the weights; ours move with each spend, as the text of Robyn says.
    [Theory]
    [InlineData(false, new[] { 100, 112.27678276, 74.43569695, 36.51115013, 14.38319786 })]
    [InlineData(true, new[] { 100, 86.46993746, 61.18557832, 31.56328453, 0 })]
    public void Weibull_weights_match_Robyn(bool isDensity, double[] known)
    {
        Adstock adstock = isDensity ? new Adstock.WeibullPdf(0.5, 0.5, 5) : new Adstock.WeibullCdf(0.5, 0.5, 5);
        double[] weights = adstock.Weights(5);
        Assert.All(known.Index(), one => Assert.Equal(one.Item, 100 * (one.Index + 1) * weights[one.Index], 1e-7));
        Assert.All(adstock.Apply(Hundreds).Index(), one => Assert.Equal(100 * weights[..(one.Index + 1)].Sum(), one.Item, 1e-10));
    }

    [Theory]
    [InlineData(0.5, new[] { 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(0.25, new[] { 0.008, 0.064, 0.216, 0.512, 1 })]
    public void Binomial_decay_matches_Meridian(double alpha, double[] oldestFirst) =>
        Assert.Equal(oldestFirst.Reverse(), new Adstock.Binomial(alpha, 4).Weights(5), new Near());

    [Fact]
    public void Hill_matches_Robyn()
    {
        // Robyn: saturation_hill(c(100, 150, 170, 190, 200), alpha = 3, gamma = .5): the half is gamma × the largest.
        var hill = new Saturation.Hill(0.5 * 200, 3);
        double[] known = [0.5, 0.7714285714, 0.8308811094, 0.8727573483, 0.8888888889];
        Assert.All(known.Zip([100.0, 150, 170, 190, 200]), one => Assert.Equal(one.First, hill.Share(one.Second), 1e-10));
    }

    [Fact]
    public void Michaelis_Menten_matches_Robyn()
    {
        // Robyn: mic_men(5:10, Vmax = 5, Km = .5).
        var curve = new ResponseCurve(5, new Saturation.MichaelisMenten(0.5));
        Assert.Equal(4.5454545, curve.Response(5), 1e-7);
        Assert.Equal(4.7619048, curve.Response(10), 1e-7);
    }

    private static readonly Gen<Saturation> Curves = Gen.OneOf(
        Gen.Select(Gen.Double[0.5, 200], Gen.Double[0.5, 4], (half, steepness) => (Saturation)new Saturation.Hill(half, steepness)),
        Gen.Double[0.5, 200].Select(half => (Saturation)new Saturation.MichaelisMenten(half)));

    [Fact]
    public void Slopes_and_curvatures_are_the_derivatives() => Check.Sample(Gen.Select(Curves, Gen.Double[1, 300]), (curve, x) =>
    {
        double step = 1e-4 * x;
        Assert.Equal((curve.Share(x + step) - curve.Share(x - step)) / (2 * step), curve.Slope(x), 1e-6 * (Math.Abs(curve.Slope(x)) + 1 / x));
        Assert.Equal((curve.Slope(x + step) - curve.Slope(x - step)) / (2 * step), curve.Curvature(x), 1e-5 * (Math.Abs(curve.Curvature(x)) + 1 / x / x));
    });

    [Fact]
    public void Curves_rise_from_0_towards_1_and_bend_at_the_inflexion() => Check.Sample(Gen.Select(Curves, Gen.Double[0, 300]), (curve, x) =>
    {
        Assert.Equal(0, curve.Share(0));
        Assert.InRange(curve.Share(x), 0, 1);
        Assert.True(curve.Share(x + 1) >= curve.Share(x));
        if (curve.Inflexion > 0)
            Assert.True(curve.Curvature(curve.Inflexion * 0.9) > 0);
        Assert.True(curve.Curvature(Math.Max(0.01, curve.Inflexion * 1.1)) < 0);
    });

    [Fact]
    public void Adstock_is_linear_and_hands_on_its_carry_over() => Check.Sample(
        Gen.Select(Gen.Double[0, 0.9], Gen.Double[0.3, 4], Gen.Double[0, 1], Gen.Double[0, 100].Array[20]), (theta, shape, scale, spend) =>
        {
            Adstock[] all = [new Adstock.Geometric(theta), new Adstock.WeibullCdf(shape, scale), new Adstock.WeibullPdf(shape, scale), new Adstock.Binomial(theta + 0.05)];
            foreach (var adstock in all)
            {
                double[] twice = adstock.Apply(spend.Select(value => 2 * value).ToArray()), once = adstock.Apply(spend);
                Assert.All(twice.Zip(once), pair => Assert.Equal(pair.First, 2 * pair.Second, 1e-8));
                double[] long_ = adstock.Apply(Enumerable.Repeat(1.0, 600).ToArray());
                Assert.Equal(adstock.CarryOver, long_[^1], 1e-6 * adstock.CarryOver);
                double[] impulse = adstock.Apply([1, .. new double[19]]);
                Assert.All(impulse.Zip(adstock.Weights(20)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
            }
        }, iter: 50);

    [Fact]
    public void Numbers_that_make_no_adstock_are_refused()
    {
        Assert.Throws<UserOpsException>(() => new Adstock.Geometric(1));
        Assert.Throws<UserOpsException>(() => new Adstock.Geometric(double.NaN));
        Adstock[] none = [new Adstock.WeibullCdf(0, 0.1), new Adstock.WeibullPdf(1, 2), new Adstock.Binomial(0)];
        Assert.All(none, adstock => Assert.Throws<UserOpsException>(() => adstock.Weights(3)));
    }
}
