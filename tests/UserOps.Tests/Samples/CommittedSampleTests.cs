using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UserOps.Samples;

namespace UserOps.Tests.Samples;

public partial class CommittedSampleTests
{
    private const long LargestSample = 8_000_000;

    private static readonly (string Canonical, string Chinese)[] Files =
    [
        ("users", "用户"), ("events", "行为日志"), ("orders", "订单"), ("touches", "触达记录"), ("campaigns", "活动费用"), ("exposures", "实验分组"),
        ("memberships", "会员等级"), ("targets", "指标目标"),
    ];

    private static readonly Dictionary<string, string> Words = new()
    {
        ["女"] = "female",
        ["男"] = "male",
        ["华北"] = "north",
        ["华东"] = "east",
        ["华南"] = "south",
        ["西部"] = "west",
        ["是"] = "true",
        ["否"] = "false",
    };

    [Theory]
    [InlineData("shop", false)]
    [InlineData("shop-zh", true)]
    public void The_committed_sample_is_what_the_simulator_writes(string name, bool chinese)
    {
        var fresh = Directory.CreateTempSubdirectory("fresh-shop");
        try
        {
            ShopSample.Write(fresh.FullName, new() { Chinese = chinese }, cancellation: TestContext.Current.CancellationToken);
            string committed = SampleFolder.Of(name).FilePath("");
            Assert.Equal(Names(fresh.FullName), Names(committed));
            foreach (string file in Names(committed))
                Assert.True(Bytes(fresh.FullName, file).SequenceEqual(Bytes(committed, file)), $"{name}/{file} differs from what the simulator writes: write it anew.");
        }
        finally
        {
            fresh.Delete(true);
        }
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("shop-zh")]
    public void A_committed_sample_is_small(string name) =>
        Assert.InRange(new DirectoryInfo(SampleFolder.Of(name).FilePath("")).EnumerateFiles().Sum(file => file.Length), 1, LargestSample);

    [Fact]
    public void The_Chinese_sample_holds_the_same_values_row_for_row()
    {
        foreach ((string canonical, string chinese) in Files)
            Assert.Equal(Values(canonical), Values(chinese).Select(Plain));
    }

    [Fact]
    public void The_Chinese_sample_writes_dates_and_amounts_in_several_forms()
    {
        string orders = string.Join('\n', Values("订单"));
        Assert.Contains("2024年1月2日 10:21:14", orders, StringComparison.Ordinal);
        Assert.Contains("2024/1/1 17:12:27", orders, StringComparison.Ordinal);
        Assert.Contains("￥98.00", orders, StringComparison.Ordinal);
        Assert.Contains("\"￥2,", string.Join('\n', Values("活动费用")), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_in_the_sample_is_a_person()
    {
        foreach (string[] row in SampleFolder.Of("shop").Rows("users").Where(row => row[0][0] == 'U'))
        {
            Assert.StartsWith("Sample User ", row[8], StringComparison.Ordinal);
            Assert.StartsWith("1000000", row[9], StringComparison.Ordinal);
            Assert.EndsWith("@example.com", row[10], StringComparison.Ordinal);
        }
    }

    private static string[] Names(string folder) => [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    private static byte[] Bytes(string folder, string file) => File.ReadAllBytes(Path.Combine(folder, file));

    private static IEnumerable<string> Values(string table)
    {
        bool canonical = char.IsAscii(table[0]);
        var encoding = canonical ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        return File.ReadLines(SampleFolder.Of(canonical ? "shop" : "shop-zh").FilePath(table + ".csv"), encoding).Skip(1);
    }

    // Undoes the Chinese dress line by line, knowing nothing of how it was put on.
    private static string Plain(string line)
    {
        string amounts = Thousands().Replace(line, match => match.Value.Replace("\"", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal)).Replace("￥", "", StringComparison.Ordinal);
        string dates = Date().Replace(amounts, match => string.Create(CultureInfo.InvariantCulture, $"{match.Groups[1].Value}-{int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture):D2}-{int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture):D2}"));
        string[] fields = dates.Replace("示例用户", "Sample User ", StringComparison.Ordinal).Split(',');
        return string.Join(',', fields.Select(field => Words.GetValueOrDefault(field, field)));
    }

    [GeneratedRegex("\"￥?[0-9,]+\\.[0-9]{2}\"")]
    private static partial Regex Thousands();

    [GeneratedRegex("(2024|2106)[/年]([0-9]{1,2})[/月]([0-9]{1,2})日?")]
    private static partial Regex Date();
}
