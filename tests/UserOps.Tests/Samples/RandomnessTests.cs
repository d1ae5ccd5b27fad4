using UserOps.Samples;

namespace UserOps.Tests.Samples;

public class RandomnessTests
{
    // The first numbers after state 1234567, from the authors' reference implementation in C (prng.di.unimi.it/splitmix64.c).
    [Fact]
    public void The_stream_is_SplitMix64()
    {
        var chance = new Chance(1234567);
        ulong[] numbers = [chance.Next(), chance.Next(), chance.Next(), chance.Next(), chance.Next()];
        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821], numbers);
    }

    [Fact]
    public void Portable_functions_agree_with_the_system_to_the_last_digits()
    {
        for (double x = -30; x <= 30; x += 0.37)
        {
            Assert.Equal(1, PortableMath.Exp(x) / Math.Exp(x), 14);
            double y = Math.Exp(x);
            Assert.InRange(PortableMath.Log(y), Math.Log(y) - 1e-14 * Math.Max(1, Math.Abs(x)), Math.Log(y) + 1e-14 * Math.Max(1, Math.Abs(x)));
        }
        Assert.Equal(Math.Pow(1.7, 2.3), PortableMath.Pow(1.7, 2.3), 13);
    }

    [Fact]
    public void Distributions_have_their_means_and_variances()
    {
        var chance = Chance.For(3, Purpose.Person);
        Moments(() => chance.Exponential(2.5), 2.5, 2.5 * 2.5);
        Moments(() => chance.Normal(), 0, 1);
        Moments(() => chance.Gamma(0.6, 1), 1, 1 / 0.6);
        Moments(() => chance.Gamma(4, 2), 2, 1);
        Moments(() => chance.Poisson(3.2), 3.2, 3.2);
        Moments(() => chance.Poisson(120), 120, 120);
        Moments(() => chance.Between(1, 6), 3.5, 35.0 / 12);
    }

    [Fact]
    public void A_stream_does_not_depend_on_what_other_purposes_draw()
    {
        ulong first = Chance.For(7, Purpose.Session, 1, 2).Next();
        Assert.Equal(first, Chance.For(7, Purpose.Session, 1, 2).Next());
        Assert.Equal(5, new[] { first, Chance.For(8, Purpose.Session, 1, 2).Next(), Chance.For(7, Purpose.Touch, 1, 2).Next(), Chance.For(7, Purpose.Session, 2, 2).Next(), Chance.For(7, Purpose.Session, 1, 3).Next() }.Distinct().Count());
    }

    private static void Moments(Func<double> draw, double mean, double variance)
    {
        const int n = 100_000;
        double[] values = [.. Enumerable.Range(0, n).Select(_ => draw())];
        double average = values.Average(), spread = values.Average(value => (value - average) * (value - average));
        Assert.InRange(average, mean - 4 * Math.Sqrt(variance / n), mean + 4 * Math.Sqrt(variance / n));
        Assert.InRange(spread / variance, 0.95, 1.05);
    }
}
