using System.Text.Json.Nodes;
using UserOps.Display;
using UserOps.Reports.Metrics;
using static UserOps.Reports.Tests.Runs;

namespace UserOps.Reports.Tests.Metrics;

public class MetricsFileTests
{
    private static NotebookReport Report(TimeSpan elapsed, string dataPath)
    {
        var run = Of(
            Code("a", Opened(Shop)),
            Code("b", Named(new("retention.d7", 0.1234567890123, "fraction") { N = 812, Interval = new(0.1, 0.15, 0.95), Better = Direction.Up }), Named(new("gmv", 1e6, "CNY"))));
        return new("review", (run with { Elapsed = elapsed }).With(
            new("window", "int", 7, false), new("data", "string", dataPath, true), new("map", "string[]", new[] { "orders.user_id=客户" }, true)));
    }

    [Fact]
    public void Equal_runs_give_equal_bytes_whatever_the_clock_and_the_machine()
    {
        string here = MetricsFile.Write(Report(TimeSpan.FromSeconds(1), "/home/ann/exports/shop"));
        string there = MetricsFile.Write(Report(TimeSpan.FromSeconds(9), "D:\\work\\shop\\"));
        Assert.Equal(here, there);
        Assert.DoesNotContain("ann", here, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_reads_as_agreed() =>
        Testing.Golden.Matches(MetricsFile.Write(Report(TimeSpan.Zero, "../data-samples/shop")), "review.metrics.json");

    [Fact]
    public void Keys_stand_in_order_at_every_level()
    {
        AssertSorted(JsonNode.Parse(MetricsFile.Write(Report(TimeSpan.Zero, "shop")))!);

        static void AssertSorted(JsonNode node)
        {
            if (node is JsonObject members)
                Assert.Equal(members.Select(member => member.Key).Order(StringComparer.Ordinal), members.Select(member => member.Key));
            foreach (var child in node is JsonObject parent ? parent.Select(member => member.Value) : node as JsonArray ?? [])
                if (child is not null)
                    AssertSorted(child);
        }
    }

    [Fact]
    public void Of_a_metric_named_twice_the_last_counts_and_the_report_warns()
    {
        var report = new NotebookReport("r", Of(Code("a", Named(new("x", 1, "users"))), Code("b", Named(new("x", 2, "users")))));
        Assert.Equal(2, Assert.Single(report.Metrics).Value);
        Assert.Contains("'x' is named more than once", Assert.Single(report.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_finite_number_reads_back_exactly() => CsCheck.Check.Sample(CsCheck.Gen.Double[-1e300, 1e300], value =>
    {
        var report = new NotebookReport("r", Of(Code("a", Named(new("x", value, "users")))));
        Assert.Equal(value, JsonNode.Parse(MetricsFile.Write(report))!["metrics"]!["x"]!["value"]!.GetValue<double>());
    }, iter: 300);
}
