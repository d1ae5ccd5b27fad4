using UserOps.Benchmarks.Data;
using UserOps.Benchmarks.Measuring;

namespace UserOps.Benchmarks;

/// <summary>One size of export: the library from the CSV, from its cache, and pandas, each as a process of its own, one after the other.</summary>
internal sealed record Comparison(long Events, ProcessCost Pandas, ProcessCost Cold, ProcessCost Warm, IReadOnlyList<string> Differences)
{
    /// <summary>Runs everything <paramref name="runs"/> times in turn and keeps the cheapest of each, the one least disturbed.</summary>
    public static Comparison Measure(long events, int runs, string folder, string python)
    {
        string csv = EventCsv.Make(folder, events), script = Path.Combine(AppContext.BaseDirectory, "pandas_growth.py");
        List<ProcessCost> pandas = [], cold = [], warm = [];
        for (int run = 0; run < runs; run++)
        {
            var cache = Directory.CreateTempSubdirectory("userops-cache-");
            Progress($"{events:N0} events, run {run + 1} of {runs}");
            pandas.Add(Child.Pandas(python, script, csv));
            cold.Add(Child.UserOps(csv, cache.FullName, loaded: false));
            warm.Add(Child.UserOps(csv, cache.FullName, loaded: true));
            cache.Delete(recursive: true);
        }
        string[] differences = [.. Answers.Compare(Cheapest(pandas).Answers, Cheapest(cold).Answers), .. Answers.Compare(Cheapest(pandas).Answers, Cheapest(warm).Answers)];
        return new(events, Cheapest(pandas), Cheapest(cold), Cheapest(warm), differences);
    }

    /// <summary>The figures without the answers.</summary>
    public object Summary => new
    {
        Events,
        Pandas = Figures(Pandas),
        Cold = Figures(Cold),
        Warm = Figures(Warm),
        Ratios = new
        {
            CpuCold = Round(Pandas.CpuSeconds / Cold.CpuSeconds),
            CpuWarm = Round(Pandas.CpuSeconds / Warm.CpuSecondsOfFirstAnswers()),
            MemoryCold = Round(Cold.PeakMb / Pandas.PeakMb),
            MemoryWarm = Round(Warm.PeakMb / Pandas.PeakMb),
        },
        SameAnswers = Differences.Count == 0,
        Differences,
    };

    private static object Figures(ProcessCost cost) => new
    {
        CpuSeconds = Round(cost.CpuSecondsOfFirstAnswers()),
        PeakMb = Math.Round(cost.PeakMb),
        Parts = cost.Parts.ToDictionary(part => part.Key, part => Round(part.Value)),
    };

    private static ProcessCost Cheapest(List<ProcessCost> costs) => costs.MinBy(cost => cost.CpuSeconds)!;

    private static double Round(double value) => Math.Round(value, 3);

    private static void Progress(FormattableString text) => Console.Error.WriteLine(FormattableString.Invariant(text));
}
