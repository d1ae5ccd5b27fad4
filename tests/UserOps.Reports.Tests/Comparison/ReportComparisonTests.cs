using UserOps.Differences;
using UserOps.Display;
using UserOps.Reports.Comparison;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Tests.Comparison;

public class ReportComparisonTests
{
    private static readonly Metric Rate = new("x.rate", 0.2, "fraction") { Label = "Rate", Definition = "Share in the week to 2024-05-12.", Better = Direction.Up };

    /// <summary>A share of users, the first <paramref name="hits"/> of those from <paramref name="from"/> being hits.</summary>
    private static UserEvidence Share(int from, int users, int hits)
    {
        double p = (double)hits / users;
        return new() { Influence = new(p * (1 - p) / users, users, 0, [.. Enumerable.Range(from, users).Select(user => (ulong)user * 7 + 1)], [.. Enumerable.Range(0, users).Select(user => (float)(((user < hits ? 1 : 0) - p) / users))]) };
    }

    private static RecordedReport Report(Metric metric, UserEvidence? evidence = null, string code = "c", Dictionary<string, string>? parameters = null, DataIdentity? data = null) => new(
        "run", new("nb", new Dictionary<string, Metric> { [metric.Name] = metric }) { Code = code, Program = "1.0.0", Parameters = parameters ?? [], Data = data },
        evidence is null ? KeptEvidence.None : new("secret", new Dictionary<string, UserEvidence> { [metric.Name] = evidence }));

    private static MetricChange Compare(RecordedReport old, RecordedReport current) => Assert.Single(ReportComparison.Of(old, current).Changes);

    [Fact]
    public void A_change_beyond_chance_moved_and_one_within_it_did_not()
    {
        var old = Report(Rate, Share(0, 1000, 200));
        var moved = Compare(old, Report(Rate with { Value = 0.3 }, Share(1000, 1000, 300)));
        Assert.Equal(Verdict.Moved, moved.Verdict);
        // R: z = 0.1 / sqrt(0.2*0.8/1000 + 0.3*0.7/1000); 2*pnorm(-z) = 2.006305071e-07.
        Assert.Equal(2.006305071e-07, moved.PValue!.Value, 1e-15);
        Assert.Equal((0.0622993400, 0.1377006600), (Math.Round(moved.Interval!.Value.Lower, 10), Math.Round(moved.Interval.Value.Upper, 10)));
        Assert.Equal(Verdict.WithinNoise, Compare(old, Report(Rate with { Value = 0.21 }, Share(1000, 1000, 210))).Verdict);
    }

    [Fact]
    public void Users_who_are_in_both_runs_make_the_interval_of_the_change_narrower()
    {
        var old = Report(Rate, Share(0, 1000, 200));
        var same = Compare(old, Report(Rate with { Value = 0.23 }, Share(0, 1000, 230)));
        var others = Compare(old, Report(Rate with { Value = 0.23 }, Share(1000, 1000, 230)));
        Assert.True(same.Difference!.Correlation > 0.9);
        Assert.Equal((Verdict.Moved, Verdict.WithinNoise), (same.Verdict, others.Verdict));
    }

    [Fact]
    public void Runs_of_folders_with_other_secrets_are_taken_as_independent_and_it_says_so()
    {
        var old = Report(Rate, Share(0, 1000, 200));
        var change = Compare(old, Report(Rate with { Value = 0.23 }, Share(0, 1000, 230)) with { Evidence = new("other", new Dictionary<string, UserEvidence> { ["x.rate"] = Share(0, 1000, 230) }) });
        Assert.Equal((Verdict.WithinNoise, null), (change.Verdict, change.Difference!.Correlation));
        Assert.Contains("secrets of their own", change.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_metrics_with_an_interval_alone_the_runs_are_taken_as_independent_and_it_says_so()
    {
        var change = Compare(Report(Rate with { Interval = new(0.18, 0.22, 0.95) }), Report(Rate with { Value = 0.3, Interval = new(0.27, 0.33, 0.95) }));
        Assert.Equal(Verdict.Moved, change.Verdict);
        Assert.Equal(Math.Sqrt(0.02 * 0.02 + 0.03 * 0.03) / 1.959963984540054, change.Difference!.StandardError, 1e-9);
        Assert.Contains("as if no user were in both", change.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_known_of_the_error_the_change_stands_alone()
    {
        var change = Compare(Report(Rate), Report(Rate with { Value = 0.3 }));
        Assert.Equal((Verdict.NoInterval, null), (change.Verdict, change.PValue));
        Assert.Equal(0.1, change.Difference!.Change, 1e-12);
        Assert.Equal(Verdict.NoInterval, Compare(Report(Rate, Share(0, 9, 3)), Report(Rate, Share(0, 1000, 3))).Verdict);
    }

    public static TheoryData<string, string> Methods => new()
    {
        { "code", "code has changed" }, { "parameter", "Parameter 'days' was 7 and is 3." }, { "new parameter", "Parameter 'days' is new (3)." },
        { "definition", "counted differently" }, { "unit", "its unit was 'fraction' and is 'users'" }, { "tables", "do not hold the same tables" }, { "zone", "another time zone" },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_change_of_the_method_is_never_read_as_a_change_of_the_business(string what, string reason)
    {
        var data = Runs.Shop;
        Dictionary<string, string> seven = new() { ["days"] = "7" }, three = new() { ["days"] = "3" };
        var old = Report(Rate, Share(0, 1000, 200), parameters: what == "new parameter" ? [] : seven, data: data with { Hash = "old" });
        var metric = Rate with { Value = 0.5, Unit = what == "unit" ? "users" : "fraction", Definition = what == "definition" ? "Share in the month." : "Share in the week to 2024-05-19." };
        var current = Report(metric, Share(1000, 1000, 500), what == "code" ? "d" : "c", what.EndsWith("parameter", StringComparison.Ordinal) ? three : seven,
            what == "tables" ? data with { Files = [data.Files[0]] } : what == "zone" ? data with { TimeZone = "UTC" } : data);
        var change = Compare(old, current);
        Assert.Equal(Verdict.NotComparable, change.Verdict);
        Assert.Contains(reason, change.Reason, StringComparison.Ordinal);
        Assert.Null(change.PValue);
    }

    [Fact]
    public void A_later_date_in_a_definition_and_another_place_of_the_data_are_no_other_method()
    {
        var old = Report(Rate, Share(0, 1000, 200), parameters: new() { ["data"] = "\"may\"" });
        var current = Report(Rate with { Definition = "Share in the week to 2024-05-19." }, Share(0, 1000, 200), parameters: new() { ["data"] = "\"june\"" });
        Assert.Equal(Verdict.WithinNoise, Compare(old, current).Verdict);
    }

    [Fact]
    public void Totals_over_different_numbers_of_days_are_compared_by_day_and_shares_that_grow_with_time_not_at_all()
    {
        var total = new Metric("x.total", 900, "users");
        UserEvidence Total(int users, int days) => new() { IsTotal = true, Days = days, Influence = new(users, users, 0, [.. Enumerable.Range(0, users).Select(user => (ulong)user + 1)], [.. Enumerable.Repeat(1f, users)]) };
        var change = Compare(Report(total, Total(900, 90)), Report(total with { Value = 970 }, Total(970, 97)));
        Assert.Equal((true, Verdict.WithinNoise, 0), (change.IsPerDay, change.Verdict, Math.Round(change.Difference!.Change, 12)));
        var growing = Compare(Report(Rate, Share(0, 900, 200) with { Days = 90 }), Report(Rate with { Value = 0.4 }, Share(0, 970, 400) with { Days = 97 }));
        Assert.Equal(Verdict.NotComparable, growing.Verdict);
        Assert.Contains("90 days and 97 days", growing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_that_only_one_run_has_is_told_and_not_compared()
    {
        var comparison = ReportComparison.Of(Report(Rate), Report(Rate with { Name = "y" }));
        Assert.Equal(["the earlier run does not have it", "this run does not have it"], comparison.Changes.Select(change => change.Reason));
    }

    [Fact]
    public void The_same_data_are_told_and_no_change_is_judged()
    {
        var comparison = ReportComparison.Of(Report(Rate, Share(0, 1000, 200), data: Runs.Shop), Report(Rate, Share(0, 1000, 200), data: Runs.Shop));
        Assert.Equal(Verdict.SameData, Assert.Single(comparison.Changes).Verdict);
        Assert.Contains("It is the same data.", ComparisonText.Headline(comparison), StringComparison.Ordinal);
    }

    [Fact]
    public void Among_many_metrics_one_small_p_value_is_not_enough()
    {
        RecordedReport Many(double first, int from) => new("run", new("nb", Enumerable.Range(0, 20).ToDictionary(i => $"m{i}", i => Rate with { Name = $"m{i}", Value = i == 0 ? first : 0.2 })) { Code = "c", Program = "1" },
            new("secret", Enumerable.Range(0, 20).ToDictionary(i => $"m{i}", i => Share(from, 1000, i == 0 ? (int)(1000 * first) : 200))));
        var change = ReportComparison.Of(Many(0.2, 0), Many(0.24, 1000))["m0"]!;
        Assert.True(change.PValue < 0.05);
        Assert.Equal(20 * change.PValue.Value, change.AdjustedPValue!.Value, 1e-12);
        Assert.Equal(Verdict.WithinNoise, change.Verdict);
        Assert.Contains("alone it would count", ChangeText.Remark(change, Words.In(Language.English)), StringComparison.Ordinal);
    }
}
