using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class RatioSumsTests
{
    private static readonly (double X, double Y)[] Users = [(100, 2), (0, 0), (60, 1), (35, 1), (220, 3), (15, 1)];

    private static RatioSums Sums(params IEnumerable<(double X, double Y)> units) => units.Aggregate(default(RatioSums), (sums, unit) => sums.Add(unit.X, unit.Y));

    [Fact]
    public void Interval_is_that_of_the_linearised_ratio()
    {
        // numpy: r = x.sum() / y.sum(); e = x − r y; se = sqrt(6 / 5 (e²).sum()) / y.sum().
        var sums = Sums(Users);
        Assert.Equal(53.75, sums.Ratio!.Value, 1e-12);
        Assert.Equal(10.062305898749054, sums.StandardError!.Value, 1e-10);
        Assert.Equal(34.028242837026916, sums.Interval()!.Value.Lower, 1e-9);
        Assert.Equal(73.47175716297309, sums.Interval()!.Value.Upper, 1e-9);
    }

    [Fact]
    public void With_a_denominator_of_one_it_is_the_mean_with_its_normal_interval()
    {
        var sums = Sums([(1, 1), (2, 1), (3, 1), (6, 1)]);
        Assert.Equal(3, sums.Ratio);
        // The sample standard deviation is √(14/3), the standard error half of it.
        Assert.Equal(Math.Sqrt(14 / 3.0) / 2, sums.StandardError!.Value, 1e-12);
    }

    [Fact]
    public void Too_little_has_no_interval()
    {
        Assert.Null(default(RatioSums).Ratio);
        Assert.Null(Sums([(3, 1)]).Interval());
        Assert.Null(Sums([(0, 0), (0, 0)]).Interval());
        Assert.Throws<UserOpsException>(() => Sums(Users).Interval(double.NaN));
    }
}
