namespace UserOps.Cli.Tests;

public class HelpTests
{
    [Fact]
    public async Task The_program_alone_shows_its_help()
    {
        var ended = await Cli.RunAsync();
        Assert.Equal(0, ended.Code);
        Assert.Contains("userops report", ended.Results, StringComparison.Ordinal);
        Assert.Empty(ended.Messages);
    }

    [Theory]
    [InlineData("report", "--map orders.user_id=CustomerID")]
    [InlineData("check", "userops check exports/may")]
    [InlineData("clean", "userops clean --json")]
    [InlineData("sample", "userops sample my-shop --users")]
    [InlineData("kernel", "userops kernel doctor")]
    [InlineData("lesson", "userops lesson test")]
    public async Task Every_command_shows_examples(string command, string example)
    {
        var ended = await Cli.RunAsync(command, "--help");
        Assert.Equal(0, ended.Code);
        Assert.Contains("Examples:", ended.Results, StringComparison.Ordinal);
        Assert.Contains(example, ended.Results, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'report'", "reprot")]
    [InlineData("'--data'", "report", "--dta", "x")]
    [InlineData("'--users'", "sample", "x", "--user", "5")]
    public async Task A_mistyped_word_is_answered_with_the_one_that_was_meant(string meant, params string[] arguments)
    {
        var ended = await Cli.RunAsync(arguments);
        Assert.Equal(2, ended.Code);
        Assert.Contains("Did you mean " + meant, ended.Messages, StringComparison.Ordinal);
        Assert.Empty(ended.Results);
    }

    [Theory]
    [InlineData("report", "--timeout", "soon")]
    [InlineData("report", "--timeout", "-1s")]
    [InlineData("report", "-p")]
    [InlineData("check")]
    [InlineData("sample")]
    [InlineData("sample", "x", "--users", "many")]
    public async Task What_cannot_be_parsed_is_told_in_one_message(params string[] arguments)
    {
        var ended = await Cli.RunAsync(arguments);
        Assert.Equal(2, ended.Code);
        Assert.StartsWith("userops: ", ended.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Messages, StringComparison.Ordinal);
    }
}
