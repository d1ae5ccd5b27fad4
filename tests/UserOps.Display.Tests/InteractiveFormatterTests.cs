using Microsoft.DotNet.Interactive.Formatting;
using UserOps.Display.Tests.Charts;

namespace UserOps.Display.Tests;

/// <summary>The real formatter of .NET Interactive, which finds our renderings by the names of its convention.</summary>
[Collection("Host")]
public class InteractiveFormatterTests
{
    [Theory]
    [InlineData(MimeBundle.PlainText)]
    [InlineData(MimeBundle.Html)]
    public void A_table_shows_as_its_own_rendering(string mimeType) =>
        Assert.Equal(Samples.Channels().Render()[mimeType], Samples.Channels().ToDisplayString(mimeType));

    [Fact]
    public void A_metric_shows_as_a_card_and_travels_as_json()
    {
        var metric = new Metric("users.active", 1234, "users");
        Assert.Equal([MimeBundle.Html, MimeBundle.Metric], Formatter.GetPreferredMimeTypesFor(typeof(Metric)).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(metric.ToJson(), metric.ToDisplayString(MimeBundle.Metric));
    }

    [Fact]
    public void A_result_of_any_kind_shows_as_its_own_rendering()
    {
        var result = new Answer();
        Assert.Equal(result.Render()[MimeBundle.Html], result.ToDisplayString(MimeBundle.Html));
        Assert.Equal(result.ToString(), result.ToDisplayString(MimeBundle.PlainText));
    }

    [Fact]
    public void A_chart_shows_as_html_and_as_a_figure()
    {
        var chart = Pictures.Funnel();
        Assert.Equal([MimeBundle.Plotly, MimeBundle.Html], Formatter.GetPreferredMimeTypesFor(chart.GetType()).Order(StringComparer.Ordinal));
        Assert.Equal(chart.ToPlotlyJson(), chart.ToDisplayString(MimeBundle.Plotly));
    }

    [Fact]
    public void Outside_a_cell_the_host_is_left_alone()
    {
        using var console = new StringWriter();
        var before = Console.Out;
        Console.SetOut(console);
        try
        {
            Report.Metric("users.active", 5, "users");
        }
        finally
        {
            Console.SetOut(before);
        }
        Assert.Equal("users.active: 5\u00A0users", console.ToString().Trim());
    }

    private sealed record Answer : AnalysisResult
    {
        public override Table ToTable() => Samples.Channels();
    }
}
