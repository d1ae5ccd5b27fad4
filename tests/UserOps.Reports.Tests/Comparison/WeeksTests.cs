using UserOps.Reports.Comparison;
using UserOps.Testing;

namespace UserOps.Reports.Tests.Comparison;

public class WeeksTests
{
    /// <summary>What the simulation leaves alone from week to week; the number of users grows, and all totals with it.</summary>
    private static readonly string[] Unchanged =
    [
        "activation.rate", "retention.d1", "retention.d7", "revenue.paying_rate", "revenue.arpu", "revenue.aov", "revenue.repeat_rate",
        "referral.share_of_new_users", "referral.activation", "core_path.conversion",
    ];

    /// <summary>The unchanged metrics that a comparison of two overlapping exports, a week apart, would flag: by itself, and among all.</summary>
    private static (string[] Alone, string[] Flagged) FalseAlarms(int seed)
    {
        var comparison = ReportComparison.Of(Weeks.Review(seed, 6000, 220), Weeks.Review(seed, 6000, 227));
        var changes = Unchanged.Select(name => comparison[name]!).ToList();
        Assert.All(changes, change => Assert.True(change.PValue is not null, $"{change.Name}: {change.Verdict}, {change.Reason}"));
        return ([.. changes.Where(change => change.PValue < 0.05).Select(change => change.Name)], [.. changes.Where(change => change.Verdict == Verdict.Moved).Select(change => change.Name)]);
    }

    // Of 6 comparisons at 5 % more than 2 raise an alarm with a chance of 0.2 % (binomial).
    [Fact]
    public void Where_nothing_changed_few_comparisons_of_two_weeks_raise_an_alarm() =>
        Assert.InRange(Enumerable.Range(100, 6).Count(seed => FalseAlarms(seed).Flagged.Length > 0), 0, 2);

    /// <summary>
    /// Of 50 comparisons at 5 % more than 6 raise an alarm with a chance of 1.2 %; a metric alone is below 5 % in more than 8 of 50 with a chance of 0.08 % (binomial).
    /// </summary>
    [SlowFact]
    public void Over_fifty_shops_where_nothing_changed_alarms_are_no_more_frequent_than_the_level_says()
    {
        var found = Enumerable.Range(200, 50).Select(FalseAlarms).ToList();
        var alone = found.SelectMany(one => one.Alone).CountBy(name => name).ToDictionary();
        TestContext.Current.TestOutputHelper?.WriteLine($"flagged {found.Count(one => one.Flagged.Length > 0)} of 50; alone: {string.Join(", ", alone)}");
        Assert.InRange(found.Count(one => one.Flagged.Length > 0), 0, 6);
        Assert.All(alone, pair => Assert.InRange(pair.Value, 0, 8));
    }

    [Fact]
    public void A_planted_change_of_payment_is_found_its_step_is_named_and_what_it_does_not_touch_is_left_alone()
    {
        var comparison = ReportComparison.Of(Weeks.Review(3, 12_000, 220), Weeks.Review(3, 12_000, 248, new(Weeks.Day(248), 0.4)));
        var conversion = comparison["core_path.conversion"]!;
        Assert.Equal(Verdict.Moved, conversion.Verdict);
        Assert.True(conversion.Difference!.Change < 0);
        Assert.StartsWith("By factor: checkout → pay ", conversion.Drivers[0], StringComparison.Ordinal);
        // Fewer payments mean fewer activated users, and fewer invitations, which most users send after paying: these fall too, and rightly move.
        Assert.All((string[])["retention.d1", "retention.d7", "acquisition.largest_channel_share", "revenue.aov"], name => Assert.Equal(Verdict.WithinNoise, comparison[name]!.Verdict));
    }

    [Fact]
    public void A_planted_change_of_one_channel_is_found_and_the_channel_named()
    {
        var comparison = ReportComparison.Of(Weeks.Review(4, 30_000, 220), Weeks.Review(4, 30_000, 248, new(Weeks.Day(248), 0.1, "search")));
        var conversion = comparison["core_path.conversion"]!;
        Assert.Equal(Verdict.Moved, conversion.Verdict);
        Assert.Contains(conversion.Drivers, driver => driver.StartsWith("By channel: search ", StringComparison.Ordinal));
    }

    [Fact]
    public void Exports_of_one_shop_agree_on_the_days_that_both_hold()
    {
        using var folder = new TemporaryFolder();
        string[] Orders(string name, int from, int until)
        {
            Samples.ShopSample.Write(folder[name], new() { Users = 1000, Days = 60, ExportFrom = Weeks.Day(from), ExportUntil = Weeks.Day(until), Change = new(Weeks.Day(40), name == "a" ? 1 : 0.5) });
            return [.. File.ReadLines(Path.Combine(folder[name], "orders.csv")).Skip(1).Select(line => string.Join(',', line.Split(',')[..9]))];
        }

        string[] first = Orders("a", 0, 40), second = Orders("b", 20, 60);
        string from = $"{Weeks.Day(20):yyyy-MM-dd}", until = $"{Weeks.Day(40):yyyy-MM-dd}";
        Assert.Contains(first, line => string.CompareOrdinal(line.Split(',')[2], from) >= 0);
        Assert.Equal(first.Where(line => string.CompareOrdinal(line.Split(',')[2], from) >= 0), second.Where(line => string.CompareOrdinal(line.Split(',')[2], until) < 0));
        Assert.All(second, line => Assert.True(string.CompareOrdinal(line.Split(',')[2], from) >= 0));
    }
}
