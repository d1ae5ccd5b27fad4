using System.Text.Json;

namespace UserOps.Tests.Samples;

public class DirtTests
{
    private static readonly SampleFolder Shop = SampleFolder.Of("shop");
    private static readonly JsonElement Events = Shop.Truth.GetProperty("dirt").GetProperty("events");
    private static readonly JsonElement Clean = Shop.Truth.GetProperty("without_dirt");

    [Fact]
    public void Repeated_rows_are_as_many_as_the_truth_states()
    {
        string[] lines = File.ReadAllLines(Shop.FilePath("events.csv"));
        Assert.Equal(Count("duplicate_rows"), lines.Length - lines.Distinct().Count());
        string[] users = File.ReadAllLines(Shop.FilePath("users.csv"));
        Assert.Equal(Shop.Truth.GetProperty("dirt").GetProperty("users").GetProperty("duplicate_rows").GetInt32(), users.Length - users.Distinct().Count());
    }

    [Fact]
    public void Every_other_kind_of_dirt_is_as_frequent_as_the_truth_states()
    {
        var rows = Shop.Rows("events").ToList();
        Assert.Equal(Count("rows_without_user"), rows.Count(row => row[0].Length == 0));
        Assert.Equal(Count("broken_rows"), rows.Count(row => row.Length != 8));
        Assert.Equal(Count("rows_with_impossible_time"), rows.Count(row => row.Length == 8 && row[2] == "2106-02-07 14:28:15"));
        Assert.Equal(Count("rows_of_test_accounts"), rows.Count(row => row[0].StartsWith("test_", StringComparison.Ordinal)));
        Assert.InRange(Count("broken_rows"), 1, rows.Count / 100);
    }

    [Fact]
    public void Rows_written_late_stand_behind_a_later_day()
    {
        var latest = DateTime.MinValue;
        int late = 0;
        foreach (var e in Shop.CleanEvents())
        {
            late += e.At < latest ? 1 : 0;
            latest = e.At > latest ? e.At : latest;
        }
        Assert.Equal(Count("rows_written_late"), late);
    }

    [Fact]
    public void Without_the_dirt_the_simulation_is_left()
    {
        Assert.Equal(Clean.GetProperty("users").GetInt32(), Shop.Users().Count);
        Assert.Equal(Clean.GetProperty("events").GetInt32(), Shop.CleanEvents().Count());
        Assert.Equal(Clean.GetProperty("order_lines").GetInt32(), Shop.Rows("orders").Count());
        Assert.Equal(Clean.GetProperty("orders").GetInt32(), Shop.Rows("orders").DistinctBy(row => row[0]).Count());
    }

    [Fact]
    public void Every_payment_is_an_order_and_every_order_a_payment()
    {
        var paid = Shop.CleanEvents().Where(e => e.Name == "pay").Select(e => (e.User, e.At)).Order();
        var ordered = Shop.Rows("orders").DistinctBy(row => row[0]).Select(row => (row[1], SampleFolder.Time(row[2]))).Order();
        Assert.Equal(ordered, paid);
    }

    [Fact]
    public void Amounts_add_up_and_refunds_stay_within_them()
    {
        foreach (string[] row in Shop.Rows("orders"))
        {
            double gross = SampleFolder.Number(row[5]) * SampleFolder.Number(row[6]);
            Assert.Equal(gross - SampleFolder.Number(row[7]), SampleFolder.Number(row[8]), 6);
            Assert.Equal(row[11] == "refunded" ? SampleFolder.Number(row[8]) : 0, SampleFolder.Number(row[9]), 6);
        }
    }

    private static int Count(string kind) => Events.GetProperty(kind).GetInt32();
}
