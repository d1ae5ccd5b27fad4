using UserOps.Benchmarks.Measuring;
using UserOps.LifetimeValue;
using UserOps.LifetimeValue.Models;

namespace UserOps.Benchmarks.LifetimeValue;

/// <summary>The cost of a fit once code is warm, from histories in memory to parameters, and where it ended.</summary>
internal sealed record Fit(double CpuMs, double LogLikelihood, IReadOnlyList<double> Parameters);

internal static class Fits
{
    /// <summary>Fits every model so often and keeps the median cost.</summary>
    public static Dictionary<string, Fit> Measure(CustomerHistories histories, int runs)
    {
        var fits = new Dictionary<string, Fit>
        {
            ["bg_nbd"] = Median(runs, () => BgNbd.Fit(histories), fit => fit.LogLikelihood, fit => [fit.Model.R, fit.Model.Alpha, fit.Model.A, fit.Model.B]),
        };
        if (histories.MonetaryValue is not null)
            fits["gamma_gamma"] = Median(runs, () => GammaGamma.Fit(histories), fit => fit.LogLikelihood, fit => [fit.Model.P, fit.Model.Q, fit.Model.V]);
        return fits;
    }

    private static Fit Median<T>(int runs, Func<T> fit, Func<T, double> likelihood, Func<T, double[]> parameters)
    {
        T last = fit();
        for (int warm = 1; warm < Math.Min(runs, 20); warm++)
            fit();
        double[] costs = new double[runs];
        for (int run = 0; run < runs; run++)
        {
            (costs[run], last) = CpuClock.Measure(fit);
        }
        Array.Sort(costs);
        return new(costs[runs / 2], likelihood(last), parameters(last));
    }
}
