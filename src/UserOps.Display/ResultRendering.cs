using System.Text;
using UserOps.Display.Charts;

namespace UserOps.Display;

internal static class ResultRendering
{
    public static string Text(AnalysisResult result) =>
        string.Join("\n", [result.ToTable().ToString(), .. result.Notes.Select(note => "• " + note), .. result.Parts.Select(part => "\n" + Text(part))]);

    public static MimeBundle Render(AnalysisResult result)
    {
        var bundle = MimeBundle.Of(Text(result), Html.Style + Section(result)).With(MimeBundle.Tables, TableJson.Write(Tables(result)));
        return result.Parts.Count == 0 && result.ToChart() is { } chart ? bundle.With(MimeBundle.Plotly, Alone(chart, result).ToPlotlyJson()) : bundle;
    }

    private static IEnumerable<DeliveredTable> Tables(AnalysisResult result)
    {
        var table = result.ToTable();
        return [new(table, table.Rows.Count) { Notes = result.Notes }, .. result.Parts.SelectMany(Tables)];
    }

    // A host that shows the figure hides the table, so the figure itself must say n, period and method.
    private static Chart Alone(Chart chart, AnalysisResult result) =>
        chart.Subtitle.Length == 0 && result.ToTable().Caption is { } caption ? chart with { Subtitle = caption } : chart;

    /// <summary>Picture, table, notes, then the parts in order.</summary>
    private static string Section(AnalysisResult result)
    {
        var html = new StringBuilder("<section class=\"userops-result\">");
        if (result.ToChart() is { } chart)
            html.Append(ChartRendering.Figure(chart, chart.ToPlotlyJson()));
        html.Append(TableHtml.Bare(result.ToTable(), RowLimit.Usual));
        if (result.Notes.Count > 0)
            html.Append("<ul class=\"userops-notes\">").AppendJoin("", result.Notes.Select(note => $"<li>{Html.EncodeLines(note)}</li>")).Append("</ul>");
        return html.AppendJoin("", result.Parts.Select(Section)).Append("</section>").ToString();
    }
}
