using CsCheck;
using UserOps.LifetimeValue;
using UserOps.LifetimeValue.Models;

namespace UserOps.Tests.LifetimeValue.Models;

/// <summary>Analytic gradients agree with differences of the likelihood, and every model's probabilities add up, at random parameters and histories.</summary>
public class GradientTests
{
    private static readonly Gen<double[]> Logs = Gen.Double[-2.5, 3].Array[4];

    private static readonly Gen<CustomerHistory> Continuous =
        from x in Gen.OneOf(Gen.Int[0, 6], Gen.Int[0, 200])
        from age in Gen.Double[0.1, 120]
        from share in Gen.Double[0.01, 1]
        select new CustomerHistory("one", x, x == 0 ? 0 : share * age, age, double.NaN);

    private static readonly Gen<CustomerHistory> Discrete =
        from age in Gen.Int[1, 15]
        from last in Gen.Int[0, age]
        from x in Gen.Int[Math.Min(1, last), last]
        select new CustomerHistory("one", x, last, age, double.NaN);

    [Fact]
    public void Gradient_of_BG_NBD() => Check(v => new BgNbd(v[0], v[1], v[2], v[3]), Continuous);

    [Fact]
    public void Gradient_of_MBG_NBD() => Check(v => new MbgNbd(v[0], v[1], v[2], v[3]), Continuous);

    [Fact]
    public void Gradient_of_Pareto_NBD() => Check(v => new ParetoNbd(v[0], v[1], v[2], v[3]), Continuous);

    [Fact]
    public void Gradient_of_BG_BB() => Check(v => new BgBb(v[0], v[1], v[2], v[3]), Discrete);

    private static void Check(Func<double[], PurchaseModel> create, Gen<CustomerHistory> customers) => Gen.Select(Logs, customers).Sample((logs, customer) =>
    {
        var model = create([.. logs.Select(Math.Exp)]);
        var likelihood = model.Likelihood(PurchasePatterns.Single(customer));
        double[] gradient = new double[4], ignored = new double[4];
        likelihood(logs, gradient);
        for (int i = 0; i < 4; i++)
        {
            double step = 1e-4, above = At(i, step), below = At(i, -step);
            Assert.Equal((above - below) / (2 * step), gradient[i], 1e-5 * (1 + Math.Abs(gradient[i]) + Math.Abs(above) * 1e-2));
        }
        double horizon = Math.Ceiling(customer.Age / 2), expected = model.ExpectedPurchases(customer, horizon);
        double[] probabilities = model.PurchaseProbabilities(customer, horizon);
        Assert.Equal(1, probabilities.Sum(), 1e-8);
        Assert.All(probabilities, probability => Assert.True(probability >= -1e-15));
        Assert.Equal(expected, probabilities.Select((probability, k) => k * probability).Sum(), 1e-7 * (1 + expected));
        Assert.InRange(model.ProbabilityAlive(customer), 0, 1);

        double At(int i, double step)
        {
            double[] moved = [.. logs];
            moved[i] += step;
            return likelihood(moved, ignored);
        }
    }, iter: 400);
}
