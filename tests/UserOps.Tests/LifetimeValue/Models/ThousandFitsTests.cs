using UserOps.LifetimeValue;
using UserOps.LifetimeValue.Models;
using UserOps.Samples;
using UserOps.Testing;

namespace UserOps.Tests.LifetimeValue.Models;

/// <summary>Fits of simulated data over the parameters that papers report: no start at the truth may end higher than the fit.</summary>
public class ThousandFitsTests(ITestOutputHelper output)
{
    [SlowFact]
    public void A_thousand_fits_of_BG_NBD_end_as_high_as_from_the_truth() => Fit(1000, BgNbd.Fit, (r, alpha, a, b) => new BgNbd(r, alpha, a, b));

    [SlowFact]
    public void A_hundred_fits_of_Pareto_NBD_end_as_high_as_from_the_truth() => Fit(100, ParetoNbd.Fit, (r, alpha, s, beta) => new ParetoNbd(r, alpha, s, 4 * beta));

    [Fact]
    public void Twenty_fits_of_BG_NBD_end_as_high_as_from_the_truth() => Fit(20, BgNbd.Fit, (r, alpha, a, b) => new BgNbd(r, alpha, a, b));

    private void Fit<T>(int sets, Func<CustomerHistories, PurchaseModelFit<T>> fit, Func<double, double, double, double, T> create) where T : PurchaseModel, IFittable<T>
    {
        int boundary = 0, refused = 0, notConverged = 0;
        double worst = 0, worstGradient = 0;
        for (int set = 0; set < sets; set++)
        {
            var chance = Chance.For(7, Purpose.Resample, set);
            // Published fits: r .2–3, α 1–60 weeks, a .1–4, b .5–15.
            var truth = create(Between(ref chance, 0.2, 3), Between(ref chance, 1, 60), Between(ref chance, 0.1, 4), Between(ref chance, 0.5, 15));
            var histories = SimulatedBuyers.Histories(SimulatedBuyers.Make(truth, 200 + chance.Below(1800), 20 + 60 * chance.Unit(), 0, set));
            if (histories.Frequency.Count(x => x > 0) < 10)
            {
                Assert.Throws<InsufficientDataException>(() => fit(histories));
                refused++;
                continue;
            }
            var fitted = fit(histories);
            var fromTruth = ModelFitting.Search<T>(fitted.Patterns, [[.. truth.Values.Select(value => Math.Log(value))]]);
            worst = Math.Max(worst, fromTruth.LogLikelihood - fitted.LogLikelihood);
            boundary += fitted.IsOnBoundary ? 1 : 0;
            notConverged += fitted.Maximum.IsConverged ? 0 : 1;
            if (!fitted.IsOnBoundary)
                worstGradient = Math.Max(worstGradient, fitted.Maximum.Gradient.Max(Math.Abs) / fitted.Customers);
        }
        output.WriteLine(FormattableString.Invariant(
            $"{typeof(T).Name}: {sets} sets, {refused} refused for want of repeat buyers, {boundary} on the boundary, {notConverged} not converged, worst shortfall of log-likelihood {worst:G3}, worst gradient a customer {worstGradient:G3}"));
        Assert.True(worst < 1e-3, $"worst shortfall {worst}");
        Assert.True(worstGradient < 1e-5, $"worst gradient {worstGradient}");
        Assert.Equal(0, notConverged);
    }

    private static double Between(ref Chance chance, double low, double high) => low * Math.Pow(high / low, chance.Unit());
}
