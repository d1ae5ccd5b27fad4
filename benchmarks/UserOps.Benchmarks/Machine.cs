using System.Runtime.InteropServices;

namespace UserOps.Benchmarks;

internal static class Machine
{
    public static string Description => FormattableString.Invariant($"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");
}
