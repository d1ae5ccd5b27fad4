using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using UserOps.Attribution;
using UserOps.Benchmarks.Measuring;
using UserOps.Data;

namespace UserOps.Benchmarks.Attribution;

/// <summary>The verb <c>attribution</c>: Markov chains and Shapley values beside NumPy and SciPy on the same paths, in one run.</summary>
internal static class AttributionCommand
{
    private const int Runs = 10;
    private const double MostDifference = 1e-9, MostMilliseconds = 1000;

    private static readonly Dictionary<string, AttributionRule> Rules = new()
    {
        ["markov_1"] = new AttributionRule.Markov(1),
        ["markov_2"] = new AttributionRule.Markov(2),
        ["markov_3"] = new AttributionRule.Markov(3),
        ["shapley"] = new AttributionRule.Shapley(),
    };

    public static Command Make(Option<string> folder, Option<string> python)
    {
        var table = new Option<string>("--paths")
        {
            Description = "A table of paths with the columns of ChannelAttribution's PathData.",
            DefaultValueFactory = _ => Path.Combine("..", "shared", "data", "channel-attribution", "PathData.csv.gz"),
        };
        var command = new Command("attribution", "Divides credit by Markov chains and Shapley values beside NumPy and SciPy on the same paths and prints JSON.") { table };
        command.SetAction(parsed =>
        {
            Directory.CreateDirectory(parsed.GetValue(folder)!);
            var paths = TypedTable.Open(parsed.GetValue(table)!);
            string csv = Path.Combine(parsed.GetValue(folder)!, "paths.csv");
            Write(paths, csv);
            var peers = Child.Read<Dictionary<string, Credits>>(parsed.GetValue(python)!, [Path.Combine(AppContext.BaseDirectory, "attribution_scipy.py"), csv, Runs.ToString(CultureInfo.InvariantCulture)]);
            var journeys = CustomerJourneys.From(paths, new PathColumns { Nulls = "total_null" });
            var beside = Rules.ToDictionary(rule => rule.Key, rule => Compare(Measure(journeys, rule.Value), peers[rule.Key]));
            Console.WriteLine(JsonSerializer.Serialize(new { Machine.Description, Paths = paths.RowCount, Rules = beside }, Child.Json));
            return beside.Values.All(one => one.LargestDifference <= MostDifference && one.CpuMs < MostMilliseconds) ? 0 : 1;
        });
        return command;
    }

    private static Credits Measure(CustomerJourneys journeys, AttributionRule rule)
    {
        RuleCredit Ask() => journeys.Attribute(new() { Rules = [rule], Replicates = 0 })[rule];
        for (int warm = 0; warm < Runs; warm++)
            Ask();
        (double CpuMs, RuleCredit Answer)[] asked = [.. Enumerable.Range(0, Runs).Select(_ => CpuClock.Measure(Ask)).OrderBy(one => one.CpuMs)];
        return new(asked[Runs / 2].CpuMs, asked[0].Answer.Credits.ToDictionary(credit => credit.Channel, credit => credit.Share));
    }

    private static Beside Compare(Credits ours, Credits peer) => new(
        Math.Round(ours.CpuMs, 2), Math.Round(peer.CpuMs, 2), Math.Round(peer.CpuMs / ours.CpuMs, 1), peer.Shares.Max(share => Math.Abs(share.Value - ours.Shares[share.Key])));

    private static void Write(TypedTable paths, string csv)
    {
        (var words, double[] conversions, double[] nulls) = (paths.Get<TextColumn>("path"), paths.Get<NumberColumn>("total_conversions").Values, paths.Get<NumberColumn>("total_null").Values);
        using var writer = new StreamWriter(csv);
        writer.WriteLine("path,conversions,nulls");
        for (int row = 0; row < paths.RowCount; row++)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{words[row]},{conversions[row]:R},{nulls[row]:R}"));
    }

    /// <summary>What a rule cost, from journeys in memory to shares, and the shares.</summary>
    private sealed record Credits(double CpuMs, Dictionary<string, double> Shares);

    private sealed record Beside(double CpuMs, double ScipyCpuMs, double CpuRatio, double LargestDifference);
}
