using UserOps.Data;
using UserOps.Display;
using UserOps.Revenue;
using UserOps.Testing;
using UserOps.Time;

namespace UserOps.Tests.Revenue;

public class RevenueRenderingTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Period January = new(new(2024, 1, 1), new(2024, 2, 1)), February = new(new(2024, 2, 1), new(2024, 3, 1));

    private static readonly Dataset Shop = Dataset.From(
        users: [.. Enumerable.Range(0, 12).Select(i => new UserRow($"u{i:00}", Channel: i % 2 == 0 ? "search" : "feed"))],
        events: [.. from user in Enumerable.Range(0, 12) from day in new[] { 0, 59 } select new EventRow($"u{user:00}", "visit", Start.AddDays(day))],
        orders:
        [
            .. from user in Enumerable.Range(0, 10) from day in new[] { user, user + 7, user + 32 } where (user + day) % 3 != 0 select Order(user, day),
            Order(10, 40), Order(11, 41), Order(11, 42), new("u00", Start.AddDays(45), -5),
        ]);

    private static OrderRow Order(int user, int day) =>
        new($"u{user:00}", Start.AddDays(day), (day < 31 ? 10 : 12) * (user + 1), Refund: user == 4 ? 5 : 0);

    [Fact]
    public void Revenue_reads_as_text() => Golden.Matches(Shop.Revenue().ToString(), "revenue.txt");

    [Fact]
    public void A_change_reads_as_text() => Golden.Matches(Shop.RevenueChange(January, February).ToString(), "revenue-change.txt");

    [Fact]
    public void A_split_over_channels_reads_as_text() =>
        Golden.Matches(Shop.RevenueChange(new RevenueDimension.OfUser("channel"), January, February).ToString(), "revenue-channels.txt");

    [Fact]
    public void Every_result_renders_in_every_way()
    {
        AnalysisResult[] results = [Shop.Revenue(), .. Shop.Revenue().Parts, Shop.RevenueChange(January, February), Shop.RevenueChange(new RevenueDimension.OfUser("channel"), January, February)];
        Assert.All(results, result =>
        {
            Assert.NotNull(result.Render()[MimeBundle.Html]);
            Assert.Equal(result.ToTable().Rows.Count, (int)result.ToDataFrame().Rows.Count);
            Assert.True(result.ToChart() is not { } chart || chart.ToSvg().Contains("<svg", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void A_figure_becomes_a_metric_unless_it_is_blank()
    {
        var figures = Shop.Revenue().Figures;
        var metric = figures.Arpu.ToMetric("revenue.arpu", "CNY", Direction.Up);
        Assert.Equal(("revenue.arpu", figures.Arpu.Value, 12L), (metric!.Name, metric.Value, metric.N!.Value));
        Assert.Null(Dataset.From(orders: [new("a", Start, 5)]).Revenue().Figures.Arpu.ToMetric("revenue.arpu", "CNY"));
    }
}
