using UserOps.Benchmarks.Measuring;
using UserOps.Segments.Clustering;

namespace UserOps.Benchmarks.Models;

/// <summary>Five clusters with all their starts: the median cost of three seeds, and the worst end of them.</summary>
internal sealed record ClusterCost(double CpuMs, double Inertia, SklearnClusters Sklearn)
{
    public double CpuRatio => Math.Round(Sklearn.CpuMs / CpuMs, 1);

    public double CpuRatioToOneStart => Math.Round(Sklearn.OneStartCpuMs / CpuMs, 1);

    public double InertiaRatio => Inertia / Sklearn.Inertia;

    public static ClusterCost Measure(double[][] columns, SklearnClusters peer)
    {
        KMeans.Fit(Points.Of(columns), 5, seed: 0);
        var runs = Enumerable.Range(1, 3).Select(seed => CpuClock.Measure(() => KMeans.Fit(Points.Of(columns), 5, seed))).ToArray();
        return new(runs.Select(run => run.CpuMs).Order().ElementAt(1), runs.Max(run => run.Answer.Within), peer);
    }
}
