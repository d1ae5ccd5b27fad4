using UserOps.Data;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Parameters;
using UserOps.Reports.Contracts;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Tests.Contracts;

public sealed class ContractCheckTests : IDisposable
{
    private static readonly DateOnly Today = new(2024, 5, 20);
    private readonly TemporaryFolder _export = new();

    public ContractCheckTests()
    {
        File.WriteAllText(_export["orders.csv"], "user_id,at,amount,category,chanel\n1,2024-05-01,10,tea,a\n2,2024-05-13,12,tea,b\n");
        File.WriteAllText(_export["users.csv"], "user_id,signup_at\n1,2024-04-01\n2,2024-04-02\n");
    }

    public void Dispose() => _export.Dispose();

    [Theory]
    [InlineData("needs: orders")]
    [InlineData("needs: orders.category")]
    [InlineData("needs: events or orders")]
    [InlineData("needs: at least 2 orders, users")]
    [InlineData("fresh: within 7 days")]
    public void A_contract_that_is_kept_is_silent(string line) => Assert.True(Check(line).IsMet);

    [Theory]
    [InlineData("needs: events", "The export has users, orders, and no table 'events'.")]
    [InlineData("needs: order", "Did you mean 'orders'?")]
    [InlineData("needs: orders.channel", "'orders' has no column 'channel'; it has user_id, at, amount, category, chanel. 'chanel' looks like it: if it is, give --map orders.channel=chanel.")]
    [InlineData("needs: at least 1,000 orders (a model)", "It needs at least 1,000 orders (a model): 'orders' has 2 rows, 1,000 are needed.")]
    [InlineData("needs: events or touches", "no table 'touches'")]
    [InlineData("fresh: within 6 days", "The newest record is of 2024-05-13, 7 days before today; at most 6 days are allowed.")]
    public void What_is_lacking_is_said_with_what_is_there(string line, string problem) =>
        Assert.Contains(problem, Assert.Single(Check(line).Problems), StringComparison.Ordinal);

    [Fact]
    public void Everything_is_told_at_once() =>
        Assert.Equal(3, Check("needs: events, orders.brand", "fresh: within 1 day", "uses: touches (fatigue)").Problems.Count);

    [Fact]
    public void What_is_only_used_leaves_a_blank_and_stops_nothing()
    {
        var findings = Check("uses: touches (contact fatigue)", "uses: orders.brand or orders.category (brands)");
        Assert.True(findings.IsMet);
        Assert.StartsWith("contact fatigue: The export has", Assert.Single(findings.Blanks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("names: segment (columns of users)", "signup", "'segment' is 'signup': users has no such column; there are user_id, signup_at. Did you mean 'signup_at'?")]
    [InlineData("names: other, segment (columns of orders or users)", "brand", "'segment' is 'brand': orders or users has no such column; there are user_id, at, amount, category, chanel, signup_at.")]
    [InlineData("names: segment (values of orders.category)", "tee", "'segment' is 'tee': orders.category has no such value; there are tea. Did you mean 'tea'?")]
    public void A_name_that_the_data_do_not_have_is_told_before_the_run_with_those_they_have(string line, string given, string problem) =>
        Assert.Equal(problem, Assert.Single(Check(Language.English, parameter => parameter == "segment" ? [given] : [], line).Problems));

    [Theory]
    [InlineData("names: segment (columns of users)", "signup_at")]
    [InlineData("names: segment (columns of users)", "")]
    [InlineData("names: segment (columns of touches)", "channel")]
    [InlineData("names: segment (values of events.event)", "pay")]
    [InlineData("names: other (columns of users)", "brand")]
    public void A_name_that_is_there_or_that_nothing_could_know_is_no_problem(string line, string given) =>
        Assert.True(Check(Language.English, parameter => parameter == "segment" ? [given] : [], line).IsMet);

    [Theory]
    [InlineData("needs: at least 1,000 orders (模型)", "需要至少 1,000 行 orders（模型）：“orders”有 2 行，需要 1,000 行。")]
    [InlineData("needs: order", "需要 order：导出数据中有 users, orders，没有表“order”。是否指“orders”？")]
    [InlineData("needs: orders.channel", "需要 orders.channel：“orders”没有列“channel”；已有 user_id, at, amount, category, chanel。“chanel”与之相近：如果就是它，请指定 --map orders.channel=chanel。")]
    [InlineData("fresh: within 6 days", "最新的记录是 2024-05-13 的，距今天 7 天；最多允许 6 天。请索取更新的导出数据。")]
    public void In_Chinese_it_is_said_in_Chinese(string line, string problem) => Assert.Equal(problem, Assert.Single(Check(Language.Chinese, line).Problems));

    [Theory]
    [InlineData(true, "uses: orders (every part)", "uses: touches (fatigue)")]
    [InlineData(false, "uses: exposures (every part)", "uses: orders (what users did)")]
    [InlineData(false, "uses: exposures (every part: the lot)")]
    [InlineData(false, "uses: exposures (the lot)", "uses: touches (fatigue)")]
    [InlineData(true, "needs: orders", "uses: touches (fatigue)")]
    [InlineData(false, "needs: exposures")]
    [InlineData(true, "uses: orders")]
    public void Where_every_part_stays_blank_nothing_is_answered(bool answers, params string[] lines) => Assert.Equal(answers, Check(lines).CanAnswer);

    [Fact]
    public void A_required_column_with_nearly_its_name_is_offered()
    {
        File.WriteAllText(_export["events.csv"], "user_id,evnt_name,at\n1,visit,2024-05-01\n");
        Assert.Contains("--map events.event=evnt_name", Assert.Single(Check("needs: events").Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_cannot_be_read_are_shown()
    {
        File.WriteAllText(_export["orders.csv"], "user_id,at,amount,refunded_at\n" + string.Concat(Enumerable.Repeat("1,2024-05-01,10,soon\n", 9)) + "1,2024-05-01,10,2024-05-02\n");
        Assert.Contains("'orders.refunded_at' cannot be read: 9 of 10 values", Assert.Single(Check("needs: orders.refunded_at").Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_without_values_is_no_help()
    {
        File.WriteAllText(_export["orders.csv"], "user_id,at,amount,category\n1,2024-05-01,10,\n");
        Assert.Contains("'orders.category' is empty in every row", Assert.Single(Check("needs: orders.category").Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fresh: a week")]
    [InlineData("needs: many orders please")]
    [InlineData("names: segment")]
    [InlineData("names: segment (a property)")]
    public void A_line_that_is_not_understood_is_told_with_the_form(string line) => Assert.Throws<UserOpsException>(() => Check(line));

    private ContractFindings Check(params string[] lines) => Check(Language.English, lines);

    private ContractFindings Check(Language language, params string[] lines) => Check(language, null, lines);

    private ContractFindings Check(Language language, Func<string, IReadOnlyList<string>>? given, params string[] lines) => ContractCheck.Of(
        DataContract.Of(new NotebookDocument([new("csharp", string.Join('\n', lines.Select(line => "// " + line))) { Tags = [ParameterCell.Tag] }])),
        Dataset.Open(_export.Path, new OpenOptions { UseCache = false }), Today, language: language, given: given);
}
