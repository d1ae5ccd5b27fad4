using System.Text.Json.Nodes;

namespace UserOps.Cli.Tests.Commands;

public class OtherCommandsTests
{
    [Fact]
    public async Task Check_names_tables_columns_and_what_was_dropped()
    {
        using var work = new Workplace();
        work.Write("shop/orders.csv", "订单号,用户ID,下单时间,实付金额\n1,a,2024-01-05,¥12.00\n2,b,2024/1/6 13:02,\"1,234.50\"\n");
        var ended = await Cli.RunAsync("check", "shop");
        Assert.True(ended.Code == 0, ended.Messages);
        foreach (string part in (string[])["orders.csv", "2 rows read, 2 kept", "实付金额", "Serves as: orders."])
            Assert.Contains(part, ended.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_reads_any_table_and_says_when_it_serves_as_none()
    {
        using var work = new Workplace();
        var ended = await Cli.RunAsync("check", work.Write("weights.csv", "height,weight\n1.8,80\n1.7,70\n"));
        Assert.True(ended.Code == 0, ended.Messages);
        Assert.Contains("Serves as none of the known tables", ended.Results, StringComparison.Ordinal);
        var json = JsonNode.Parse((await Cli.RunAsync("check", "weights.csv", "--json")).Results)!;
        Assert.Empty(json["servesAs"]!.AsArray());
        Assert.Equal(2, json["tables"]![0]!["reading"]!["rowsRead"]!.GetValue<long>());
    }

    [Fact]
    public async Task Check_takes_the_same_map_as_report()
    {
        using var work = new Workplace();
        string path = work.Write("table.csv", "who,day,paid\na,2024-01-05,1\n");
        var ended = await Cli.RunAsync("check", path, "--map", "orders.user_id=who", "--map", "orders.at=day", "--map", "orders.amount=paid");
        Assert.Contains("Serves as: orders.", ended.Results, StringComparison.Ordinal);
        Assert.Equal(2, (await Cli.RunAsync("check", path, "--map", "orders.user_id=nobody")).Code);
    }

    [Theory]
    [InlineData("missing.csv", null)]
    [InlineData("empty.csv", "")]
    public async Task Check_of_what_cannot_be_read_ends_with_2_and_one_message(string name, string? content)
    {
        using var work = new Workplace();
        if (content is not null)
            work.Write(name, content);
        var ended = await Cli.RunAsync("check", name);
        Assert.Equal(2, ended.Code);
        Assert.Single(ended.Messages.TrimEnd().Split('\n'));
        Assert.Contains(name, ended.Messages, StringComparison.Ordinal);
        Assert.Empty(ended.Results);
    }

    [Fact]
    public async Task Sample_writes_an_export_that_check_can_read()
    {
        using var work = new Workplace();
        var ended = await Cli.RunAsync("sample", "my shop", "--users", "150", "--seed", "3");
        Assert.True(ended.Code == 0, ended.Messages);
        Assert.Equal("my shop", ended.Results.Trim());
        Assert.Contains("users, events, orders", (await Cli.RunAsync("check", "my shop")).Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_refuses_a_size_out_of_range() => Assert.Equal(2, (await Cli.RunAsync("sample", "unused", "--users", "0")).Code);

    [Fact]
    public async Task Clean_removes_what_opening_kept()
    {
        using var work = new Workplace();
        Environment.SetEnvironmentVariable("USEROPS_CACHE", work["cache"]);
        try
        {
            await Cli.RunAsync("check", work.Write("orders.csv", "user_id,at,amount\na,2024-01-05,1\n"));
            string answer = work.Write("cache/packages/0123456789abcdef0123456789abcdef/obj/project.assets.json", "{}"), other = work.Write("cache/packages/mine/notes.txt", "");
            var cleaned = JsonNode.Parse((await Cli.RunAsync("clean", "--json")).Results)!;
            Assert.Equal(work["cache"], cleaned["folder"]!.GetValue<string>());
            Assert.True(cleaned["files"]!.GetValue<int>() > 1);
            Assert.False(File.Exists(answer));
            Assert.True(File.Exists(other));
            Assert.Empty(Directory.GetDirectories(work["cache/tables"]));
            Assert.Contains("Removed 0 files", (await Cli.RunAsync("clean")).Results, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("USEROPS_CACHE", null);
        }
    }
}
