using MathNet.Numerics.Distributions;
using UserOps.LifetimeValue.Contracts;
using UserOps.Testing;

namespace UserOps.Tests.LifetimeValue.Contracts;

/// <summary>Seeded simulations of customers under contract: intervals must hold the truth about as often as they say, of parameters, projected retention and lifetime.</summary>
public class ContractCalibrationTests
{
    private const int Periods = 7, Projected = 12;

    [SlowFact]
    public void Intervals_of_the_shifted_beta_geometric_hold_the_truth_about_as_often_as_they_say()
    {
        foreach (var law in new RetentionLaw[] { new(0.7, 1.2), new(0.7, 3.8), new(3, 12) })
            foreach (int customers in new[] { 300, 1000, 5000 })
                Hold(law, customers, 500, new());
    }

    [SlowFact]
    public void Intervals_of_the_beta_discrete_Weibull_hold_the_truth_about_as_often_as_they_say()
    {
        foreach (var law in new RetentionLaw[] { new(0.5, 0.8, 1.3), new(0.25, 1.5, 1.6) })
            foreach (int customers in new[] { 1000, 5000 })
                Hold(law, customers, 300, new() { Model = ContractModel.BetaDiscreteWeibull });
    }

    private static void Hold(RetentionLaw law, int customers, int runs, ContractDefinition definition)
    {
        var random = new Random(20240111 + customers);
        double[] truths = [law.Alpha, law.Beta, law.Shape];
        int parameters = 0, parameterIntervals = 0, projected = 0, lifetime = 0, boundary = 0;
        for (int run = 0; run < runs; run++)
        {
            var fit = Simulate(law, customers, random).Retention(definition);
            boundary += fit.Parameters.Any(parameter => parameter.Interval is null) ? 1 : 0;
            foreach (var (i, parameter) in fit.Parameters.Index())
                if (parameter.Interval is { } range)
                    (parameters, parameterIntervals) = (parameters + (range.Contains(truths[i]) ? 1 : 0), parameterIntervals + 1);
            projected += fit.Projection[Projected].Interval?.Contains(law.Survival(Projected)) == true ? 1 : 0;
            lifetime += fit.LifetimeInterval?.Contains(law.ExpectedLifetime(definition.Discount)) == true ? 1 : 0;
        }
        double ofParameters = (double)parameters / parameterIntervals, ofProjected = (double)projected / runs, ofLifetime = (double)lifetime / runs;
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"{definition.Model} {law}, {customers} customers: nominal 95 %, parameters {ofParameters:0.000}, S({Projected}) {ofProjected:0.000}, lifetime {ofLifetime:0.000}, boundary {boundary} of {runs}"));
        Assert.InRange(ofParameters, 0.91, 0.995);
        Assert.InRange(ofProjected, 0.91, 0.985);
        Assert.InRange(ofLifetime, 0.91, 0.985);
    }

    private static ContractDurations Simulate(RetentionLaw law, int customers, Random random)
    {
        long[] survivors = new long[Periods + 1];
        for (int customer = 0; customer < customers; customer++)
        {
            double theta = Beta.Sample(random, law.Alpha, law.Beta), chance = random.NextDouble();
            for (int period = 0; period <= Periods && Math.Pow(1 - theta, Math.Pow(period, law.Shape)) > chance; period++)
                survivors[period]++;
        }
        return ContractDurations.FromSurvivors(survivors);
    }
}
