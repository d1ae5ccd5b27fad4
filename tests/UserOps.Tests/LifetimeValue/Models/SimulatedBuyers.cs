using UserOps.LifetimeValue;
using UserOps.LifetimeValue.Models;
using UserOps.Samples;

namespace UserOps.Tests.LifetimeValue.Models;

/// <summary>A customer who buys as a model says, and what the customer does after the end of observation.</summary>
internal sealed record SimulatedBuyer(CustomerHistory History, int Later, double LaterValue);

/// <summary>Seeded customers, observed for 70 to 100 % of the longest age.</summary>
internal static class SimulatedBuyers
{
    public static SimulatedBuyer[] Make(PurchaseModel truth, int count, double longest, double horizon, int seed, GammaGamma? values = null) =>
        [.. Enumerable.Range(0, count).Select(i =>
        {
            var chance = Chance.For(seed, Purpose.Person, i);
            return One(ref chance, truth, $"c{i}", longest * (0.7 + 0.3 * chance.Unit()), horizon, values ?? new(6.25, 3.74, 15.44));
        })];

    public static CustomerHistories Histories(SimulatedBuyer[] buyers) => CustomerHistories.From(TimeUnit.Week, buyers.Select(one => one.History));

    private static SimulatedBuyer One(ref Chance chance, PurchaseModel truth, string id, double age, double horizon, GammaGamma values)
    {
        double[] times = truth switch
        {
            BgNbd model => Geometric(ref chance, model, age + horizon),
            ParetoNbd model => Lifetime(ref chance, model, age + horizon),
            _ => throw new NotSupportedException(),
        };
        double rate = Gamma(ref chance, values.Q, values.V);
        double[] spent = new double[times.Length];
        for (int i = 0; i < spent.Length; i++)
            spent[i] = Gamma(ref chance, values.P, rate);
        int known = times.Count(time => time <= age);
        return new(new(id, known, known == 0 ? 0 : times[known - 1], age, known == 0 ? double.NaN : spent[..known].Average()), times.Length - known, spent[known..].Sum());
    }

    private static double[] Geometric(ref Chance chance, BgNbd model, double end)
    {
        double rate = Gamma(ref chance, model.R, model.Alpha), a = Gamma(ref chance, model.A, 1), b = Gamma(ref chance, model.B, 1), time = 0;
        List<double> times = [];
        while ((time += chance.Exponential(1 / rate)) < end)
        {
            times.Add(time);
            if (chance.Happens(a / (a + b)))
                break;
        }
        return [.. times];
    }

    private static double[] Lifetime(ref Chance chance, ParetoNbd model, double end)
    {
        double rate = Gamma(ref chance, model.R, model.Alpha), leaves = chance.Exponential(1 / Gamma(ref chance, model.S, model.Beta)), time = 0;
        List<double> times = [];
        while ((time += chance.Exponential(1 / rate)) < Math.Min(end, leaves))
            times.Add(time);
        return [.. times];
    }

    private static double Gamma(ref Chance chance, double shape, double rate) => Math.Max(1e-300, chance.Gamma(shape, shape / rate));
}
