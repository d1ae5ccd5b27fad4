using CsCheck;
using UserOps.Data;
using UserOps.Display;
using UserOps.LifetimeValue.Contracts;
using UserOps.Testing;

namespace UserOps.Tests.LifetimeValue.Contracts;

/// <summary>
/// The two cohorts of Fader and Hardie (2007), "How to project customer retention", table 1, as survivors of 1,000. Reference numbers: the paper (α, β, log-likelihood
/// to its digits), and an independent fit with SciPy 1.10.1 (scipy.optimize.minimize, BFGS then Nelder–Mead to 1e-12; standard errors from the Hessian by differences).
/// </summary>
public class ContractTests
{
    private static readonly ContractDurations Regular = ContractDurations.FromSurvivors(1000, 631, 468, 382, 326, 289, 262, 241);
    private static readonly ContractDurations HighEnd = ContractDurations.FromSurvivors(1000, 869, 743, 653, 593, 551, 517, 491);
    private static readonly ContractDefinition Bdw = new() { Model = ContractModel.BetaDiscreteWeibull };

    [Fact]
    public void The_shifted_beta_geometric_has_the_published_numbers()
    {
        var fit = Regular.Retention();
        Assert.Equal(0.704077, fit.Law.Alpha, 1e-4);
        Assert.Equal(1.182043, fit.Law.Beta, 1e-4);
        Assert.Equal(-1680.265188, fit.LogLikelihood, 1e-5);
        double[] shares = [.22008, .20441, .19119, .179865, .170037];
        Assert.All(shares.Zip(fit.Projection.Skip(8)), pair => Assert.Equal(pair.First, pair.Second.Survival, 2e-5));
        Assert.Equal(3.694908, fit.Lifetime, 2e-5);
        Assert.Equal([0.06559894, 0.15247558], fit.Parameters.Select(parameter => parameter.StandardError!.Value), new Within(2e-4));
        var other = HighEnd.Retention();
        Assert.Equal((0.668, 3.806), (Math.Round(other.Law.Alpha, 3), Math.Round(other.Law.Beta, 3)));
        Assert.Equal(-1611.158147, other.LogLikelihood, 1e-5);
    }

    [Fact]
    public void The_beta_discrete_Weibull_agrees_with_SciPy()
    {
        var regular = Regular.Retention(Bdw);
        Assert.Equal([0.45561403, 0.77932556, 1.28345123], regular.Parameters.Select(parameter => parameter.Value), new Within(2e-4));
        Assert.Equal([0.16704137, 0.28270982, 0.29809493], regular.Parameters.Select(parameter => parameter.StandardError!.Value), new Within(5e-4));
        Assert.Equal(-1679.602832907, regular.LogLikelihood, 1e-5);
        Assert.Equal(3.729135899, regular.Lifetime, 1e-3);
        var high = HighEnd.Retention(Bdw);
        Assert.Equal([0.21425332, 1.42657473, 1.72356493], high.Parameters.Select(parameter => parameter.Value), new Within(2e-4));
        Assert.Equal(-1605.314213214, high.LogLikelihood, 1e-5);
        Assert.Equal(0.40393, high.Projection[12].Survival, 1e-4);
        // chi2.sf(2 × 0.662355556, 1) and chi2.sf(2 × 5.843934177, 1) of SciPy.
        Assert.Equal(0.2497483, regular.DurationDependence!.Value, 1e-4);
        Assert.Equal(0.0006291, high.DurationDependence!.Value, 1e-6);
    }

    /// <summary>With five years known, the paper of 2018 shows that sBG falls short of the high-end cohort and BdW follows it; SciPy gives the same estimates.</summary>
    [Fact]
    public void With_five_years_known_duration_dependence_matters()
    {
        var five = ContractDurations.FromSurvivors(1000, 869, 743, 653, 593);
        Assert.Equal([1.28097621, 7.79038282], five.Retention().Parameters.Select(parameter => parameter.Value), new Within(1e-3));
        var bdw = five.Retention(Bdw);
        Assert.Equal([0.25933571, 1.72255139, 1.58436156], bdw.Parameters.Select(parameter => parameter.Value), new Within(1e-3));
        Assert.Equal(0.409064, five.Retention().Projection[8].Survival, 1e-4);
        Assert.Equal(0.456689, bdw.Projection[8].Survival, 1e-4);
    }

    /// <summary>hyp2f1 of SciPy 1.10.1: DEL = 2F1(1, β; α+β; 1/1.1), DERL after n − 1 renewals = (β+n−1)/(α+β+n−1) · 2F1(1, β+n; α+β+n; 1/1.1).</summary>
    [Fact]
    public void Expected_lifetimes_are_those_of_the_closed_form()
    {
        var law = new RetentionLaw(.704077, 1.182043);
        Assert.Equal(3.6949095350251224, law.ExpectedLifetime(0.1), 1e-9);
        Assert.Equal(4.86980602842883, law.ResidualLifetime(0.1, 2), 1e-9);
    }

    /// <summary>mpmath 1.2.1 with 200 digits: B(α, β + t^c) ÷ B(α, β), and its ratio to the period before. Four logarithms of gamma functions would leave no digit of the later ones.</summary>
    [Theory]
    [InlineData(0.827729, 27.2402, 6.392, 72, 2.290746405695476e-9, 0.928672602837686)]
    [InlineData(0.0404412, 0.418722, 7.573, 400, 0.1454313004089868, 0.9992336820882811)]
    [InlineData(2, 3, 20, 10, 1.2e-39, 0.01478088294143459)]
    [InlineData(1000000, 2000000, 1, 12, 0.007707431410267328, 0.6666678888844074)]
    [InlineData(0.0002, 4.5, 22.8, 72, 0.9809597808778274, 0.9999362247703216)]
    [InlineData(0.16633, 60.9977, 5.136, 400, 0.01184656870564755, 0.9978639333901146)]
    [InlineData(250, 0.01, 0.3, 5, 1.170273642716196e-6, 0.5662812437950667)]
    public void Survival_and_retention_keep_their_digits_at_any_parameters(double alpha, double beta, double shape, int period, double survival, double retention)
    {
        var law = new RetentionLaw(alpha, beta, shape);
        Assert.Equal(survival, law.Survival(period), 1e-11 * survival);
        Assert.Equal(retention, law.Retention(period), 1e-11);
    }

    [Fact]
    public void Cohorts_together_are_the_sum_of_cohorts_apart()
    {
        var together = ContractDurations.FromCohorts([[100, 60, 40], [80, 50]]);
        Assert.Equal([70, 20], together.Ended);
        Assert.Equal([50, 40], together.Open);
        Assert.Equal((180, 60), (together.AtRisk(1), together.AtRisk(2)));
        Assert.Equal([1, 110 / 180.0, 110 / 180.0 * 40 / 60], together.Survival(), new Within(1e-12));
        var one = ContractDurations.From([1, 1, 2, 0, 0], [true, false, false, false, true]);
        Assert.Equal([2, 0], one.Ended);
        Assert.Equal([1, 1], one.Open);
        Assert.Equal(1, one.Unwatched);
    }

    [Fact]
    public void The_months_of_a_telephone_company_are_taken_from_its_table()
    {
        var telco = TypedTable.Open(PublicData.Path("telco-churn/Telco-Customer-Churn.csv.gz"), new() { UseCache = false });
        var durations = ContractDurations.From(telco, "tenure", "Churn");
        Assert.Equal((7_043 - 11, 1_869, 11), (durations.Customers, durations.Ended.Sum(), durations.Unwatched));
        // The Kaplan–Meier shares of R's survival package at months 1, 12 and 72.
        Assert.Equal([.9461, .8432, .5928], new[] { 1, 12, 72 }.Select(month => durations.Survival()[month]), new Within(1e-3));
        var fit = durations.Retention(Bdw with { Discount = 0.01 });
        Assert.InRange(fit.Projection[72].Survival, 0.55, 0.65);
    }

    [Fact]
    public void The_gradient_is_that_of_the_likelihood() =>
        Gen.Select(Gen.Double[-3, 3], Gen.Double[-3, 3], Gen.Double[-1, 1]).Sample((a, b, c) =>
        {
            var likelihood = new ContractLikelihood(Regular, hasShape: true);
            double[] point = [a, b, c], gradient = new double[3], unused = new double[3];
            likelihood.Evaluate(point, gradient);
            for (int i = 0; i < 3; i++)
            {
                double[] above = [.. point], below = [.. point];
                (above[i], below[i]) = (above[i] + 1e-5, below[i] - 1e-5);
                double slope = (likelihood.Evaluate(above, unused) - likelihood.Evaluate(below, unused)) / 2e-5;
                Assert.Equal(slope, gradient[i], 1e-3 * (1 + Math.Abs(slope)));
            }
        }, iter: 200);

    [Fact]
    public void Survival_never_rises_and_stays_between_0_and_1() =>
        Gen.Select(Gen.Double[-9, 12], Gen.Double[-9, 12], Gen.Double[-3, 3.5]).Sample((a, b, c) =>
        {
            var law = new RetentionLaw(Math.Exp(a), Math.Exp(b), Math.Exp(c));
            double last = 1;
            for (int period = 1; period < 40; last = law.Survival(period++))
                Assert.InRange(law.Survival(period), 0, last);
        }, iter: 200);

    [Fact]
    public void Customers_who_do_not_differ_are_reported_as_the_boundary()
    {
        // Exactly half leave each period: a geometric law, which no finite α and β give.
        var fit = ContractDurations.FromSurvivors(1024, 512, 256, 128, 64, 32).Retention();
        Assert.All(fit.Parameters, parameter => Assert.Null(parameter.StandardError));
        Assert.Contains(fit.Notes, note => note.Contains("boundary", StringComparison.Ordinal));
        Assert.Equal(0.5, fit.Law.Retention(3), 1e-3);
    }

    [Fact]
    public void What_cannot_be_answered_is_refused()
    {
        Assert.Throws<InsufficientDataException>(() => ContractDurations.FromSurvivors(1000, 600).Retention());
        Assert.Throws<InsufficientDataException>(() => ContractDurations.FromSurvivors(1000, 600, 500).Retention(Bdw));
        Assert.Contains("5 customers who ended", Assert.Throws<InsufficientDataException>(() => ContractDurations.FromSurvivors(1000, 998, 995).Retention()).Message, StringComparison.Ordinal);
        Assert.Throws<InsufficientDataException>(() => ContractDurations.FromSurvivors(100, 0, 0, 0).Retention());
        Assert.Contains("do not rise", Assert.Throws<UserOpsException>(() => ContractDurations.FromSurvivors(10, 11)).Message, StringComparison.Ordinal);
        Assert.Throws<UserOpsException>(() => ContractDurations.FromSurvivors(10, -1));
        Assert.Throws<UserOpsException>(() => ContractDurations.FromSurvivors(10));
        Assert.Throws<UserOpsException>(() => ContractDurations.From([1.5], [true]));
        Assert.Throws<UserOpsException>(() => ContractDurations.From([double.NaN], [true]));
        Assert.Throws<UserOpsException>(() => ContractDurations.From([1, 2], [true]));
        Assert.Throws<UserOpsException>(() => Regular.Retention(new() { Discount = 0 }));
        Assert.Throws<UserOpsException>(() => Regular.Retention(new() { Level = double.NaN }));
        Assert.Throws<UserOpsException>(() => new RetentionLaw(1, 1).ResidualLifetime(0.1, -1));
    }

    [Fact]
    public void It_reads_as_text_and_renders_in_every_way()
    {
        Golden.Matches(Regular.Retention(Bdw).ToString(), "contract-bdw.txt");
        Assert.NotNull(Regular.Retention().Render()[MimeBundle.Html]);
        Assert.NotNull(Regular.Retention().ToChart().ToSvg());
    }

    private sealed class Within(double share) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= share * Math.Max(Math.Abs(x), Math.Abs(y));

        public int GetHashCode(double value) => 0;
    }
}
