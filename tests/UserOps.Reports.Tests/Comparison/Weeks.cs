using UserOps.Data;
using UserOps.Differences;
using UserOps.Display;
using UserOps.Funnels;
using UserOps.Reports.Comparison;
using UserOps.Samples;

namespace UserOps.Reports.Tests.Comparison;

/// <summary>Successive exports of one simulated shop, reviewed. The days are after all campaigns and holidays of the simulation: nothing but growth changes by itself.</summary>
internal static class Weeks
{
    private static readonly DateOnly Start = new ShopOptions().Start;

    /// <summary>The review of the 28 days that begin on a day of the simulation, counted from 0.</summary>
    public static RecordedReport Review(int seed, int users, int day, ShopChange? change = null)
    {
        using var folder = new TemporaryFolder();
        ShopSample.Write(folder["shop"], new() { Users = users, Seed = seed, Days = 280, ExportFrom = Day(day), ExportUntil = Day(day + 28), Change = change });
        var data = Dataset.Open(folder["shop"], new OpenOptions { UseCache = false });
        Metric[] metrics = [.. Aarrr.Review(data).Metrics, data.Funnel("visit", "view_product", "cart", "checkout", "pay").ConversionMetric("core_path.conversion", "Core-path conversion")];
        return new($"day {day}", new("review", metrics.ToDictionary(metric => metric.Name)) { Code = "same", Program = "same" },
            new("secret", metrics.Where(metric => metric.Evidence is not null).Select(metric => (metric.Name, Evidence: (UserEvidence?)metric.Evidence!())).Where(pair => pair.Evidence is not null).ToDictionary(pair => pair.Name, pair => pair.Evidence!)));
    }

    public static DateOnly Day(int day) => Start.AddDays(day);
}
