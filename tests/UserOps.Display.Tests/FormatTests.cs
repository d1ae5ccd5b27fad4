using System.Globalization;

namespace UserOps.Display.Tests;

public class FormatTests
{
    private const string Blank = "\u00A0";

    public static TheoryData<Format, object?, string> Cases => new()
    {
        { Format.Count, 1234567L, "1,234,567" },
        { Format.Count, -3, "−3" },
        { Format.Number(2), -0.001, "0.00" },
        { Format.Number(1, "days"), 3.24, $"3.2{Blank}days" },
        { Format.Number(), "< 5", "< 5" },
        { Format.Number(), double.PositiveInfinity, "∞" },
        { Format.Percent(), 0.1234, $"12.3{Blank}%" },
        { Format.Percent(0), 1, $"100{Blank}%" },
        { Format.Points(), 0.012, $"+1.2{Blank}pp" },
        { Format.Points(), -0.012, $"−1.2{Blank}pp" },
        { Format.Points(), 0.0001, $"0.0{Blank}pp" },
        { Format.Points(), -0.0001, $"0.0{Blank}pp" },
        { Format.Money("¥"), 1234.5, "¥1,234.50" },
        { Format.Money("¥"), -1234.5m, "−¥1,234.50" },
        { Format.Money("US$", 0), 12, "US$12" },
        { Format.Money("CNY"), 1234.5, $"1,234.50{Blank}CNY" },
        { Format.Money("元", 0), -8, $"−8{Blank}元" },
        { Format.Money(), 2, "2.00" },
        { Format.Date, new DateTime(2024, 3, 1, 23, 0, 0), "2024-03-01" },
        { Format.Timestamp, new DateTime(2024, 3, 1, 23, 4, 5), "2024-03-01 23:04" },
        { Format.Text, new DateOnly(2024, 3, 1), "2024-03-01" },
        { Format.Duration, TimeSpan.FromHours(76.8), $"3.2{Blank}days" },
        { Format.Duration, TimeSpan.FromSeconds(90), $"90.0{Blank}s" },
        { Format.Flag, true, "yes" },
        { Format.Percent(), double.NaN, "" },
        { Format.Count, null, "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_are_printed_for_a_reader(Format format, object? value, string expected) => Assert.Equal(expected, format.Write(value));

    [Fact]
    public void The_minus_sign_is_the_same_in_every_culture()
    {
        var swedish = CultureInfo.GetCultureInfo("sv-SE");
        Assert.Equal("−2,5", Format.Number(1).Write(-2.5, swedish));
        Assert.Equal("-2,5", Format.Number(1).Write(-2.5, CultureInfo.GetCultureInfo("de-DE")).Replace('−', '-'));
    }

    [Fact]
    public void An_interval_prints_its_bounds_in_the_format() =>
        Assert.Equal($"[3.1{Blank}%, 4.2{Blank}%]", new Interval(0.031, 0.042, 0.95).Write(Format.Percent()));
}
