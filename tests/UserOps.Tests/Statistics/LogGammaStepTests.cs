using CsCheck;
using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class LogGammaStepTests
{
    // mpmath 1.2.1 with 200 digits: loggamma(z + step) − loggamma(z), digamma(z + step) − digamma(z).
    [Theory]
    [InlineData(0.001, 0.5, -6.3367749878848219, 998.61698830979385)]
    [InlineData(0.7, 3, 1.1672050801337213, 2.3871770930594461)]
    [InlineData(5.5, 1e-06, 1.6110932482529379e-6, 1.993423671851565e-7)]
    [InlineData(19.9, 40, 145.08222555082444, 1.1189223105899601)]
    [InlineData(20, 1e-09, 2.9705239922677846e-9, 5.1270822933889062e-11)]
    [InlineData(100000.0, 0.03, 0.34538761844887889, 3.0000145500455899e-7)]
    [InlineData(1000000.0, 1000000.0, 14201804.572510533, 0.69314743056000781)]
    [InlineData(3, 1e+20, 4.5051701859880914e+21, 45.128917524782447)]
    [InlineData(1000000000000.0, 7, 193.41714781152084, 6.999999999979e-12)]
    [InlineData(0.0001, 0.0001, -0.69320487745522885, 5000.0001644573523)]
    [InlineData(1e+250, 2.5, 1439.1156831212786, 2.5000000000000002e-250)]
    public void Steps_match_arithmetic_of_200_digits(double z, double step, double rise, double slope)
    {
        Assert.Equal(rise, LogGammaStep.Of(z, step), 1e-13 * Math.Abs(rise) + 1e-18);
        Assert.Equal(slope, LogGammaStep.Slope(z, step), 1e-13 * slope + 1e-18);
    }

    [Fact]
    public void A_step_of_one_is_the_logarithm_and_steps_add_up() =>
        Gen.Select(Gen.Double[-6, 6], Gen.Double[-6, 6], Gen.Double[-6, 6]).Sample((a, b, c) =>
        {
            double z = Math.Exp(a), one = Math.Exp(b), other = Math.Exp(c);
            Assert.Equal(Math.Log(z), LogGammaStep.Of(z, 1), 1e-12);
            Assert.Equal(1 / z, LogGammaStep.Slope(z, 1), 1e-12 / z);
            Assert.Equal(LogGammaStep.Of(z, one + other), LogGammaStep.Of(z, one) + LogGammaStep.Of(z + one, other), 1e-11 * (1 + one + other));
        }, iter: 300);
}
