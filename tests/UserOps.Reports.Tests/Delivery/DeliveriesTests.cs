using System.Text;
using UserOps.Display;
using UserOps.Reports.Delivery;
using static UserOps.Reports.Tests.Runs;

namespace UserOps.Reports.Tests.Delivery;

public sealed class DeliveriesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Only_what_was_asked_for_is_written()
    {
        var files = await Deliver(Delivered.Report, DeliveryFormat.Md, DeliveryFormat.Xlsx);
        Assert.Equal(["r.xlsx", "r.md"], files.Select(Path.GetFileName));
        Assert.Equal(["r.md", "r.xlsx"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_table_is_a_csv_with_a_mark_full_precision_and_no_formula()
    {
        var files = await Deliver(Delivered.Report, DeliveryFormat.Csv);
        string path = Assert.Single(files);
        Assert.Equal("01-channels-who-comes-2024-06.csv", Path.GetFileName(path));
        byte[] bytes = File.ReadAllBytes(path);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        string[] lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("Channel,Users,Conversion,Spend,First day,Time (s),Good", lines[0]);
        Assert.Equal("\"'=HYPERLINK(\"\"http://bad\"\")\",1200,0.123456789,1234.5,2024-03-01,18000,yes", lines[1]);
    }

    [Fact]
    public async Task Tables_of_an_earlier_run_go_and_other_files_stay()
    {
        await Deliver(Delivered.Report, DeliveryFormat.Csv);
        File.WriteAllText(_folder["r.tables/notes.csv"], "mine");
        File.WriteAllText(_folder["r.tables/02-old.csv"], "old");
        await Deliver(Delivered.Report, DeliveryFormat.Csv);
        Assert.Equal(["01-channels-who-comes-2024-06.csv", "notes.csv"], Directory.GetFiles(_folder["r.tables"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_nobody_asked_for_this_time_goes_since_it_belongs_to_another_page()
    {
        await Deliver(Delivered.Report, DeliveryFormat.Xlsx, DeliveryFormat.Csv, DeliveryFormat.Png, DeliveryFormat.Md);
        File.WriteAllText(_folder["other.xlsx"], "mine");
        await Deliver(Delivered.Report, DeliveryFormat.Md);
        Assert.Equal(["other.xlsx", "r.md"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_chart_is_a_picture_that_mail_programs_show()
    {
        string path = Assert.Single(await Deliver(Delivered.Report, DeliveryFormat.Png));
        Assert.Equal("01-回访-retention-more.png", Path.GetFileName(path));
        byte[] png = File.ReadAllBytes(path);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], png[..4]);
        Assert.Equal(1440, (png[16] << 24) + (png[17] << 16) + (png[18] << 8) + png[19]);
    }

    [Fact]
    public async Task The_summary_has_one_page_with_what_a_manager_asks_first()
    {
        string text = File.ReadAllText(Assert.Single(await Deliver(Delivered.Report, DeliveryFormat.Md)));
        Assert.Equal("""
            # Do users come back?

            It serves a decision.

            - As of: 2024-07-01
            - Data: events.csv, orders.csv (2 files · 1,280 rows · 2024-01-01 to 2024-07-01 · hash 0123456789ab)
            - Parameter windowDays: 7

            **Key numbers**

            | Key number | Value | Interval | n |
            | --- | ---: | ---: | ---: |
            | D7 retention | 25.0 % | \[24.0 %, 26.0 %\] | 4,000 |

            ## What to decide

            Keep the channel.

            Spend **more**.

            """.ReplaceLineEndings("\n"), text.Replace('\u00A0', ' '));
    }

    [Fact]
    public void The_summary_of_a_failed_run_says_so_and_what_to_do()
    {
        string text = SummaryText.Write(new("r", Of(Text("# R"), Code("x", Error("E", "no luck")))));
        Assert.Contains("**This report is not complete.** Cell 1 failed: no luck", text, StringComparison.Ordinal);
        Assert.Contains("Open the notebook at this cell", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_notes_of_a_decision_stand_in_the_summary()
    {
        string text = SummaryText.Write(new("r", Of(Text("# R\n\n## What to decide\n\nAs the first note says."), Code("x", Shown(new Plan().Render())))));
        Assert.Contains("As the first note says.", text, StringComparison.Ordinal);
        Assert.EndsWith("| sms |\n\n* Move ¥100 to sms.\n* Go in steps.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_with_more_rows_than_travel_says_so()
    {
        var many = new Table("Many", [new("n", Format.Count)], Enumerable.Range(0, 6000).Select(i => (object?[])[i]));
        var report = new NotebookReport("r", Of(Text("# R"), Code("x", Shown(many.Render()))));
        var table = Assert.Single(ReportTables.Of(report));
        Assert.Equal((5000, 6000), (table.Table.Rows.Count, table.TotalRows));
        Assert.Equal("the first 5,000 of 6,000 rows; the notebook's own WriteCsv writes all", ReportTables.Remark(table));
        Assert.Equal(5001, File.ReadAllText(Assert.Single(await Deliver(report, DeliveryFormat.Csv))).TrimEnd().Split("\r\n").Length);
    }

    private sealed record Plan : AnalysisResult
    {
        public override IReadOnlyList<string> Notes => ["Move ¥100 to sms.", "Go in\nsteps."];

        public override Table ToTable() => new("Plan", [new("Channel", Format.Text)], [["sms"]]);
    }

    public void Dispose() => _folder.Dispose();

    private Task<IReadOnlyList<string>> Deliver(NotebookReport report, params DeliveryFormat[] formats) =>
        Deliveries.WriteAsync(report, _folder["r.html"], formats, TestContext.Current.CancellationToken);
}
