using UserOps.Notebooks.Assistance;
using static UserOps.Notebooks.Tests.Assistance.Assistant;

namespace UserOps.Notebooks.Tests.Assistance;

public class ExplanationTests
{
    [Fact]
    public async Task Hover_shows_signature_and_documentation()
    {
        using var session = await AfterAsync();
        var hover = await session.HoverAsync("var x = string.Jo|in(\",\", new[] { 1 });");
        Assert.StartsWith("```csharp\nstring string.Join<int>(string? separator, IEnumerable<int> values)\n```\n\nConcatenates the members of a collection", hover!.Markdown, StringComparison.Ordinal);
        Assert.Contains("- `separator` The string to use as a separator.", hover.Markdown, StringComparison.Ordinal);
        Assert.Contains("**Returns** ", hover.Markdown, StringComparison.Ordinal);
        Assert.Equal((15, 19), (hover.Start, hover.End));
    }

    [Theory]
    [InlineData("kep|t + 1", "(variable) int kept")]
    [InlineData("va|r own = 1L;", "long")]
    [InlineData("var ow|n = 1L;", "(variable) long own")]
    [InlineData("new[] { 1.5 }.Sel|ect(n => n)", "(extension) IEnumerable<double> IEnumerable<double>.Select<double, double>(Func<double, double> selector)")]
    [InlineData("new[] { 1.5 }.Select(n => n|)", "(parameter) double n")]
    [InlineData("Ord|er o;", "record Order")]
    [InlineData("DayOfWeek.Fri|day", "DayOfWeek.Friday = 5")]
    public async Task Hover_names_what_stands_there(string marked, string signature)
    {
        using var session = await AfterAsync("int kept = 1; record Order(int Id);");
        Assert.Equal(signature, (await session.HoverAsync(marked))!.Markdown.Split('\n')[1]);
    }

    [Fact]
    public async Task Hover_shows_the_documentation_that_a_cell_wrote()
    {
        using var session = await AfterAsync("/// <summary>Doubles <paramref name=\"n\"/>; see <see cref=\"Math.Abs(int)\"/>.</summary>\nint Twice(int n) => 2 * n;");
        Assert.EndsWith("Doubles `n`; see `Math.Abs`.", (await session.HoverAsync("Twi|ce(1)"))!.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hover_shows_the_documentation_of_libraries_of_the_host()
    {
        using var session = await AfterAsync();
        Assert.Contains("Shows a value, in the given MIME types", (await session.HoverAsync("dis|play(1)"))!.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documentation_of_an_interface_stands_for_a_member_without_its_own()
    {
        using var session = await AfterAsync("interface IA { /// <summary>Runs.</summary>\n void Run(); } class A : IA { public void Run() { } }");
        Assert.EndsWith("Runs.", (await session.HoverAsync("new A().Ru|n()"))!.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hover_explains_directives()
    {
        using var session = await AfterAsync();
        Assert.Equal(new HoverText("#!time — tells how long the rest of the cell took", 2, 8), await session.HoverAsync("1\n#!ti|me"));
    }

    [Theory]
    [InlineData("1 +| 2")]
    [InlineData("|")]
    [InlineData("nobody|")]
    [InlineData("// Con|sole")]
    public async Task Hover_is_empty_where_nothing_is_named(string marked)
    {
        using var session = await AfterAsync();
        Assert.Null(await session.HoverAsync(marked));
    }

    [Fact]
    public async Task Signatures_tell_overloads_and_the_parameter_that_is_being_written()
    {
        using var session = await AfterAsync();
        var help = (await session.SignaturesAsync("Math.Round(1.5, |"))!;
        Assert.Equal("double Math.Round(double value, int digits)", help.Signatures[help.ActiveSignature].Text);
        Assert.Equal(1, help.ActiveParameter);
        Assert.Equal(8, help.Signatures.Count);
        Assert.Equal(new SignatureParameter("int digits", "The number of fractional digits in the return value."), help.Signatures[help.ActiveSignature].Parameters[1]);
    }

    [Theory]
    [InlineData("int F(int a, string b) => 1;\nF(|", "int F(int a, string b)", 0)]
    [InlineData("int F(int a, string b) => 1;\nF(1, |)", "int F(int a, string b)", 1)]
    [InlineData("int F(int a, string b) => 1;\nF(b: |)", "int F(int a, string b)", 1)]
    [InlineData("new DateOnly(2024, |)", "DateOnly.DateOnly(int year, int month, int day)", 1)]
    [InlineData("DateOnly d = new(2024, 1, |);", "DateOnly.DateOnly(int year, int month, int day)", 2)]
    [InlineData("Func<int, int> f = n => n;\nf(|)", "int Func<int, int>.Invoke(int arg)", 0)]
    [InlineData("var d = new Dictionary<string, int>();\nd[|]", "int Dictionary<string, int>.this[string key] { get; set; }", 0)]
    [InlineData("string.Format(\"{0}\", 1, 2, 3, 4, |)", "string string.Format(string format, params object?[] args)", 1)]
    [InlineData("class A { [Obsolete(|)] int x; }", "ObsoleteAttribute.ObsoleteAttribute()", 0)]
    public async Task Signature_of_every_kind_of_call_is_known(string marked, string signature, int parameter)
    {
        using var session = await AfterAsync();
        var help = (await session.SignaturesAsync(marked))!;
        Assert.Equal((signature, parameter), (help.Signatures[help.ActiveSignature].Text, help.ActiveParameter));
    }

    [Fact]
    public async Task No_signature_is_shown_outside_a_call()
    {
        using var session = await AfterAsync();
        Assert.Null(await session.SignaturesAsync("Math.Abs(1)|"));
    }
}
