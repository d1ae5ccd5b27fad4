namespace UserOps.Benchmarks.Measuring;

/// <summary>CPU time of this process, all threads and the kernel's share included.</summary>
internal static class CpuClock
{
    public static (double CpuMs, T Answer) Measure<T>(Func<T> work)
    {
        var start = Environment.CpuUsage.TotalTime;
        var answer = work();
        return ((Environment.CpuUsage.TotalTime - start).TotalMilliseconds, answer);
    }
}
