using UserOps.Reports.Metrics;

namespace UserOps.Reports.Tests.Metrics;

public class ParameterJsonTests
{
    private static string? Json(string name, object? value) => ParameterJson.Of(new(name, "?", value, false))?.ToJsonString();

    [Theory]
    [InlineData("data", "exports/may", "\"may\"")]
    [InlineData("data", "../data-samples/shop/", "\"shop\"")]
    [InlineData("other", "/var/tmp/x.csv", "\"x.csv\"")]
    [InlineData("other", "C:\\tmp\\x.csv", "\"x.csv\"")]
    [InlineData("other", "a/b", "\"a/b\"")]
    [InlineData("other", 7, "7")]
    [InlineData("other", 0.25, "0.25")]
    [InlineData("other", true, "true")]
    [InlineData("other", null, null)]
    public void A_value_is_written_as_itself_and_a_path_by_its_last_part(string name, object? value, string? expected) =>
        Assert.Equal(expected, Json(name, value));

    [Fact]
    public void Days_and_lists_are_written_portably()
    {
        Assert.Equal("\"2024-02-29\"", Json("x", new DateOnly(2024, 2, 29)));
        Assert.Equal("[1,2,3]", Json("x", new[] { 1, 2, 3 }));
        Assert.Equal("[\"a\",\"b\"]", Json("x", new[] { "a", "b" }));
    }
}
