using MathNet.Numerics.Distributions;
using UserOps.LifetimeValue.Channels;
using UserOps.LifetimeValue.Cohorts;
using UserOps.Testing;

namespace UserOps.Tests.LifetimeValue.Channels;

/// <summary>
/// Seeded simulations of a channel whose users buy less and less, most of them nothing, the others for log-normal amounts, and who came at any time before the end of
/// the data. Intervals of value (and with it of LTV:CAC) and of the payback must hold the truth about as often as they say.
/// </summary>
public class ChannelValueCalibrationTests
{
    private const int Runs = 1000, Days = 180, Horizon = 90;
    private const double Rate = 0.02, Decay = 60, Shape = 0.5, Mu = 3.5, Sigma = 0.8, Margin = 0.5;
    private const int TruePayback = 40;

    private static double Truth(int age) => Enumerable.Range(0, age).Sum(day => Rate * Math.Exp(-day / Decay)) * Math.Exp(Mu + Sigma * Sigma / 2);

    [SlowFact]
    public void Intervals_of_value_and_payback_hold_the_truth_about_as_often_as_they_say()
    {
        // Skewed amounts and few users: the Student interval is known to hold somewhat less often below some hundreds of users.
        (int Users, double Least)[] sizes = [(100, 0.89), (300, 0.92), (1000, 0.935), (3000, 0.935)];
        foreach ((int users, double least) in sizes)
        {
            (double value, double payback) = Coverage(users, new Random(20240110 + users));
            TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{users} users: nominal 95 %, value {value:0.000}, payback {payback:0.000}"));
            Assert.InRange(value, least, 0.965);
            Assert.InRange(payback, least, 0.975);
        }
    }

    private static (double Value, double Payback) Coverage(int users, Random random)
    {
        int value = 0, payback = 0;
        // The cost at which the true curve pays back during day 40.
        double cost = Margin * (Truth(TruePayback - 1) + Truth(TruePayback)) / 2;
        for (int run = 0; run < Runs; run++)
        {
            var curve = Simulate(users, random);
            value += curve.At(Horizon)!.Interval!.Value.Contains(Truth(Horizon)) ? 1 : 0;
            payback += Payback.Of(curve, Margin, cost, 0.95)!.Interval.Contains(TruePayback) ? 1 : 0;
        }
        return ((double)value / Runs, (double)payback / Runs);
    }

    private static ValueCurve Simulate(int users, Random random)
    {
        var sums = new ValueSums();
        List<DayValue> values = [];
        for (int user = 0; user < users; user++)
        {
            values.Clear();
            int watched = random.Next(Days + 1);
            double rate = Gamma.Sample(random, Shape, Shape / Rate);
            for (int day = 0; day < watched; day++)
                for (int orders = Poisson.Sample(random, Math.Max(1e-300, rate * Math.Exp(-day / Decay))); orders > 0; orders--)
                    values.Add(new(day, LogNormal.Sample(random, Mu, Sigma)));
            sums.Add(watched, values);
        }
        return sums.ToCurve(0.95);
    }
}
