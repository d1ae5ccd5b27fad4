namespace UserOps.Benchmarks;

/// <summary>How the cost grows with the export: a factor of ten in events should cost no more than eleven times as much.</summary>
internal static class Growth
{
    public static IEnumerable<object> Of(IReadOnlyList<Comparison> sizes) => sizes.Zip(sizes.Skip(1), (small, large) => new
    {
        From = small.Events,
        To = large.Events,
        Factor = (double)large.Events / small.Events,
        CpuCold = Math.Round(large.Cold.CpuSeconds / small.Cold.CpuSeconds, 2),
        CpuWarm = Math.Round(large.Warm.CpuSeconds / small.Warm.CpuSeconds, 2),
        PandasCpu = Math.Round(large.Pandas.CpuSeconds / small.Pandas.CpuSeconds, 2),
    });
}
