using UserOps.Experiments;
using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

/// <summary>Tails against R 4.2.2: pnorm, pt, qnorm, qt, pchisq and pf with <c>lower.tail = FALSE</c>.</summary>
public class TailsTests
{
    [Theory]
    [InlineData(-2, 0.977249868051821)]
    [InlineData(0.5, 0.308537538725987)]
    [InlineData(3, 0.00134989803163009)]
    [InlineData(9, 1.12858840595384e-19)]
    [InlineData(20, 2.75362411860623e-89)]
    [InlineData(37, 5.72557122252458e-300)]
    public void The_normal_tail_matches_R(double value, double expected) => Near(expected, Tails.Above(value), 1e-12);

    [Theory]
    [InlineData(-1, 1, 0.75)]
    [InlineData(0.3, 1, 0.407226420922258)]
    [InlineData(3, 1, 0.102416382349567)]
    [InlineData(9, 1, 0.0352232874772773)]
    [InlineData(35, 1, 0.00909209467564843)]
    [InlineData(-1, 2.5, 0.797969486360863)]
    [InlineData(0.3, 2.5, 0.393671185747599)]
    [InlineData(3, 2.5, 0.0362880477745159)]
    [InlineData(9, 2.5, 0.00287395309180403)]
    [InlineData(35, 2.5, 9.90610786953846e-05)]
    [InlineData(-1, 10, 0.82955343384897)]
    [InlineData(0.3, 10, 0.385160303782899)]
    [InlineData(3, 10, 0.00667182751128479)]
    [InlineData(9, 10, 2.069024524841e-06)]
    [InlineData(35, 10, 4.29740427799181e-12)]
    [InlineData(-1, 96.97, 0.84010031054012)]
    [InlineData(0.3, 96.97, 0.382409655465529)]
    [InlineData(3, 96.97, 0.00171571538497651)]
    [InlineData(9, 96.97, 9.6904890448961e-15)]
    [InlineData(35, 96.97, 4.09593128994516e-57)]
    [InlineData(-1, 5841.742, 0.841324036460948)]
    [InlineData(0.3, 5841.742, 0.38209391487297)]
    [InlineData(3, 5841.742, 0.00135559429985728)]
    [InlineData(9, 5841.742, 1.50084176738458e-19)]
    [InlineData(35, 5841.742, 4.06776057318257e-244)]
    [InlineData(-1, 1000000, 0.841344625083211)]
    [InlineData(0.3, 1000000, 0.382088608989497)]
    [InlineData(3, 1000000, 0.0013499312707109)]
    [InlineData(9, 1000000, 1.13048651674642e-19)]
    [InlineData(35, 1000000, 1.63749181633782e-268)]
    public void The_t_tail_matches_R(double value, double df, double expected) => Near(expected, Tails.Above(value, df), 1e-10);

    [Theory]
    [InlineData(0.4, 0.2533471031358)]
    [InlineData(0.025, 1.95996398454005)]
    [InlineData(1e-06, 4.7534243088229)]
    [InlineData(1e-12, 7.03448382530113)]
    [InlineData(1e-100, 21.2734535609653)]
    public void The_normal_quantile_matches_R(double tail, double expected) => Near(expected, Tails.Quantile(tail), 1e-11);

    [Theory]
    [InlineData(0.4, 1, 0.324919696232906)]
    [InlineData(0.025, 1, 12.7062047361747)]
    [InlineData(1e-06, 1, 318309.886182743)]
    [InlineData(1e-12, 1, 318309886183.791)]
    [InlineData(0.4, 2.5, 0.281459512748548)]
    [InlineData(0.025, 2.5, 3.57465484200369)]
    [InlineData(1e-06, 2.5, 220.173429178238)]
    [InlineData(1e-12, 2.5, 55306.174076516)]
    [InlineData(0.4, 10, 0.26018482949208)]
    [InlineData(0.025, 10, 2.22813885198627)]
    [InlineData(1e-06, 10, 9.75199549094058)]
    [InlineData(1e-12, 10, 40.5320961786626)]
    [InlineData(0.4, 5841.742, 0.253358641450815)]
    [InlineData(0.025, 5841.742, 1.96037015695671)]
    [InlineData(1e-06, 5841.742, 4.75822836467756)]
    [InlineData(1e-12, 5841.742, 7.04970974906347)]
    [InlineData(0.4, 1000000, 0.253347170537842)]
    [InlineData(0.025, 1000000, 1.95996635681411)]
    [InlineData(1e-06, 1000000, 4.75345234827968)]
    [InlineData(1e-12, 1000000, 7.03457260841126)]
    public void The_t_quantile_matches_R(double tail, double df, double expected) => Near(expected, Tails.Quantile(tail, df), 1e-9);

    [Theory]
    [InlineData(0.5, 1, 0.479500122186953)]
    [InlineData(20, 1, 7.74421643104409e-06)]
    [InlineData(300, 1, 3.29436238331404e-67)]
    [InlineData(1200, 1, 6.09956881480843e-263)]
    [InlineData(0.5, 2, 0.778800783071405)]
    [InlineData(20, 2, 4.53999297624849e-05)]
    [InlineData(300, 2, 7.17509597316441e-66)]
    [InlineData(1200, 2, 2.65039655300431e-261)]
    [InlineData(0.5, 5, 0.99212329323263)]
    [InlineData(20, 5, 0.00124973056303138)]
    [InlineData(300, 5, 1.00153023059578e-62)]
    [InlineData(1200, 5, 2.9375604806859e-257)]
    [InlineData(0.5, 40, 1)]
    [InlineData(20, 40, 0.996545658024143)]
    [InlineData(300, 40, 1.49559697227263e-41)]
    [InlineData(1200, 40, 1.37101041663991e-225)]
    public void The_chi_square_tail_matches_R(double value, int df, double expected) => Near(expected, ChiSquare.Tail(value, df), 1e-10);

    [Theory]
    [InlineData(0.5, 1, 10, 0.49564750438312)]
    [InlineData(5, 1, 10, 0.0493321956399217)]
    [InlineData(60, 1, 10, 1.56033319478212e-05)]
    [InlineData(0.5, 3, 57, 0.683778673760526)]
    [InlineData(5, 3, 57, 0.00379370824866338)]
    [InlineData(60, 3, 57, 1.23085358940421e-17)]
    [InlineData(0.5, 7, 4000, 0.8351560354749)]
    [InlineData(5, 7, 4000, 1.18339141803612e-05)]
    [InlineData(60, 7, 4000, 2.86505819411696e-82)]
    public void The_F_tail_matches_R(double value, double between, double within, double expected) => Near(expected, Tails.AboveF(value, between, within), 1e-10);

    [Fact]
    public void Nine_standard_errors_with_5842_degrees_of_freedom_are_no_p_value_of_0() =>
        Near(3.00168353476915e-19, Tails.PValue(-9, 5841.742, Alternative.TwoSided), 1e-10);

    private static void Near(double expected, double actual, double relative) => Assert.Equal(1, actual / expected, relative);
}
