using MathNet.Numerics.Distributions;
using UserOps.LifetimeValue;

namespace UserOps.Benchmarks.LifetimeValue;

/// <summary>Customers who buy and leave as BG/NBD says, first bought within 12 weeks and were watched for up to 39; times fall on whole days.</summary>
internal static class SimulatedCustomers
{
    private const double R = 0.243, Alpha = 4.414, A = 0.793, B = 2.426;

    public static CustomerHistories Make(int count, int seed = 1)
    {
        var random = new Random(seed);
        return CustomerHistories.From(TimeUnit.Week, Enumerable.Range(0, count).Select(i => One($"c{i}", random)));
    }

    private static CustomerHistory One(string id, Random random)
    {
        int days = 273 - random.Next(84);
        double rate = Gamma.Sample(random, R, Alpha) / 7, leaves = Beta.Sample(random, A, B), time = 0;
        int last = 0, purchases = 0;
        double spent = 0, mean = 15.44 / Gamma.Sample(random, 3.74, 1);
        while (rate > 0 && (time += Exponential.Sample(random, rate)) < days)
        {
            // Purchases of one day are one.
            if ((int)Math.Ceiling(time) == last)
                continue;
            last = (int)Math.Ceiling(time);
            purchases++;
            spent += Gamma.Sample(random, 6.25, 1 / mean);
            if (random.NextDouble() < leaves)
                break;
        }
        return new(id, purchases, last / 7.0, days / 7.0, purchases == 0 ? double.NaN : spent / purchases);
    }
}
