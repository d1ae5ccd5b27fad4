using System.CommandLine;
using System.Text.Json;
using UserOps.Benchmarks;
using UserOps.Benchmarks.Attribution;
using UserOps.Benchmarks.Experiments;
using UserOps.Benchmarks.Kernel;
using UserOps.Benchmarks.LifetimeValue;
using UserOps.Benchmarks.Measuring;
using UserOps.Benchmarks.Models;
using UserOps.Benchmarks.Uplift;

if (args is ["answer", var export, var mode])
{
    Child.Answer(Worker.Run(export, mode == "loaded"));
    return 0;
}

var events = new Option<long[]>("--events") { Description = "How many events, one export a number.", DefaultValueFactory = _ => [1_000_000, 10_000_000], AllowMultipleArgumentsPerToken = true };
var runs = new Option<int>("--runs") { Description = "How often each process runs; the cheapest counts.", DefaultValueFactory = _ => 3 };
var folder = new Option<string>("--folder") { Description = "Where exports are made and kept.", Recursive = true, DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "userops-benchmarks") };
var python = new Option<string>("--python") { Description = "The Python that has pandas, SciPy and scikit-learn.", Recursive = true, DefaultValueFactory = _ => "/usr/bin/python3" };
var command = new RootCommand("Measures what opening an export and asking it costs, beside the same work in pandas, and prints JSON.") { events, runs, folder, python };
command.Subcommands.Add(LtvCommand.Make(folder, python));
command.Subcommands.Add(ModelsCommand.Make(folder, python));
command.Subcommands.Add(AttributionCommand.Make(folder, python));
command.Subcommands.Add(UpliftCommand.Make(folder, python));
command.Subcommands.Add(ExperimentsCommand.Make(folder, python));
command.Subcommands.Add(KernelCommand.Make(folder, python));
command.SetAction(parsed =>
{
    Comparison[] sizes = [.. parsed.GetValue(events)!.Order().Select(count =>
        Comparison.Measure(count, parsed.GetValue(runs), parsed.GetValue(folder)!, parsed.GetValue(python)!))];
    Console.WriteLine(JsonSerializer.Serialize(new { Machine.Description, Sizes = sizes.Select(size => size.Summary), Growth = Growth.Of(sizes) }, Child.Json));
    return sizes.All(size => size.Differences.Count == 0) ? 0 : 1;
});
return command.Parse(args).Invoke();
