using System.Diagnostics;
using System.Text.Json;

namespace UserOps.Benchmarks.Measuring;

/// <summary>Runs a worker or the peer as a process of its own.</summary>
internal static class Child
{
    public static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    private static readonly JsonSerializerOptions OneLine = new(Json) { WriteIndented = false };

    private static string Self => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "UserOps.Benchmarks.exe" : "UserOps.Benchmarks");

    /// <summary>The library on a file, with a cache folder of its own.</summary>
    public static ProcessCost UserOps(string csv, string cache, bool loaded) =>
        Read<ProcessCost>(Self, ["answer", csv, loaded ? "loaded" : "once"], ("USEROPS_CACHE", cache));

    /// <summary>The same questions in pandas.</summary>
    public static ProcessCost Pandas(string python, string script, string csv) => Read<ProcessCost>(python, [script, csv]);

    public static void Answer(ProcessCost cost) => Console.WriteLine(JsonSerializer.Serialize(cost, OneLine));

    /// <summary>What a program prints, one line of JSON.</summary>
    public static T Read<T>(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<T>(output, OneLine)!
            : throw new InvalidOperationException($"{program} ended with exit code {process.ExitCode}.");
    }
}
