using CsCheck;
using UserOps.Testing;

namespace UserOps.Display.Tests;

public class MetricTests
{
    private static readonly Metric Retention = new("retention.d7", 0.23456789012345678, "fraction")
    {
        Label = "D7 retention <次周留存>",
        N = 12_345,
        Interval = new(0.227, 0.242, 0.95),
        Definition = "Share of new users who came back on day 7 & no other",
        Better = Direction.Up,
    };

    [Fact]
    public void Text_gives_value_interval_and_n() => Assert.Equal(
        "D7 retention <次周留存>: 23.5\u00A0% (95\u00A0% interval [22.7\u00A0%, 24.2\u00A0%], n = 12,345)", Retention.ToString());

    [Fact]
    public void Card_is_encoded() => Golden.Matches(Samples.Body(Retention.Render()[MimeBundle.Html]!), "metric.html");

    [Fact]
    public void Json_has_sorted_keys_and_no_nulls() => Assert.Equal(
        """{"better":"neutral","interval":{"level":0.95,"lower":0.1,"upper":0.30000000000000004},"name":"k","unit":"ratio","value":0.1}""",
        new Metric("k", 0.1, "ratio") { Interval = new(0.1, 0.1 + 0.2, 0.95) }.ToJson());

    [Fact]
    public void Json_reads_back_exactly() =>
        Gen.Select(Gen.Double[-1e300, 1e300], Gen.Double[-1, 1], Gen.Long, Gen.String).Sample((value, lower, n, words) =>
        {
            var metric = Retention with { Value = value, N = n, Interval = new(lower, 2, 0.9), Definition = words.Replace('\uFFFD', '?'), StandardError = lower };
            return !IsUnicode(words) || Metric.FromJson(metric.ToJson()) == metric;
        });

    [Theory]
    [InlineData(1234, "users", "1,234\u00A0users")]
    [InlineData(0.5, "fraction", "50.0\u00A0%")]
    [InlineData(12.345, "days", "12.35\u00A0days")]
    [InlineData(1234.5, "CNY", "1,234.50\u00A0CNY")]
    [InlineData(1234.5, "¥", "¥1,234.50")]
    [InlineData(0.4567, "", "0.457")]
    public void Unit_decides_how_the_value_is_printed(double value, string unit, string expected)
    {
        var metric = new Metric("m", value, unit);
        Assert.Equal(expected, metric.Format.Write(metric.Value));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("no json")]
    public void What_is_no_metric_is_refused(string json) => Assert.Throws<FormatException>(() => Metric.FromJson(json));

    [Fact]
    public void A_bundle_carries_the_json()
    {
        var bundle = Retention.Render();
        Assert.Equal(Retention, Metric.FromJson(bundle[MimeBundle.Metric]!));
        Assert.Equal(Retention.ToString(), bundle[MimeBundle.PlainText]);
    }

    [Fact]
    public void A_standard_error_of_a_rate_is_in_percentage_points() => Assert.Equal(
        "m: 20.0\u00A0% (standard error 0.412\u00A0pp)", new Metric("m", 0.2, "fraction") { StandardError = 0.00412 }.ToString());

    [Fact]
    public void Data_identity_travels_as_json()
    {
        var data = new DataIdentity(
            [new("订单.csv", "orders", 1200, "a1b2")], new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), null, "Asia/Shanghai", "ff00");
        var bundle = data.Render();
        var back = DataIdentity.FromJson(bundle[MimeBundle.Data]!);
        Assert.Equal(data.Files, back.Files);
        Assert.Equal((data.From, data.To, data.TimeZone, data.Hash), (back.From, back.To, back.TimeZone, back.Hash));
        Assert.Equal(data.ToString(), bundle[MimeBundle.PlainText]);
        Assert.Equal(
            """{"files":[{"hash":"a1b2","name":"订单.csv","rows":1200,"table":"orders"}],"from":"2024-01-01T00:00:00Z","hash":"ff00","timeZone":"Asia/Shanghai"}""",
            data.ToJson());
    }

    private static bool IsUnicode(string words) => !words.Any(char.IsSurrogate);
}
