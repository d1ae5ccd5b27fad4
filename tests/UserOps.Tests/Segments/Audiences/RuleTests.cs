using CsCheck;
using UserOps.Data;
using UserOps.Features;
using UserOps.Segments.Audiences;

namespace UserOps.Tests.Segments.Audiences;

public class RuleTests
{
    internal static readonly FeatureTable Users = Table([5, 30, 31, double.NaN], ["kol", "search", "kol", null], [1, 0, -1, 1]);

    internal static FeatureTable Table(double[] days, string?[] channels, sbyte[] vip) => FeatureTable.From(
        new("users", [TextColumn.From("id", days.Select((_, i) => $"u{i}")), new NumberColumn("days", days), TextColumn.From("channel", channels), new FlagColumn("vip", vip)]), "id");

    private static string Members(Rule rule) => string.Concat(rule.Holds(Users).Select(holds => holds ? '1' : '0'));

    [Fact]
    public void Comparisons_hold_row_by_row_and_never_for_a_missing_value()
    {
        Assert.Equal("0110", Members(Rule.Number("days") >= 30));
        Assert.Equal("0010", Members(Rule.Number("days") > 30));
        Assert.Equal("1100", Members(Rule.Number("days") <= 30));
        Assert.Equal("1000", Members(Rule.Number("days") < 30));
        Assert.Equal("1100", Members(Rule.Number("days").Between(5, 30)));
        Assert.Equal("0001", Members(Rule.Number("days").IsMissing));
        Assert.Equal("1010", Members(Rule.Text("channel").Is("kol")));
        Assert.Equal("1110", Members(Rule.Text("channel").In("kol", "search")));
        Assert.Equal("0001", Members(Rule.Text("channel").IsMissing));
        Assert.Equal("1001", Members(Rule.Flag("vip").IsTrue));
        Assert.Equal("0100", Members(Rule.Flag("vip").IsFalse));
        Assert.Equal("0010", Members(Rule.Flag("vip").IsMissing));
        Assert.Equal("1001", Members(Rule.Number("vip") >= 1));
        Assert.Equal("1111", Members(Rule.Everyone));
    }

    [Fact]
    public void Rules_are_composed_and_read_as_sentences()
    {
        var rule = Rule.Number("days") >= 30 & (Rule.Text("channel").Is("kol") | !Rule.Flag("vip").IsTrue);
        Assert.Equal("days ≥ 30 and (channel is kol or not (vip is yes))", rule.ToString());
        Assert.Equal("0110", Members(rule));
        Assert.Equal("days from 5 to 30 or channel is one of kol, search and vip is missing", (Rule.Number("days").Between(5, 30) | Rule.Text("channel").In("kol", "search") & Rule.Flag("vip").IsMissing).ToString());
    }

    [Fact]
    public void The_laws_of_sets_hold_for_any_rules_also_where_values_are_missing()
    {
        var atom = Gen.OneOf(
            Gen.Int[0, 10].Select(bound => Rule.Number("days") >= bound), Gen.Int[0, 10].Select(bound => Rule.Number("days") < bound),
            Gen.Bool.Select(first => first ? "a" : "b").Select(word => Rule.Text("channel").Is(word)), Gen.Const(Rule.Flag("vip").IsTrue), Gen.Const(Rule.Flag("vip").IsFalse));
        var rule = Gen.Select(atom, atom, Gen.Int[0, 3], (x, y, kind) => kind switch { 0 => x & y, 1 => x | y, 2 => !x, _ => x });
        var people = Gen.Select(Gen.Int[-1, 10], Gen.Int[0, 2].Select(i => i == 2 ? null : i == 1 ? "b" : "a"), Gen.Int[-1, 1]).Array[1, 20].Select(rows => Table(
            [.. rows.Select(row => row.Item1 < 0 ? double.NaN : row.Item1), 1, 1], [.. rows.Select(row => row.Item2), "a", "b"], [.. rows.Select(row => (sbyte)row.Item3), 0, 1]));
        Gen.Select(rule, rule, rule, people).Sample((a, b, c, users) =>
        {
            void Same(Rule left, Rule right) => Assert.Equal(left.Holds(users), right.Holds(users));
            Same(!(a & b), !a | !b);
            Same(!(a | b), !a & !b);
            Same(!!a, a);
            Same(a & (b | c), a & b | a & c);
            Same(a | b & c, (a | b) & (a | c));
            Same(a & (a | b), a);
            Same(a | !a, Rule.Everyone);
            Same(a & !a, !Rule.Everyone);
        }, iter: 500);
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        Assert.Contains("There are: kol, search", Assert.Throws<UserOpsException>(() => Members(Rule.Text("channel").Is("koll"))).Message, StringComparison.Ordinal);
        Assert.Contains("Users have no feature 'age'", Assert.Throws<MissingDataException>(() => Members(Rule.Number("age") > 1)).Message, StringComparison.Ordinal);
        Assert.Contains("holds numbers; words are needed", Assert.Throws<UserOpsException>(() => Members(Rule.Text("days").Is("5"))).Message, StringComparison.Ordinal);
        Assert.Contains("cannot compare with NaN", Assert.Throws<UserOpsException>(() => Rule.Number("days").Between(double.NaN, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("give the lower bound first", Assert.Throws<UserOpsException>(() => Rule.Number("days").Between(3, 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_are_columns_that_rules_can_use()
    {
        var tagged = Users.Tag("late", Rule.Number("days") >= 30).Tag("initial", id => id == "u0" ? null : "u");
        Assert.Equal([false, true, true, false], Rule.Flag("late").IsTrue.Holds(tagged));
        Assert.Equal([true, false, false, false], Rule.Text("initial").IsMissing.Holds(tagged));
        Assert.Contains("give the tag another name", Assert.Throws<UserOpsException>(() => tagged.Tag("late", Rule.Everyone)).Message, StringComparison.Ordinal);
    }
}
