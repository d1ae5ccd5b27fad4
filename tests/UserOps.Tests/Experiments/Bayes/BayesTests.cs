using CsCheck;
using UserOps.Experiments;
using UserOps.Experiments.Bayes;
using UserOps.Statistics;
using UserOps.Testing;

namespace UserOps.Tests.Experiments.Bayes;

public class BayesTests
{
    private static readonly BayesResult Checkout = BayesResult.Of(new ProportionCounts(120, 1000), new ProportionCounts(150, 1000));

    [Fact]
    public void Chances_of_two_rates_match_the_exact_sums()
    {
        // mpmath, 30 digits: E. Miller's (2015) sum over the integer parameters of Beta posteriors; for Jeffreys' prior the integral by 261 points on the log odds.
        Assert.Equal(0.610770522687839444, BayesResult.Of(new ProportionCounts(49, 100), new ProportionCounts(51, 100)).ChanceToWin, 1e-13);
        Assert.Equal(0.975067836812144123, Checkout.ChanceToWin, 1e-13);
        Assert.Equal(0.9752553472101759598, BayesResult.Of(new ProportionCounts(120, 1000), new(150, 1000), Posterior.Beta.Jeffreys).ChanceToWin, 1e-13);
    }

    [Fact]
    public void Losses_match_the_exact_sums_also_where_they_are_tiny()
    {
        Assert.Equal(0.000144177855111832732, Checkout.LossOfTreatment, 1e-15);
        Assert.Equal(0.0300842976155908747, Checkout.LossOfControl, 1e-13);
        var clear = BayesResult.Of(new ProportionCounts(10, 1000), new(60, 1000));
        Assert.Equal(1.57219610913939597e-13, clear.LossOfTreatment, 1e-23);
        Assert.Equal(1.19455946361793924e-10, BayesResult.Of(new ProportionCounts(60, 1000), new(10, 1000)).ChanceToWin, 1e-20);
    }

    [Fact]
    public void The_interval_of_the_difference_matches_SciPy()
    {
        // scipy.integrate.quad of beta.cdf(x + d) · beta.pdf(x), brentq over d.
        Assert.Equal(1.7764227258580387e-05, Checkout.Difference.Lower, 1e-10);
        Assert.Equal(0.059934610507026864, Checkout.Difference.Upper, 1e-10);
    }

    [Fact]
    public void Normal_and_Gamma_beliefs_match_their_closed_forms()
    {
        var normal = BayesResult.Of(new Posterior.Normal(10, 2), new Posterior.Normal(11, 3));
        double spread = Math.Sqrt(13), z = 1 / spread;
        Assert.Equal(Tails.Above(-z), normal.ChanceToWin, 1e-13);
        Assert.Equal(spread * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) + Tails.Above(-z), normal.LossOfControl, 1e-12);
        Assert.Equal(1 - 1.959963984540054 * spread, normal.Difference.Lower, 1e-9);
        // A ÷ (A + B) of Gamma variables is Beta: I(100 ÷ 205; 30, 36), mpmath.
        Assert.Equal(0.707642221132400555, BayesResult.Of(new Posterior.Gamma(30, 100), new Posterior.Gamma(36, 105)).ChanceToWin, 1e-13);
    }

    [Fact]
    public void Beliefs_add_data_as_their_families_do()
    {
        Assert.Equal(new Posterior.Beta(121, 881), Posterior.Beta.Uniform.With(new(120, 1000)));
        Assert.Equal(new Posterior.Gamma(31, 101), new Posterior.Gamma(1, 1).With(30, 100));
        var belief = new Posterior.Normal(0, 0.1).With(0.2, 0.1);
        Assert.Equal(0.1, belief.Centre, 1e-15);
        Assert.Equal(0.1 / Math.Sqrt(2), belief.Deviation, 1e-15);
    }

    [Fact]
    public void The_Gaussian_posterior_of_a_relative_effect_matches_gbstats()
    {
        // gbstats, 49 of 100 against 51 of 100, flat prior, delta method.
        double a = 0.49, b = 0.51, error = Math.Sqrt(b * (1 - b) / 100 / (a * a) + a * (1 - a) / 100 * b * b / Math.Pow(a, 4));
        var effect = EffectEstimate.FromStandardError(EffectScale.Relative, b / a - 1, error, null, EffectTest.Usual, "delta method", 100, 100);
        var belief = EffectPosterior.Of(effect);
        Assert.Equal(0.04082, belief.Belief.Centre, 5e-6);
        Assert.Equal(0.14725, belief.Belief.Deviation, 5e-6);
        Assert.Equal(-0.24779, belief.Interval.Lower, 1e-5);
        Assert.Equal(0.32943, belief.Interval.Upper, 1e-5);
        Assert.Equal(0.60918, belief.ChanceToWin, 5e-6);
        Assert.Equal(0.0814, belief.LossOfControl, 5e-6);
        Assert.Equal(0.04058, belief.LossOfTreatment, 5e-6);
        var sceptical = EffectPosterior.Of(effect, new Posterior.Normal(0, 0.05));
        Assert.True(sceptical.Belief.Centre < 0.01 && sceptical.ChanceToWin < belief.ChanceToWin);
    }

    [Fact]
    public void Chances_add_up_and_losses_differ_by_the_difference() =>
        Gen.Select(Gen.Double[0.3, 300], Gen.Double[0.3, 300], Gen.Double[0.3, 300], Gen.Double[0.3, 300], Gen.Bool).Sample((a, b, c, d, gamma) =>
        {
            Posterior first = gamma ? new Posterior.Gamma(a, b) : new Posterior.Beta(a, b), second = gamma ? new Posterior.Gamma(c, d) : new Posterior.Beta(c, d);
            Assert.Equal(1, BeliefComparison.ChanceAbove(first, second) + BeliefComparison.ChanceAbove(second, first), 1e-9);
            double scale = first.Mean + second.Mean;
            Assert.Equal((second.Mean - first.Mean) / scale, (BeliefComparison.ExpectedExcess(first, second) - BeliefComparison.ExpectedExcess(second, first)) / scale, 1e-9);
        }, iter: 60);

    [Fact]
    public void The_tables_read_as_agreed()
    {
        Golden.Matches(Checkout.ToString(), "bayes.txt");
        Golden.Matches(PriorSensitivity.Of(new(3, 40), new(8, 40), 0.1).ToString(), "priors.txt");
        Assert.NotNull(Checkout.Render()[UserOps.Display.MimeBundle.Html]);
    }

    [Fact]
    public void With_many_users_the_prior_hardly_matters()
    {
        var many = PriorSensitivity.Of(new(12_000, 100_000), new(12_300, 100_000), 0.1);
        Assert.True(many.ChanceToWin.Most - many.ChanceToWin.Least < 0.01);
        Assert.Contains("hardly matters", many.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Impossible_beliefs_are_refused()
    {
        Assert.Throws<UserOpsException>(() => BayesResult.Of(new Posterior.Beta(0, 1), Posterior.Beta.Uniform));
        Assert.Throws<UserOpsException>(() => BayesResult.Of(new Posterior.Normal(double.NaN, 1), new Posterior.Normal(0, 1)));
        Assert.Throws<UserOpsException>(() => BayesResult.Of(new Posterior.Normal(0, 1), Posterior.Beta.Uniform));
        Assert.Throws<UserOpsException>(() => BayesResult.Of(new Posterior.Normal(0, 1), new Posterior.Normal(0, 1e-7)));
        Assert.Throws<UserOpsException>(() => PriorSensitivity.Of(new(1, 2), new(1, 2), 0));
    }
}
