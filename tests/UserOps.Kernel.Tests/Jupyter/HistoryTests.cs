using System.Text.Json;
using System.Text.Json.Nodes;

namespace UserOps.Kernel.Tests.Jupyter;

public sealed class HistoryTests : IAsyncDisposable
{
    private readonly KernelUnderTest _kernel = new();

    public HistoryTests()
    {
        foreach (string code in (string[])["1 + 1", "var x = 2;", "1 + 2", "1 + 1"])
            _kernel.Run(code);
    }

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

    [Theory]
    [InlineData("""{"hist_access_type":"tail","n":2}""", "3 1 + 2|4 1 + 1")]
    [InlineData("""{"hist_access_type":"tail","n":99}""", "1 1 + 1|2 var x = 2;|3 1 + 2|4 1 + 1")]
    [InlineData("""{"hist_access_type":"range","session":0,"start":2,"stop":4}""", "2 var x = 2;|3 1 + 2")]
    [InlineData("""{"hist_access_type":"range","session":1,"start":4}""", "4 1 + 1")]
    [InlineData("""{"hist_access_type":"range","session":-1,"start":1}""", "")]
    [InlineData("""{"hist_access_type":"search","pattern":"1 +*"}""", "1 1 + 1|3 1 + 2|4 1 + 1")]
    [InlineData("""{"hist_access_type":"search","pattern":"1 + ?","n":2}""", "3 1 + 2|4 1 + 1")]
    [InlineData("""{"hist_access_type":"search","pattern":"1 +*","unique":true}""", "3 1 + 2|4 1 + 1")]
    public void Cells_are_found(string request, string expected) => Assert.Equal(expected, string.Join('|', Ask(request).Select(entry => $"{entry[1]} {entry[2]}")));

    [Fact]
    public void Outputs_come_along_where_they_are_asked_for()
    {
        var entries = Ask("""{"hist_access_type":"tail","n":3,"output":true}""");
        Assert.Equal("""["var x = 2;",null] ["1 + 2","3"]""", $"{entries[0][2]} {entries[1][2]}");
    }

    private List<JsonElement> Ask(string request) =>
        [.. _kernel.Ask("history_request", JsonNode.Parse(request)!.AsObject()).Reply().Content.GetProperty("history").EnumerateArray()];
}
