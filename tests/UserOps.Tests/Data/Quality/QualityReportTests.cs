using UserOps.Data;
using UserOps.Display;
using UserOps.Testing;
using UserOps.Tests.Data.Reading;

namespace UserOps.Tests.Data.Quality;

public sealed class QualityReportTests : IDisposable
{
    private readonly ExportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private QualityReport Report() => _folder
        .With("events.csv", "user_id,event,at,platform\na,visit,03/01/2024 10:00,web\n,visit,03/01/2024 10:05,NULL\nb,pay,14/01/2024 09:00,ios\nb,pay,14/01/2024 09:00,ios\nc,visit,soon,ios\nd,visit\n")
        .With("orders.csv", "用户ID;订单号;下单时间;金额;状态\nb;1;2024-01-14;¥1,200.50;已完成\nb;2;2024-01-14;¥80;已取消\nc;3;2024-01-15;-5;已完成\nc;4;2024-01-16;free;已完成\n")
        .With("weather.tsv", "day\train\n2024-01-03\t1.5\n2024-01-04\t\n")
        .Open(new OpenOptions { RaggedLimit = 0.2 }).Quality;

    [Fact]
    public void The_report_reads_as_text() => Golden.Matches(Report().ToString(), "quality.txt");

    [Fact]
    public void The_report_has_a_page_for_a_reader_and_an_identity_for_a_program()
    {
        var bundle = Report().Render();
        Assert.Contains("Data quality", bundle[MimeBundle.Html]);
        Assert.Contains("Dropped rows and coerced values", bundle[MimeBundle.Html]);
        Assert.Equal(3, DataIdentity.FromJson(bundle[MimeBundle.Data]!).Files.Count);
    }

    [Fact]
    public void Rows_read_are_those_kept_and_those_dropped() =>
        Assert.All(Report().Tables, table => Assert.Equal(table.RowsRead, table.RowsKept + table.Dropped.Sum(finding => finding.Count)));
}
