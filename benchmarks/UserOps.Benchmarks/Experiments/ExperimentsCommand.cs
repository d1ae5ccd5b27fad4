using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using UserOps.Benchmarks.Measuring;
using UserOps.Experiments;
using UserOps.Experiments.Metrics;

namespace UserOps.Benchmarks.Experiments;

/// <summary>The verb <c>experiments</c>: twenty metrics of an A/B test with CUPED from stored events, and a bootstrapped difference, beside numpy and SciPy on the same numbers, in one run.</summary>
internal static class ExperimentsCommand
{
    public static Command Make(Option<string> folder, Option<string> python)
    {
        var users = new Option<int>("--users") { Description = "How many users are exposed.", DefaultValueFactory = _ => 10_000_000 };
        var command = new Command("experiments", "Compares twenty metrics of an experiment with CUPED, and a bootstrapped difference, beside numpy and SciPy on the same numbers and prints JSON.") { users };
        command.SetAction(parsed =>
        {
            string path = Path.Combine(parsed.GetValue(folder)!, FormattableString.Invariant($"experiment-{parsed.GetValue(users)}"));
            var made = SimulatedExperiment.Make(parsed.GetValue(users));
            Write(path, made);
            var peer = Child.Read<NumpyAnswers>(parsed.GetValue(python)!, [Path.Combine(AppContext.BaseDirectory, "experiments_numpy.py"), path]);
            var metrics = MetricsCost.Measure(made, peer);
            var bootstrap = BootstrapCost.Measure(parsed.GetValue(folder)!, parsed.GetValue(python)!);
            Console.WriteLine(JsonSerializer.Serialize(new { Machine.Description, Users = made.Users, Events = made.EventAt.Length, Metrics = metrics, Bootstrap = bootstrap }, Child.Json));
            return metrics.LargestDifference < 1e-6 && bootstrap.LargestDifference < 0.2 && bootstrap.WallMs < 5000 ? 0 : 1;
        });
        return command;
    }

    private static void Write(string folder, SimulatedExperiment made)
    {
        Directory.CreateDirectory(folder);
        Bytes<int>("arm.i32", made.Arm);
        Bytes<long>("at.i64", made.At);
        Bytes<int>("user.i32", made.EventUser);
        Bytes<byte>("name.u8", made.EventName);
        Bytes<long>("when.i64", made.EventAt);

        void Bytes<T>(string name, T[] values) where T : unmanaged
        {
            using var file = File.Create(Path.Combine(folder, name));
            foreach (T[] part in values.Chunk(1 << 20))
                file.Write(MemoryMarshal.AsBytes<T>(part));
        }
    }
}

/// <summary>What numpy and SciPy found and what it cost: reading the files is not counted.</summary>
internal sealed record NumpyAnswers(double CpuMs, double[] Effects, double[] StandardErrors, double[] PValues);

/// <summary>The median cost of three reports, and the largest relative difference to the peer.</summary>
internal sealed record MetricsCost(double CpuMs, double LargestDifference, double NumpyCpuMs)
{
    public double CpuRatio => Math.Round(NumpyCpuMs / CpuMs, 1);

    public static MetricsCost Measure(SimulatedExperiment made, NumpyAnswers peer)
    {
        var data = made.ToDataset();
        _ = data.Events.Count;
        var definition = new ExperimentDefinition
        {
            Metrics = [.. SimulatedExperiment.Names.Select(name => new ExperimentMetric.Mean(name, new Measure.Events(name)))],
            WithinDays = SimulatedExperiment.WithinDays,
            PreDays = SimulatedExperiment.BeforeDays,
        };
        var runs = Enumerable.Range(0, 3).Select(_ => CpuClock.Measure(() => data.Experiment(definition))).ToArray();
        var effects = runs[0].Answer.Effects.Comparisons.Select(one => one.Effect!.Absolute).ToArray();
        double largest = effects.Select((effect, i) => Math.Max(Apart(effect.StandardError!.Value, peer.StandardErrors[i]), Math.Abs(effect.Value - peer.Effects[i]) / peer.StandardErrors[i])).Max();
        return new(runs.Select(run => run.CpuMs).Order().ElementAt(1), largest, peer.CpuMs);
    }

    private static double Apart(double a, double b) => Math.Abs(a - b) / Math.Abs(b);
}
