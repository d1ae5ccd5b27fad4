using CsCheck;
using UserOps.LifetimeValue.Cohorts;

namespace UserOps.Tests.LifetimeValue.Cohorts;

public class ValueCurvePropertyTests
{
    private static readonly Gen<(int Watched, DayValue[] Values)[]> Lives =
        Gen.Select(Gen.Int[0, 40], Gen.Select(Gen.Int[0, 60], Gen.Double[-20, 100], (age, net) => new DayValue(age, net)).Array[0, 8],
            (watched, values) => (watched, values.Where(value => value.Age < watched).OrderBy(value => value.Age).ToArray())).Array[2, 60];

    private static ValueCurve Curve((int Watched, DayValue[] Values)[] lives)
    {
        var sums = new ValueSums();
        foreach ((int watched, DayValue[] values) in lives)
            sums.Add(watched, values);
        return sums.ToCurve(0.95);
    }

    [Fact]
    public void The_curve_and_its_error_are_those_of_their_definition() => Lives.Sample(lives =>
    {
        var curve = Curve(lives);
        double value = 0;
        for (int age = 1; age <= curve.LastAge; age++)
        {
            var watched = lives.Where(life => life.Watched >= age).ToArray();
            value += watched.Sum(life => life.Values.Where(one => one.Age == age - 1).Sum(one => one.Net)) / watched.Length;
            Assert.Equal(watched.Length, curve.At(age)!.Users);
            Assert.Equal(value, curve.At(age)!.Value, 1e-9 * (1 + Math.Abs(value)));
        }
    });

    [Fact]
    public void With_everybody_watched_alike_value_and_error_are_those_of_a_mean() => Lives.Sample(lives =>
    {
        (int, DayValue[] Values)[] alike = [.. lives.Select(life => (30, life.Values.Where(value => value.Age < 30).ToArray()))];
        double[] totals = [.. alike.Select(life => life.Values.Sum(value => value.Net))];
        double mean = totals.Average(), error = Math.Sqrt(totals.Sum(total => (total - mean) * (total - mean)) / (totals.Length - 1) / totals.Length);
        var last = Curve(alike).At(30)!;
        Assert.Equal(mean, last.Value, 1e-8);
        Assert.Equal(error, last.StandardError!.Value, 1e-8);
    });

    [Fact]
    public void Money_in_another_unit_changes_nothing_but_the_unit() => Lives.Sample(lives =>
    {
        var one = Curve(lives);
        var other = Curve([.. lives.Select(life => (life.Watched, life.Values.Select(value => value with { Net = 7 * value.Net }).ToArray()))]);
        Assert.All(one.ByDay.Zip(other.ByDay), pair => Assert.Equal(7 * pair.First.Value, pair.Second.Value, 1e-8));
        Assert.All(one.ByDay.Zip(other.ByDay), pair => Assert.Equal(7 * (pair.First.StandardError ?? 0), pair.Second.StandardError ?? 0, 1e-8));
    });
}
