using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Benchmarks.Questions;
using UserOps.Data;

namespace UserOps.Benchmarks.Measuring;

/// <summary>The process that is measured: opens an export, asks every question, and says what it cost.</summary>
internal static class Worker
{
    /// <param name="path">The export.</param>
    /// <param name="loaded">Whether each question is asked a second time, which is its cost once code and data are warm.</param>
    public static ProcessCost Run(string path, bool loaded)
    {
        var parts = new Dictionary<string, double>();
        var data = Time(parts, "open", () => Dataset.Open(path));
        Time(parts, "arrange", () => data.Events);
        var answers = new JsonObject();
        foreach (var question in IQuestion.All)
            answers[question.Name] = JsonSerializer.SerializeToNode(Time(parts, question.Name, () => question.Ask(data)));
        foreach (var question in loaded ? IQuestion.All : [])
            Time(parts, $"{question.Name}_again", () => JsonSerializer.SerializeToNode(question.Ask(data)));
        using var process = Process.GetCurrentProcess();
        return new(Environment.CpuUsage.TotalTime.TotalSeconds, process.PeakWorkingSet64 / 1048576.0, parts, answers);
    }

    private static T Time<T>(Dictionary<string, double> parts, string name, Func<T> step)
    {
        var start = Environment.CpuUsage.TotalTime;
        var result = step();
        parts[name] = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        return result;
    }
}
