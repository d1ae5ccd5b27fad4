using System.Diagnostics;
using MathNet.Numerics.Distributions;
using UserOps.Benchmarks.Measuring;
using UserOps.Experiments;
using UserOps.Experiments.Resampling;
using UserOps.Statistics;

namespace UserOps.Benchmarks.Experiments;

/// <summary>The BCa interval of a difference of mean revenue by 10,000 resamples, beside scipy.stats.bootstrap on the same users.</summary>
internal sealed record BootstrapCost(double CpuMs, double WallMs, double Lower, double Upper, ScipyBootstrap Scipy)
{
    private const int Users = 50_000, Resamples = 10_000;

    public double CpuRatio => Math.Round(Scipy.CpuMs / CpuMs, 1);

    /// <summary>The larger distance of a bound to SciPy's, in standard errors: resampling alone moves bounds by about 0.03.</summary>
    public double LargestDifference => Math.Max(Math.Abs(Lower - Scipy.Lower), Math.Abs(Upper - Scipy.Upper)) / Scipy.StandardError;

    public static BootstrapCost Measure(string folder, string python)
    {
        var random = new Random(1);
        double[][] arms = [.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, Users / 2).Select(_ => LogNormal.Sample(random, 0, 1)).ToArray())];
        string path = Path.Combine(folder, $"revenue-{Users}.f64");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(path, [.. arms.SelectMany(arm => arm).SelectMany(BitConverter.GetBytes)]);
        var peer = Child.Read<ScipyBootstrap>(python, [Path.Combine(AppContext.BaseDirectory, "bootstrap_scipy.py"), path, $"{Resamples}"]);
        EffectEstimate Ask() => BootstrapEffects.Between(arms[0], arms[1], new ArmStatistic.Mean(), seed: 1, replicates: Resamples).Absolute;
        Ask();
        var watch = Stopwatch.StartNew();
        var (cpu, found) = CpuClock.Measure(Ask);
        return new(cpu, watch.Elapsed.TotalMilliseconds, found.Interval.Lower, found.Interval.Upper, peer);
    }
}

/// <summary>What SciPy found and what it cost.</summary>
internal sealed record ScipyBootstrap(double CpuMs, double Lower, double Upper, double StandardError);
