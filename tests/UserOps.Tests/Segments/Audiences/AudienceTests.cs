using CsCheck;
using UserOps.Data;
using UserOps.Data.Privacy;
using UserOps.Display.Charts;
using UserOps.Features;
using UserOps.Segments.Audiences;
using UserOps.Testing;

namespace UserOps.Tests.Segments.Audiences;

public class AudienceTests
{
    private const string Key = "a secret that nobody guesses";

    private static FeatureTable Users(params double[] days) => RuleTests.Table(days, [.. days.Select(_ => "kol")], [.. days.Select(_ => (sbyte)1)]);

    private static readonly FeatureTable Hundred = Users([.. Enumerable.Range(0, 100).Select(i => (double)i)]);
    private static readonly Audience Low = new("low", Rule.Number("days") < 60), High = new("high", Rule.Number("days") >= 40), Top = new("top", Rule.Number("days") >= 97);

    [Fact]
    public void Sizes_and_overlaps_are_counted()
    {
        var result = Hundred.Audiences(Low, High, Top);
        Assert.Equal((60, 60, 3), (result.Size("low"), result.Size("high"), result.Size("top")));
        Assert.Equal((20, 3, 0), (result.Overlap("low", "high"), result.Overlap("high", "top"), result.Overlap("low", "top")));
        Assert.Equal([0, 40, 37, 20, 0, 0, 3, 0], result.RegionCounts);
    }

    [Fact]
    public void Small_groups_are_not_shown_nor_what_would_give_them_away()
    {
        var result = Hundred.Audiences(Low, High, Top);
        var rows = result.ToTable().Rows;
        Assert.Equal(["top", "days ≥ 97", "< 5", null, null], rows[2]);
        // 60 high users are shown: with 37 and 20 beside it, the 3 could be told. The 20 go, and with them the 40 of low.
        var chart = (UpSetChart)result.ToChart();
        Assert.Equal([double.NaN, 37, double.NaN, double.NaN], chart.Regions.Select(region => region.Count));
        Assert.Equal([60, 60, double.NaN], chart.Sizes);
        Assert.Contains(result.Notes, note => note.Contains("fewer than 5", StringComparison.Ordinal));
    }

    [Fact]
    public void No_region_can_be_told_from_the_sizes_that_are_shown() =>
        Gen.Int[0, 30].Array[8].Sample(counts =>
        {
            double[] days = [.. counts.SelectMany((count, region) => Enumerable.Repeat((double)region, count))];
            if (days.Length == 0)
                return;
            Audience[] three = [.. Enumerable.Range(0, 3).Select(bit => new Audience($"{bit}", Enumerable.Range(0, 8).Where(region => (region >> bit & 1) == 1)
                .Select(region => Rule.Number("days").Between(region, region)).Aggregate((left, right) => left | right)))];
            var result = Users(days).Audiences(three);
            Assert.Equal(counts, result.RegionCounts);
            var chart = (UpSetChart)result.ToChart();
            for (int set = 0; set < 3; set++)
            {
                var within = chart.Regions.Where(region => region.Sets.Contains(set)).ToArray();
                Assert.All(within, region => Assert.False(region.Count < 5));
                if (double.IsFinite(chart.Sizes[set]))
                    Assert.True(within.Count(region => double.IsNaN(region.Count)) != 1 || within.Length == 1);
            }
        }, iter: 300);

    [Fact]
    public void Members_are_shown_beside_everyone()
    {
        var high = Hundred.Audience("high", Rule.Number("days") >= 40);
        Assert.Equal((60, 0.6), (high.Count, high.Share));
        Assert.Equal(["days", "days", "69.5", "49.5"], high.ToTable().Rows[0]);
        Assert.Equal(["vip", "vip", "100.0\u00A0%", "100.0\u00A0%"], high.ToTable().Rows[1]);
        Assert.Empty(Hundred.Audience("top", Rule.Number("days") >= 97).ToTable().Rows);
    }

    [Fact]
    public void A_list_bears_pseudonyms_and_plain_ids_only_where_somebody_says_so()
    {
        var people = Hundred.Audience("high", Rule.Number("days") >= 40);
        var first = people.People(new ListIds.Keyed(Key), "days").First(2).ToTable();
        Assert.Equal([99.0, 98.0], first.Rows.Select(row => row[1]));
        Assert.All(first.Rows, row => Assert.Matches("^[a-z2-7]{16}$", (string)row[0]!));
        // The pseudonyms are those of the pseudonymised dataset, so that lists can be joined.
        var data = Dataset.From(users: [new("u99")]).Pseudonymize(Key);
        Assert.Equal(data.Users[0], first.Rows[0][0]);
        Assert.Equal("person 1", people.People(new ListIds.Numbers(), "days").ToTable().Rows[0][0]);
        Assert.Equal("u99", people.People(new ListIds.Plain(), "days").ToTable().Rows[0][0]);
        Assert.Equal(["days", "channel"], people.People(new ListIds.Plain(), "days", "channel").ToTable().Columns.Skip(1).Select(column => column.Name));
    }

    [Fact]
    public void A_list_is_written_whole_and_an_older_one_replaced()
    {
        using var folder = new TemporaryFolder();
        var people = Hundred.Audience("high", Rule.Number("days") >= 98).People(new ListIds.Plain(), "days");
        File.WriteAllText(folder["list.csv"], "old");
        people.WriteCsv(folder["list.csv"]);
        Assert.Equal("user_id,days\r\nu99,99\r\nu98,98\r\n", File.ReadAllText(folder["list.csv"]).TrimStart('\uFEFF'));
        Assert.Equal(["list.csv"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
        Assert.Throws<DirectoryNotFoundException>(() => people.WriteCsv(folder["missing/list.csv"]));
    }

    [Fact]
    public void Keys_come_from_a_file_and_a_bad_one_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["my.key"], Key + "\n");
        var people = Hundred.Audience("high", Rule.Number("days") >= 40);
        Assert.Equal(
            people.People(new ListIds.Keyed(Key), "days").ToTable().Rows[0], people.People(ListIds.FromKeyFile(folder["my.key"]), "days").ToTable().Rows[0]);
        Assert.IsType<ListIds.Numbers>(ListIds.FromKeyFile(""));
        Assert.Contains("openssl", Assert.Throws<UserOpsException>(() => ListIds.FromKeyFile(folder["no.key"])).Message, StringComparison.Ordinal);
        File.WriteAllText(folder["short.key"], "abc");
        Assert.Contains("at least 16", Assert.Throws<UserOpsException>(() => ListIds.FromKeyFile(folder["short.key"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Renderings_look_as_they_did() => Golden.Matches(Hundred.Audiences(Low, High, Top).ToString(), "audiences.txt");

    [Fact]
    public void Audiences_need_distinct_names_and_are_at_most_twelve()
    {
        Assert.Contains("are called 'low'", Assert.Throws<UserOpsException>(() => Hundred.Audiences(Low, High, Low)).Message, StringComparison.Ordinal);
        Assert.Contains("1 to 12 are possible", Assert.Throws<UserOpsException>(() => Hundred.Audiences()).Message, StringComparison.Ordinal);
        Assert.Throws<UserOpsException>(() => Hundred.Audiences([.. Enumerable.Range(0, 13).Select(i => Low with { Name = $"{i}" })]));
        Assert.Contains("There are: low, high", Assert.Throws<UserOpsException>(() => Hundred.Audiences(Low, High).Size("new")).Message, StringComparison.Ordinal);
    }
}
