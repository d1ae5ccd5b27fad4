using CsCheck;
using MathNet.Numerics;
using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class MaximumLikelihoodTests
{
    private static readonly double[] Waits = [0.8, 3.1, 0.2, 7.4, 1.9, 2.6, 0.5, 4.4, 1.1, 5.0, 0.9, 2.2];

    [Fact]
    public void The_exponential_rate_is_one_over_the_mean_with_error_rate_over_root_n()
    {
        // Closed form: rate = n / Σ, standard error of its logarithm 1 / √n.
        var fit = MaximumLikelihood.Find(Exponential, [[0.0], [3.0]]);
        Assert.True(fit.IsConverged);
        // The search ends where a step would gain 1e-10, which is 4e-6 in the logarithm of the rate here.
        Assert.Equal(Math.Log(Waits.Length / Waits.Sum()), fit.Parameters[0], 1e-5);
        Assert.Equal(1 / Math.Sqrt(Waits.Length), fit.StandardErrors[0], 1e-6);
    }

    [Fact]
    public void A_profile_interval_is_where_the_log_likelihood_has_fallen_by_half_the_chi_square()
    {
        // The log-likelihood falls by n (log u − u + 1) with u the ratio of rates; 1.9207 is half of the 95 % point of χ² with 1 degree of freedom.
        var fit = MaximumLikelihood.Find(Exponential, [[0.0]]);
        var interval = MaximumLikelihood.Profile(fit, 0, 0.95);
        foreach (double bound in new[] { interval.Lower, interval.Upper })
        {
            double ratio = Math.Exp(bound - fit.Parameters[0]);
            Assert.Equal(-1.9207294103470620, Waits.Length * (Math.Log(ratio) - ratio + 1), 1e-4);
        }
        Assert.True(interval.Lower < fit.Parameters[0] && fit.Parameters[0] < interval.Upper);
    }

    [Fact]
    public void Gamma_shape_and_scale_match_SciPy()
    {
        // scipy.stats.gamma.fit(waits, floc=0) of SciPy 1.10.1.
        var fit = MaximumLikelihood.Find(GammaDensity, [[0.0, 0.0], [2.0, -2.0]]);
        Assert.Equal(1.3517206, Math.Exp(fit.Parameters[0]), 1e-5);
        Assert.Equal(1.8556597, Math.Exp(fit.Parameters[1]), 1e-5);
    }

    [Fact]
    public void The_banana_of_Rosenbrock_1960_ends_at_its_minimum_from_everywhere() =>
        Gen.Double[-5, 5].Array[2].Sample(start =>
        {
            var end = Bfgs.Minimize(Rosenbrock, start, ParameterBox.Unbounded(2), 1e-14);
            Assert.Equal(1, end.Point[0], 1e-4);
            Assert.Equal(1, end.Point[1], 1e-4);
        }, iter: 300);

    [Fact]
    public void Inside_a_box_the_minimum_at_the_edge_is_found()
    {
        // x ≤ 0.5: the minimum of the rest is at y = x² = 0.25.
        var end = Bfgs.Minimize(Rosenbrock, [-1.2, 1], new([-2, -2], [0.5, 2]), 1e-14);
        Assert.Equal(0.5, end.Point[0], 1e-9);
        Assert.Equal(0.25, end.Point[1], 1e-6);
    }

    [Fact]
    public void A_likelihood_that_rises_without_end_is_a_boundary()
    {
        // Ten successes of ten: the log-odds go to infinity.
        var fit = MaximumLikelihood.Find((point, gradient) =>
        {
            gradient[0] = -10 / (1 + Math.Exp(point[0]));
            return 10 * Math.Log(1 + Math.Exp(-point[0]));
        }, [[0.0]], ParameterBox.Around(1, 30));
        Assert.True(fit.IsOnBoundary[0]);
        Assert.True(double.IsNaN(fit.StandardErrors[0]));
        Assert.Equal(0, fit.LogLikelihood, 1e-6);
    }

    [Fact]
    public void Starts_without_a_likelihood_are_refused_only_if_all_are()
    {
        Assert.Throws<UserOpsException>(() => MaximumLikelihood.Find((_, _) => double.NaN, [[1.0], [2.0]]));
        Assert.True(MaximumLikelihood.Find(Exponential, [[double.NaN], [0.0]]).IsConverged);
    }

    private static double Exponential(ReadOnlySpan<double> point, Span<double> gradient)
    {
        double rate = Math.Exp(point[0]), sum = Waits.Sum();
        gradient[0] = rate * sum - Waits.Length;
        return rate * sum - Waits.Length * point[0];
    }

    private static double GammaDensity(ReadOnlySpan<double> point, Span<double> gradient)
    {
        double shape = Math.Exp(point[0]), scale = Math.Exp(point[1]), sum = Waits.Sum(), logs = Waits.Sum(Math.Log);
        int n = Waits.Length;
        gradient[0] = shape * (n * (SpecialFunctions.DiGamma(shape) + point[1]) - logs);
        gradient[1] = n * shape - sum / scale;
        return n * (SpecialFunctions.GammaLn(shape) + shape * point[1]) - (shape - 1) * logs + sum / scale;
    }

    private static double Rosenbrock(ReadOnlySpan<double> point, Span<double> gradient)
    {
        (double x, double y) = (point[0], point[1]);
        gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
        gradient[1] = 200 * (y - x * x);
        return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
    }
}
