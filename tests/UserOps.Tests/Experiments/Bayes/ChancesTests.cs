using UserOps.Display;
using UserOps.Experiments;
using UserOps.Experiments.Bayes;
using UserOps.Experiments.Effects;
using UserOps.Statistics;
using UserOps.Testing;

namespace UserOps.Tests.Experiments.Bayes;

public class ChancesTests
{
    private static readonly ExperimentReport Payers = Trials.Payers(1000, 120, 1000, 150).Experiment(new() { Metrics = [Trials.Paid], WithinDays = 7 });

    [Fact]
    public void Shares_are_compared_by_exact_integrals()
    {
        var chance = Assert.Single(Payers.Chances().Chances);
        // mpmath, see BayesTests.
        Assert.Equal(0.975067836812144123, chance.ChanceToWin, 1e-12);
        Assert.Equal(0.000144177855111832732, chance.LossOfTreatment, 1e-14);
        Assert.Equal(0.03 * 1000 / 1002, chance.Effect, 1e-12);
    }

    [Fact]
    public void Where_lower_is_better_chances_and_losses_change_places()
    {
        var chance = Assert.Single(Trials.Payers(1000, 120, 1000, 150).Experiment(new() { Metrics = [Trials.Paid with { Better = Direction.Down }], WithinDays = 7 }).Chances().Chances);
        Assert.Equal(1 - 0.975067836812144123, chance.ChanceToWin, 1e-12);
        Assert.Equal(0.000144177855111832732, chance.LossOfControl, 1e-14);
    }

    [Fact]
    public void Means_are_compared_by_their_normal_effect()
    {
        var table = Trials.Wide([.. Enumerable.Range(0, 400).Select(i => (i % 2 == 0 ? "control" : "treatment", i % 7 + (i % 2 == 0 ? 0 : 0.3)))]);
        var report = table.Experiment(Trials.Table(table));
        var (chance, effect) = (Assert.Single(report.Chances().Chances), report.Effects["value"].Effect!.Absolute);
        Assert.Equal(effect.Value, chance.Effect, 1e-12);
        Assert.Equal(Tails.Above(-effect.Value / effect.StandardError!.Value), chance.ChanceToWin, 1e-12);
    }

    [Fact]
    public void A_prior_of_the_relative_effect_draws_chances_towards_it()
    {
        var sceptical = Payers.Chances(new(0, 0.05));
        var chance = Assert.Single(sceptical.Chances);
        Assert.InRange(chance.Effect, 0, 0.25);
        Assert.InRange(chance.ChanceToWin, 0.5, 0.9);
        // Precision-weighted: the relative effect 25 % with its error by the delta method, and the prior.
        double error = Payers.Effects["Payers"].Plain!.Relative(RelativeMethod.Delta)!.StandardError!.Value;
        Assert.Equal(0.25 / (error * error) / (1 / (error * error) + 400), chance.Effect, 1e-12);
        Assert.Throws<UserOpsException>(() => Payers.Chances(new(0, 0)));
    }

    [Fact]
    public void Priors_of_the_deciding_share_are_compared()
    {
        Assert.Equal(4, Payers.Priors(0.1).Outcomes.Count);
        var table = Trials.Wide([.. Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? "control" : "new", i % 7.0))]);
        Assert.Throws<MissingDataException>(() => table.Experiment(Trials.Table(table)).Priors(0.1));
    }

    [Fact]
    public void Without_any_effect_nothing_is_believed()
    {
        var constant = Trials.Wide([.. Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? "control" : "new", 3.5))]);
        Assert.Throws<InsufficientDataException>(() => constant.Experiment(Trials.Table(constant)).Chances());
    }

    [Fact]
    public void The_table_reads_as_agreed()
    {
        Golden.Matches(Payers.Chances() + "\n\n" + Payers.Chances(new(0, 0.05)), "chances.txt");
        Assert.Contains(Payers.Parts, part => part is ChancesResult);
    }

    [Fact]
    public void Tiny_chances_keep_their_digits()
    {
        // R pnorm and pbeta, scipy.special.betainc: the difference of two normals is normal, and the share of two gammas of one rate is a beta.
        Assert.Equal(1, BeliefComparison.ChanceAbove(new Posterior.Normal(1, 0.1), new Posterior.Normal(-1, 0.1)) / 1.0442437918812278e-45, 1e-9);
        Assert.Equal(1, BeliefComparison.ChanceAbove(new Posterior.Normal(1, 0.1), new Posterior.Normal(-2, 0.1)) / 3.6064970862253983e-100, 1e-9);
        Assert.Equal(1, BeliefComparison.ChanceAbove(new Posterior.Gamma(4000, 1000), new Posterior.Gamma(3200, 1000)) / 1.892899748078219e-21, 1e-6);
        Assert.Equal(1, BeliefComparison.ChanceAbove(new Posterior.Gamma(40000, 1e4), new Posterior.Gamma(32000, 1e4)) / 5.062860399001381e-196, 1e-6);
    }
}
