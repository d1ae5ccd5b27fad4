using System.Diagnostics;
using System.Text.Json;

namespace UserOps.Benchmarks.Measuring;

/// <summary>Runs a worker or the peer as a process of its own.</summary>
internal static class Child
{
    public static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    private static readonly JsonSerializerOptions OneLine = new(Json) { WriteIndented = false };

    private static readonly string Name = OperatingSystem.IsWindows() ? "UserOps.Benchmarks.exe" : "UserOps.Benchmarks";

    /// <summary>This program compiled ahead of time, as the product is; else as it runs here.</summary>
    private static string Worker => Path.Combine(AppContext.BaseDirectory, "worker", Name) is var ahead && File.Exists(ahead) ? ahead : Path.Combine(AppContext.BaseDirectory, Name);

    /// <summary>The library on a file, with a cache folder of its own.</summary>
    public static ProcessCost UserOps(string csv, string cache, bool loaded) =>
        Read<ProcessCost>(Worker, ["answer", csv, loaded ? "loaded" : "once"], ("USEROPS_CACHE", cache));

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
