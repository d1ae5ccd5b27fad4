using UserOps.LifetimeValue;
using UserOps.LifetimeValue.Models;

namespace UserOps.Tests.LifetimeValue.Models;

public class CovariateTests
{
    [Fact]
    public void Coefficients_of_simulated_BG_NBD_customers_are_recovered()
    {
        // Members (z = 1) buy e^0.6 times as often and leave more: a × e^0.8, b unchanged.
        var (histories, member) = Two(new BgNbd(0.8, 6, 0.6, 3), new BgNbd(0.8, 6 * Math.Exp(-0.6), 0.6 * Math.Exp(0.8), 3), 4000);
        var fit = BgNbd.Fit(histories, new(["member"], [member]));
        Near([0.6, 0.8, 0], fit.Coefficients);
        Assert.True(fit.LogLikelihood > fit.Without.LogLikelihood + 50);
        Assert.True(fit.PValue < 1e-6);
        Assert.Equal(Math.Exp(-fit.Coefficients[0].Estimate), fit.ModelOf(1).Alpha / fit.ModelOf(0).Alpha, 1e-9);
    }

    [Fact]
    public void Coefficients_of_simulated_Pareto_NBD_customers_are_recovered()
    {
        // β × e^−0.9: members leave earlier.
        var (histories, member) = Two(new ParetoNbd(0.8, 6, 0.9, 20), new ParetoNbd(0.8, 6 * Math.Exp(-0.4), 0.9, 20 * Math.Exp(-0.9)), 1500);
        Near([0.4, 0.9], ParetoNbd.Fit(histories, new(["member"], [member])).Coefficients);
    }

    [Fact]
    public void The_gradient_agrees_with_differences()
    {
        var (histories, member) = Two(new BgNbd(0.8, 6, 0.6, 3), new BgNbd(0.8, 4, 1, 3), 60);
        double[][] rows = [.. member.Select((value, i) => new[] { value, i % 5 / 2.0 })];
        CovariateEffect[] effects = [new("more purchases", [0, -1, 0, 0]), new("more leave", [0, 0, 1, 0.5])];
        var likelihood = CovariateLikelihood.Of(new BgNbd(1, 1, 1, 1), effects, histories, rows);
        double[] point = [0.2, 1.5, -0.4, 1, 0.3, -0.2, 0.5, 0.1], gradient = new double[8], ignored = new double[8];
        likelihood.Evaluate(point, gradient);
        for (int i = 0; i < point.Length; i++)
        {
            double[] above = [.. point], below = [.. point];
            (above[i], below[i]) = (point[i] + 1e-5, point[i] - 1e-5);
            Assert.Equal((likelihood.Evaluate(above, ignored) - likelihood.Evaluate(below, ignored)) / 2e-5, gradient[i], 1e-5 * (1 + Math.Abs(gradient[i])));
        }
    }

    [Fact]
    public void The_scale_of_a_covariate_changes_its_coefficient_and_nothing_else()
    {
        var (histories, member) = Two(new BgNbd(0.8, 6, 0.6, 3), new BgNbd(0.8, 4, 1, 3), 400);
        var fit = BgNbd.Fit(histories, new(["member"], [member]));
        var other = BgNbd.Fit(histories, new(["member"], [[.. member.Select(value => 100 * value)]]));
        Assert.Equal(fit.LogLikelihood, other.LogLikelihood, 1e-6);
        Assert.Equal(fit.Coefficients[0].Estimate / 100, other.Coefficients[0].Estimate, 1e-5);
    }

    [Fact]
    public void Covariates_that_say_nothing_are_refused()
    {
        Assert.Contains("'channel' for all 3", Assert.Throws<InsufficientDataException>(() => new CustomerCovariates(["channel"], [[1, 1, 1]])).Message, StringComparison.Ordinal);
        Assert.Contains("1 values that are missing", Assert.Throws<UserOpsException>(() => new CustomerCovariates(["channel"], [[1, double.NaN, 1]])).Message, StringComparison.Ordinal);
        var (histories, _) = Two(new BgNbd(0.8, 6, 0.6, 3), new BgNbd(0.8, 4, 1, 3), 30);
        Assert.Contains("a column of 2 values", Assert.Throws<UserOpsException>(() => BgNbd.Fit(histories, new(["channel"], [[1, 2]]))).Message, StringComparison.Ordinal);
    }

    private static void Near(double[] truth, IReadOnlyList<CovariateCoefficient> found)
    {
        foreach (var (value, coefficient) in truth.Zip(found))
        {
            Assert.InRange(Math.Abs(coefficient.Estimate - value) / coefficient.StandardError!.Value, 0, 3);
            Assert.InRange(coefficient.StandardError.Value, 0.01, 0.6);
        }
    }

    private static (CustomerHistories, double[]) Two(PurchaseModel others, PurchaseModel members, int count)
    {
        var all = SimulatedBuyers.Make(others, count / 2, 52, 0, 3).Concat(SimulatedBuyers.Make(members, count / 2, 52, 0, 4)).Select((one, i) => one.History with { Id = $"c{i}" });
        return (CustomerHistories.From(TimeUnit.Week, all), [.. Enumerable.Range(0, count).Select(i => i < count / 2 ? 0.0 : 1)]);
    }
}
