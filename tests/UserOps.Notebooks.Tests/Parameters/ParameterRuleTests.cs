using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Notebooks.Parameters;

namespace UserOps.Notebooks.Tests.Parameters;

public class ParameterRuleTests
{
    [Theory]
    [InlineData("1..90: days to wait", 1.0, 90.0, "days to wait")]
    [InlineData("0..: money", 0.0, null, "money")]
    [InlineData("..-0.5: a loss", null, -0.5, "a loss")]
    [InlineData("required, 0.01..0.5: a share", 0.01, 0.5, "a share")]
    public void A_range_stands_in_front_of_the_meaning(string comment, double? least, double? most, string meaning)
    {
        var parameter = Assert.Single(Describe($"double x = 1; // {comment}"));
        Assert.Equal(new ParameterRange(least, most), parameter.Range);
        Assert.Equal(meaning, parameter.Description);
        Assert.Equal(comment.StartsWith("required", StringComparison.Ordinal), parameter.IsRequired);
    }

    [Theory]
    [InlineData("a ready table: its column of the arm, such as \"segment\"")]
    [InlineData("what may be spent; 0: no limit")]
    [InlineData("one of the experiments of the export")]
    [InlineData("the secret: never told")]
    [InlineData("in so many days")]
    public void A_comment_that_begins_in_another_way_is_a_description(string comment)
    {
        var parameter = Assert.Single(Describe($"string x = \"\"; // {comment}"));
        Assert.Equal((comment, false, false, null), (parameter.Description, parameter.IsRequired, parameter.IsSecret, parameter.Range));
        Assert.Empty(parameter.Choices);
    }

    [Fact]
    public void Choices_come_from_the_comment_or_from_the_enumeration()
    {
        var parameters = Describe("string by = \"channel\"; // one of channel, platform: what splits\nDayOfWeek day = DayOfWeek.Monday;");
        Assert.Equal(["channel", "platform"], parameters[0].Choices);
        Assert.Equal("what splits", parameters[0].Description);
        Assert.Contains("Friday", parameters[1].Choices);
    }

    [Fact]
    public void Defaults_are_told_as_a_caller_would_write_them()
    {
        var parameters = Describe("double a = -0.5; string[] b = [\"x\", \"y\"]; bool c = true; DayOfWeek d = DayOfWeek.Friday; int[] e = { 1, 2 }; DateOnly f = new(2024, 1, 1); int g;");
        Assert.Equal(["-0.5", "x|y", "true", "Friday", "1|2", null, null], parameters.Select(parameter => parameter.DefaultTexts is { } texts ? string.Join('|', texts) : null));
    }

    [Fact]
    public void Every_broken_rule_is_told_at_once()
    {
        var problems = Check("int days = 7; // 1..90: days\nstring by = \"channel\"; // one of channel, platform: split\nstring key; // required: what for\ndouble[] shares = []; // 0..1: shares",
            ("days", ["91"]), ("by", ["chanel"]), ("shares", ["0.5,1.5"]));
        Assert.Equal(
        [
            "'key' is required (what for): give it with -p key=VALUE.",
            "'days' is from 1 to 90, not 91.",
            "'by' is one of channel, platform, not 'chanel'. Did you mean 'channel'?",
            "'shares' is from 0 to 1, not 1.5.",
        ], problems);
    }

    [Fact]
    public void What_is_required_cannot_be_empty() => Assert.Equal(["'key' is required and cannot be empty: what for."], Check("string key = \"\"; // required: what for", ("key", [" "])));

    [Fact]
    public void One_parameter_is_set_whatever_the_others_require()
    {
        var options = new RunOptions { WorkingDirectory = Path.GetTempPath(), Parameters = new Dictionary<string, IReadOnlyList<string>> { ["days"] = ["28"] } };
        Assert.Equal("int days = 28;\nstring key; // required", ParameterCell.SetOnly(["days"], With("int days = 7;\nstring key; // required"), options).Cells[0].Source);
    }

    [Fact]
    public void Values_within_the_rules_pass_up_to_the_borders() =>
        Assert.Empty(Check("int days = 7; // 1..90: days\nstring by = \"\"; // one of channel, platform: split", ("days", ["90"]), ("by", [""])));

    private static IReadOnlyList<ParameterDeclaration> Describe(string cell) => ParameterCell.Describe(With(cell));

    private static IReadOnlyList<string> Check(string cell, params (string Name, string[] Texts)[] given) => ParameterCell.Check(With(cell), new RunOptions
    {
        WorkingDirectory = Path.GetTempPath(),
        Parameters = given.ToDictionary(pair => pair.Name, pair => (IReadOnlyList<string>)pair.Texts, StringComparer.Ordinal),
    });

    private static NotebookDocument With(string cell) => new([new("csharp", cell) { Tags = [ParameterCell.Tag] }]);
}
