using UserOps.Attribution;
using UserOps.Display;
using UserOps.Testing;

namespace UserOps.Tests.Attribution;

public class AttributionRenderingTests
{
    private static readonly CustomerJourneys Few = Paths.Of(("ads > direct", 40, 160), ("ads > email > direct", 30, 70), ("email", 5, 95), ("direct", 25, 75));

    [Fact]
    public void Journeys_read_as_approved() => Golden.Matches(Few.ToString(), "journeys.txt");

    [Fact]
    public void Rules_side_by_side_read_as_approved() => Golden.Matches(Few.Attribute().ToString(), "attribution.txt");

    [Fact]
    public void Calibrated_credit_reads_as_approved()
    {
        var effect = new MeasuredEffect { Definition = new("email-hold-out", "email"), Treated = new(500, 60, 60), Control = new(500, 48, 48), Interval = new(-7.8, 31.8, 0.95) };
        Golden.Matches(effect + "\n" + Few.Attribute(new() { Replicates = 0 }).Calibrate([effect]), "calibrated.txt");
    }

    [Fact]
    public void Every_answer_has_text_HTML_a_frame_and_where_it_draws_a_picture()
    {
        var attribution = Few.Attribute(new() { Replicates = 20 });
        Assert.All((AnalysisResult[])[Few, attribution, .. attribution.Parts], result =>
        {
            Assert.Contains("<table", result.Render()[MimeBundle.Html], StringComparison.Ordinal);
            Assert.Equal(result.ToTable().Rows.Count, (int)result.ToDataFrame().Rows.Count);
            Assert.True(result.ToChart() is not { } chart || chart.ToSvg().Contains("<svg", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Its_metric_carries_the_interval()
    {
        var metric = Few.Attribute(new() { Replicates = 50 }).Share();
        Assert.Equal(("attribution.top_share", "fraction"), (metric.Name, metric.Unit));
        Assert.Matches("^Share by Markov: ", metric.Label);
        Assert.True(metric.Interval!.Value.Contains(metric.Value));
    }
}
