using System.Text.Json.Nodes;

namespace UserOps.Benchmarks.Measuring;

/// <summary>What a process cost from its start to its end, and what it answered.</summary>
/// <param name="CpuSeconds">User and system time, the start of the runtime included.</param>
/// <param name="PeakMb">The largest resident memory, in MiB.</param>
/// <param name="Parts">CPU seconds of opening and of each question.</param>
/// <param name="Answers">The answers by question.</param>
internal sealed record ProcessCost(double CpuSeconds, double PeakMb, IReadOnlyDictionary<string, double> Parts, JsonObject Answers)
{
    /// <summary>The cost without asking the questions a second time.</summary>
    public double CpuSecondsOfFirstAnswers() => CpuSeconds - Parts.Where(part => part.Key.EndsWith("_again", StringComparison.Ordinal)).Sum(part => part.Value);
}
