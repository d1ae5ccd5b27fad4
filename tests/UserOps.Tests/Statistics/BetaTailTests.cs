using CsCheck;
using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class BetaTailTests
{
    // mpmath 1.3, 30 digits and more: betainc(a, b, 0, x, regularized=True) at the double nearest to x, by quad for the millions, and x**a (1 − x)**b / beta(a, b).
    [Theory]
    [InlineData(121, 881, 0.13, 0.816756308320728198, 2.79454961525405841)]
    [InlineData(121, 881, 0.11, 0.147193435804913365, 2.31108222215202672)]
    [InlineData(0.5, 0.5, 1e-12, 6.3661977236768744e-7, 3.18309886183631513e-7)]
    [InlineData(0.5, 0.5, 0.9, 0.795167235300866572, 0.095492965855137192)]
    [InlineData(2.5, 40, 0.3, 0.999977323117293921, 0.000250186872566938778)]
    [InlineData(151, 851, 0.05, 5.12794554262628572e-33, 5.19785822818330203e-31)]
    [InlineData(1.2e6, 8.8e6, 0.12002, 0.57724947529738906, 402.269873737196167)]
    [InlineData(1.2e6, 8.8e6, 0.1195, 5.54547475260896214e-7, 0.00288119963222698456)]
    public void Areas_and_densities_match_mpmath_for_a_few_and_for_millions(double a, double b, double x, double below, double density)
    {
        // For millions the continued fraction has 600 steps, whose rounding adds up: in NumPy's doubles to 2.4e-12 of the one in mpmath.
        Assert.Equal(1, BetaTail.Below(a, b, x, 1 - x) / below, a + b > 1e6 ? 5e-12 : 1e-13);
        Assert.Equal(1, BetaTail.Density(a, b, x, 1 - x) / density, 1e-13);
    }

    [Fact]
    public void Both_sides_add_up_to_one() => Gen.Select(Gen.Double[0.2, 5000], Gen.Double[0.2, 5000], Gen.Double[0.0001, 0.9999]).Sample((a, b, x) =>
        Assert.Equal(1, BetaTail.Below(a, b, x, 1 - x) + BetaTail.Below(b, a, 1 - x, x), 1e-13));

    [Fact]
    public void The_ends_hold_nothing_and_everything() =>
        Assert.Equal((0, 1), (BetaTail.Below(2, 3, 0, 1), BetaTail.Below(2, 3, 1, 0)));
}
