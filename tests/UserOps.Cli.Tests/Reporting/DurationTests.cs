using UserOps.Cli.Reporting;

namespace UserOps.Cli.Tests.Reporting;

public class DurationTests
{
    [Theory]
    [InlineData("90", 90)]
    [InlineData("90s", 90)]
    [InlineData("10m", 600)]
    [InlineData("1.5h", 5400)]
    public void A_number_and_a_unit_are_a_time(string text, double seconds) => Assert.Equal(seconds, Duration.Parse(text)!.Value.TotalSeconds);

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("0")]
    [InlineData("-5s")]
    [InlineData("1,5h")]
    [InlineData("NaN")]
    [InlineData("99999999h")]
    [InlineData("10 days")]
    [InlineData("5sm")]
    public void Anything_else_is_none(string text) => Assert.Null(Duration.Parse(text));
}
