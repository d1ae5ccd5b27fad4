using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Benchmarks.Measuring;
using UserOps.LifetimeValue;

namespace UserOps.Benchmarks.LifetimeValue;

/// <summary>The verb <c>ltv</c>: fits of lifetime-value models beside SciPy on the same histories, in one run.</summary>
internal static class LtvCommand
{
    public static Command Make(Option<string> folder, Option<string> python)
    {
        var customers = new Option<int>("--customers") { Description = "How many simulated customers.", DefaultValueFactory = _ => 500_000 };
        var histories = new Option<string>("--histories")
        {
            Description = "Published histories (ID, frequency, recency, T) to fit as well, such as those of CDNOW.",
            DefaultValueFactory = _ => Path.Combine("..", "shared", "data", "cdnow", "cdnow_customers_summary.csv"),
        };
        var command = new Command("ltv", "Fits BG/NBD and Gamma-Gamma beside SciPy on the same histories and prints JSON.") { customers, histories };
        command.SetAction(parsed =>
        {
            Directory.CreateDirectory(parsed.GetValue(folder)!);
            List<Case> cases = [];
            if (File.Exists(parsed.GetValue(histories)))
                cases.Add(Compare("CDNOW", Read(parsed.GetValue(histories)!), 50, parsed.GetValue(folder)!, parsed.GetValue(python)!));
            cases.Add(Compare("simulated", SimulatedCustomers.Make(parsed.GetValue(customers)), 3, parsed.GetValue(folder)!, parsed.GetValue(python)!));
            Console.WriteLine(JsonSerializer.Serialize(new { Machine.Description, Cases = cases }, Child.Json));
            return cases.TrueForAll(one => one.IsAsHigh) ? 0 : 1;
        });
        return command;
    }

    private static Case Compare(string name, CustomerHistories histories, int runs, string folder, string python)
    {
        string path = Path.Combine(folder, $"histories-{histories.Count}.csv");
        Write(histories, path);
        var ours = Fits.Measure(histories, runs);
        var peers = Child.Read<Dictionary<string, JsonObject>>(python, [Path.Combine(AppContext.BaseDirectory, "ltv_scipy.py"), path, runs.ToString(CultureInfo.InvariantCulture)]);
        return new(name, histories.Count, ours.ToDictionary(pair => pair.Key, pair => new Beside(pair.Value, peers[pair.Key])));
    }

    private static CustomerHistories Read(string path)
    {
        double[][] rows = [.. File.ReadLines(path).Skip(1).Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        return CustomerHistories.FromColumns(TimeUnit.Week, [.. rows.Select(row => row[0].ToString(CultureInfo.InvariantCulture))],
            [.. rows.Select(row => row[1])], [.. rows.Select(row => row[2])], [.. rows.Select(row => row[3])]);
    }

    private static void Write(CustomerHistories histories, string path)
    {
        using var writer = new StreamWriter(path);
        writer.WriteLine("frequency,recency,age,value");
        foreach (var one in histories)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one.Frequency},{one.Recency:R},{one.Age:R},{(double.IsNaN(one.MonetaryValue) ? "" : one.MonetaryValue):R}"));
    }

    /// <summary>The models fitted to some histories; speed counts only where no likelihood is lower than the peer's.</summary>
    private sealed record Case(string Name, int Customers, IReadOnlyDictionary<string, Beside> Models)
    {
        public bool IsAsHigh => Models.Values.All(model => model.LogLikelihoodDifference > -0.01);
    }

    private sealed record Beside(Fit UserOps, JsonObject Scipy)
    {
        public double CpuRatio => Math.Round(Scipy["cpu_ms"]!.GetValue<double>() / UserOps.CpuMs, 1);

        public double LogLikelihoodDifference => UserOps.LogLikelihood - Scipy["log_likelihood"]!.GetValue<double>();
    }
}
