using CsCheck;
using UserOps.Experiments;
using UserOps.Experiments.Exact;

namespace UserOps.Tests.Experiments.Exact;

public class ExactTestsTests
{
    [Fact]
    public void Nineteen_of_53_against_13_of_47_match_R_and_SciPy()
    {
        // scipy.stats.barnard_exact, boschloo_exact, fisher_exact([[19, 13], [34, 34]]); R: fisher.test.
        var (control, treatment) = (new ProportionCounts(13, 47), new ProportionCounts(19, 53));
        Assert.Equal(0.530637102766593, ExactTests.Barnard(control, treatment), 1e-12);
        Assert.Equal(0.400016939936, ExactTests.Boschloo(control, treatment), 1e-11);
        Assert.Equal(0.39999489181535697, ExactTests.Fisher(control, treatment), 1e-13);
        Assert.Equal(0.2546303652, ExactTests.Fisher(control, treatment, Alternative.Greater), 1e-10);
    }

    [Fact]
    public void Nineteen_of_53_against_13_of_47_match_the_χ2_tests_of_SciPy()
    {
        // scipy.stats.chi2_contingency([[19, 13], [34, 34]], correction, lambda_).
        var (control, treatment) = (new ProportionCounts(13, 47), new ProportionCounts(19, 53));
        Assert.Equal(0.3809096823118986, ChiSquareTests.Pearson(control, treatment), 1e-13);
        Assert.Equal(0.5083165530405195, ChiSquareTests.Pearson(control, treatment, corrected: true), 1e-13);
        Assert.Equal(0.37976268998844287, ChiSquareTests.LikelihoodRatio(control, treatment), 1e-13);
        Assert.Equal(0.5076294534617167, ChiSquareTests.LikelihoodRatio(control, treatment, corrected: true), 1e-13);
        // Equal shares: a correction never moves counts past those expected.
        Assert.Equal(1, ChiSquareTests.Pearson(new(10, 40), new(15, 60), corrected: true), 1e-12);
        Assert.Equal(1, ChiSquareTests.LikelihoodRatio(new(10, 40), new(15, 60), corrected: true), 1e-12);
        Assert.InRange(ChiSquareTests.LikelihoodRatio(new(0, 40), new(9, 40)), 1e-6, 1e-3);
        Assert.Throws<InsufficientDataException>(() => ChiSquareTests.Pearson(new(0, 40), new(0, 40)));
    }

    // For 0 of 10 against 5 of 12 SciPy's search stops at .0234238, below the maximum: there Barnard's p-value is that of all tables on a grid of 40,001 rates.
    // scipy 1.10.1: barnard_exact, boschloo_exact([[treatment, control], [rest, rest]], alternative, n = 256), fisher_exact.
    [Theory]
    [InlineData(7, 30, 15, 30, Alternative.TwoSided, 0.035245807793577284, 0.03524580779357725, 0.05960158017389561)]
    [InlineData(7, 30, 15, 30, Alternative.Greater, 0.017622903896788625, 0.017622903896788625, 0.029800790086947804)]
    [InlineData(1, 20, 6, 25, Alternative.TwoSided, 0.09663658520770954, 0.10633390490379177, 0.11170697330651955)]
    [InlineData(1, 20, 6, 25, Alternative.Less, 1, 0.9759266375352972, 0.9894071391518924)]
    [InlineData(0, 10, 5, 12, Alternative.TwoSided, 0.02342421146018394, 0.026135988396202434, 0.039644565960355434)]
    [InlineData(3, 200, 14, 250, Alternative.TwoSided, 0.023630476634311837, 0.03006280863936538, 0.02543364888546333)]
    [InlineData(3, 200, 14, 250, Alternative.Greater, 0.012967532441336724, 0.01503140431968269, 0.01876432633528388)]
    [InlineData(9, 9, 4, 10, Alternative.TwoSided, 0.005226135253906253, 0.005449276718182838, 0.010835913312693499)]
    [InlineData(9, 9, 4, 10, Alternative.Less, 0.002724638359091419, 0.002724638359091419, 0.007739938080495356)]
    public void Small_and_uneven_tables_match_SciPy(long a, long n, long b, long m, Alternative alternative, double barnard, double boschloo, double fisher)
    {
        var (control, treatment) = (new ProportionCounts(a, n), new ProportionCounts(b, m));
        Assert.Equal(barnard, ExactTests.Barnard(control, treatment, alternative), 1e-9);
        Assert.Equal(boschloo, ExactTests.Boschloo(control, treatment, alternative), 1e-9);
        Assert.Equal(fisher, ExactTests.Fisher(control, treatment, alternative), 1e-12);
    }

    [Fact]
    public void The_far_tail_of_Fishers_test_keeps_its_digits() =>
        // R: fisher.test(matrix(c(700, 300, 300, 700), 2), alternative = "greater")$p.value; mpmath gives 1.760392760747396613921e-73.
        Assert.Equal(1.760392760747396e-73, ExactTests.Fisher(new(300, 1000), new(700, 1000), Alternative.Greater), 1e-84);

    [Fact]
    public void Four_hundred_users_an_arm_match_SciPy()
    {
        // scipy 1.10.1: barnard_exact, boschloo_exact([[31, 52], [369, 348]], n = 64).
        Assert.Equal(0.01527211954679196, ExactTests.Barnard(new(31, 400), new(52, 400)), 1e-9);
        Assert.Equal(0.017790577991214387, ExactTests.Boschloo(new(31, 400), new(52, 400)), 1e-9);
    }

    [Fact]
    public void Swapping_arms_swaps_sides() => Tables.Sample((control, treatment) =>
    {
        Assert.Equal(ExactTests.Barnard(control, treatment), ExactTests.Barnard(treatment, control), 1e-9);
        Assert.Equal(ExactTests.Boschloo(control, treatment, Alternative.Greater), ExactTests.Boschloo(treatment, control, Alternative.Less), 1e-9);
        Assert.Equal(ExactTests.Fisher(control, treatment), ExactTests.Fisher(treatment, control), 1e-12);
    }, iter: 50);

    [Fact]
    public void Boschloo_one_sided_finds_at_least_what_Fisher_finds() => Tables.Sample((control, treatment) =>
        Assert.True(ExactTests.Boschloo(control, treatment, Alternative.Greater) <= ExactTests.Fisher(control, treatment, Alternative.Greater) * (1 + 1e-6)), iter: 50);

    [Theory]
    [InlineData(0, 0, 1, 10)]
    [InlineData(0, 50, 0, 50)]
    [InlineData(50, 50, 60, 60)]
    public void Tables_in_which_nothing_can_differ_are_refused(long a, long n, long b, long m)
    {
        foreach (var test in new Func<ProportionCounts, ProportionCounts, Alternative, double>[] { ExactTests.Fisher, ExactTests.Barnard, ExactTests.Boschloo })
            Assert.Throws<InsufficientDataException>(() => test(new(a, n), new(b, m), Alternative.TwoSided));
    }

    private static readonly Gen<(ProportionCounts Control, ProportionCounts Treatment)> Tables =
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Double[0.05, 0.95], Gen.Double[0.05, 0.95])
            .Select((n, m, p, q) => (new ProportionCounts((long)(p * n), n), new ProportionCounts((long)(q * m), m)))
            .Where(pair => (pair.Item1 + pair.Item2) is { Successes: > 0, Failures: > 0 });
}
